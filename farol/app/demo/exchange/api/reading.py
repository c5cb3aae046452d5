"""What all reads share: who exists, filters and pages, numbers and times in an address."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from farol.app.demo.cast import CastCustomer

from ..answers import Asked, Refused
from ..scenarios import PEOPLE

Text = Annotated[str, Meta(max_length=300)]
USER = "/users/{uid:str}"
FILTERS = ("coin", "network", "txid", "state")
MOST = 100


def known(uid: str) -> CastCustomer:
    """Who has that uid. Raises ``Refused``."""
    if uid not in PEOPLE:
        raise Refused("not_found")
    return PEOPLE[uid]


def page(things: list[Any], request: Asked) -> dict[str, Any]:
    """Filtered by the address's query, at most a hundred from its cursor on."""
    asked = request.query_params
    rows = [msgspec.to_builtins(thing) for thing in things]
    for name in FILTERS:
        if name in asked:
            rows = [row for row in rows if row.get(name) == asked[name]]
    since, until = moment(asked.get("from")), moment(asked.get("to"))
    rows = [row for row in rows if _within(row, since, until)]
    start, most = number(request, "cursor", 0), number(request, "limit", MOST)
    following = str(start + most) if len(rows) > start + most else None
    return {"items": rows[start : start + most], "next_cursor": following}


def number(request: Asked, name: str, default: int) -> int:
    """A whole number of the query. Raises ``Refused``."""
    text = request.query_params.get(name, "")
    if text and not (text.isascii() and text.isdigit() and len(text) < 7):
        raise Refused("invalid", f"{name} is a number")
    return min(int(text), 500) if text else default


def _within(row: dict[str, Any], since: datetime | None, until: datetime | None) -> bool:
    at = datetime.fromisoformat(row["created_at"]) if row.get("created_at") else None
    return at is None or ((since is None or at >= since) and (until is None or at <= until))


def moment(text: str | None) -> datetime | None:
    """A time of the query. Raises ``Refused``."""
    try:
        at = datetime.fromisoformat(text) if text else None
    except ValueError:
        at = None
    if text and (at is None or at.tzinfo is None):
        raise Refused("invalid", "from and to are RFC 3339 times with a zone")
    return at

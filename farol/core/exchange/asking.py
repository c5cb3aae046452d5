"""How the core is asked without changing anything: by name, so that what is not offered is not asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec

from .model import Page, Why
from .offer import Offer
from .problems import ExchangeRefused, NotOffered
from .wire import Call, Wire

MOST_LISTED = 50
T = TypeVar("T")


class Asking:
    """What all reads are made of. They raise ``ExchangeDown``, ``ExchangeRefused`` or ``NotOffered``, nothing else."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.offer = Offer()

    async def _list(
        self,
        why: Why,
        kind: type[T],
        name: str,
        path: str,
        since: datetime | None = None,
        match: Mapping[str, str] | None = None,
    ) -> list[T]:
        asked = {**(match or {}), **from_then(since), "limit": str(MOST_LISTED)}
        page: Page[T] = await self._get(why, Page[kind], name, path, asked)  # type: ignore[valid-type]
        return page.items

    async def _get(
        self, why: Why, kind: type[T], name: str, path: str, query: Mapping[str, str] | None = None
    ) -> T:
        return await self._ask(why, kind, name, Call("GET", path + (f"?{urlencode(query)}" if query else "")))

    async def _post(self, why: Why, kind: type[T], name: str, path: str, body: Any, **call: Any) -> T:
        return await self._ask(why, kind, name, Call("POST", path, msgspec.json.encode(body), **call))

    async def _ask(self, why: Why, kind: type[T], name: str, call: Call) -> T:
        if self.offer.lacks(name):
            raise NotOffered
        return await self.wire.ask(why, kind, call)


def part(uid: str) -> str:
    """An id as one path part. Anything an id cannot be is refused before it becomes an address."""
    if not uid or len(uid) > 64 or not uid.isprintable():
        raise ExchangeRefused(core_code="not_found")
    return quote(uid, safe="")


def from_then(since: datetime | None) -> dict[str, str]:
    """The part of a query that leaves out what is older."""
    return {"from": since.astimezone(UTC).isoformat().replace("+00:00", "Z")} if since else {}

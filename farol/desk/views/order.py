"""Orders of lists and the cursors that go on in them.

A page is asked for by the key of the last row of the one before, never by a number of rows to skip: the hundredth page costs
what the first does, and a row that moved is neither shown twice nor left out.
"""

import base64
import binascii
import re
from datetime import datetime
from functools import lru_cache
from typing import Literal

import msgspec

from farol.kit.problem import Invalid

from .sql import IS_OPEN, together

PAGE = 25
Sort = Literal["urgency", "opened", "updated", "due"]
SORTS: tuple[Sort, ...] = ("urgency", "opened", "updated", "due")


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended. part: of the order, for those made of two; keys: of the last row, as the database writes them."""

    sort: Sort
    descending: bool
    part: int
    keys: list[str]

    def text(self) -> str:
        """For an address."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


class Part(msgspec.Struct, frozen=True):
    """A stretch of a list in an order of its own. source: where ``ticket t`` comes from; keys: expressions with their types,
    all in one direction; only: what makes a ticket belong to this stretch. walk: where the keys come from, for a list so broad
    that its tickets are soon found by walking along the order."""

    keys: tuple[tuple[str, str], ...]
    source: str = "ticket t"
    only: tuple[str, ...] = ()
    walk: str = ""

    @lru_cache(maxsize=512)  # noqa: B019  # parts are constants of this file
    def statement(self, conditions: tuple[str, ...], *, descending: bool, first: int, after: bool, broad: bool = False) -> str:
        """The page's ids and keys. $1: viewer, $2: how many; with ``after`` the keys of the last row from ``$first`` on."""
        way, beyond = ("desc", "<") if descending else ("asc", ">")
        names = ", ".join(f"({key})::text as k{n}" for n, (key, _) in enumerate(self.keys))
        row = ", ".join(key for key, _ in self.keys)
        last = ", ".join(f"${first + n}::text::{kind}" for n, (_, kind) in enumerate(self.keys))
        begin = (f"({row}) {beyond} ({last})",) if after else ()
        # Keys and sources are constants of this file; a condition's values are parameters.
        if broad and self.walk:
            # The fence keeps the planner from collecting and sorting all that fit before it takes the first page of them.
            source = f"{self.walk} cross join lateral (select t.id from ticket t where t.id = d.ticket_id and {together(*conditions)} offset 0) t"  # noqa: S608
            where = together(KNOWN, *begin)
        else:
            source, where = self.source, together(*self.only, *conditions, *begin)
        return (f"select t.id, {names} from (select $1::bigint as id) viewer cross join {source} where {where} "  # noqa: S608
                f"order by {', '.join(f'{key} {way}' for key, _ in self.keys)} limit $2")


WAITING = "t.waiting_since is not null"
KNOWN = "d.waiting_since is not null"
WITH_CLOCK = "(sla_ticket d join ticket t on t.id = d.ticket_id)"
MAYBE_CLOCK = "(ticket t left join sla_ticket d on d.ticket_id = t.id)"
CALM, DUE = "(case d.severity when 'P0' then 0 else 1 end)", "coalesce(d.due_at, 'infinity')"
RANK = f"(case when {WAITING} and {IS_OPEN} then t.severity else 'P9' end)"

PARTS: dict[Sort, tuple[Part, ...]] = {
    # First what a clock knows to wait, along its index; then the rest: waiting without a clock yet, and what waits for others.
    "urgency": (
        Part(((CALM, "int"), (DUE, "timestamptz"), ("d.severity", "text"), ("d.ticket_id", "bigint")), WITH_CLOCK,
             (KNOWN, WAITING, IS_OPEN), "sla_ticket d"),
        Part(((RANK, "text"), ("coalesce(t.waiting_since, 'infinity')", "timestamptz"),
              ("(case when t.waiting_since is null then -t.id else t.id end)", "bigint")),
             "(ticket t left join sla_ticket d on d.ticket_id = t.id and d.waiting_since is not null)",
             (f"(d.ticket_id is null or not ({WAITING} and {IS_OPEN}))",)),
    ),
    "opened": (Part((("t.id", "bigint"),)),),
    "updated": (Part((("t.updated_at", "timestamptz"), ("t.id", "bigint"))),),
    "due": (Part(((DUE, "timestamptz"), ("t.id", "bigint")), MAYBE_CLOCK),),
}
LEAST_URGENT = (Part(((RANK, "text"), (DUE, "timestamptz"), ("coalesce(t.waiting_since, 'infinity')", "timestamptz"), ("t.id", "bigint")),
                     MAYBE_CLOCK),)


def parts(sort: Sort, *, descending: bool) -> tuple[Part, ...]:
    """The stretches of an order, one after the other."""
    return LEAST_URGENT if sort == "urgency" and descending else PARTS[sort]


_TYPES = {
    "int": re.compile(r"[01]"), "bigint": re.compile(r"-?\d{1,16}"), "text": re.compile(r"P\d"),
    "timestamptz": re.compile(r"infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00"),
}


def cursor(text: str, sort: Sort, *, descending: bool) -> Cursor:
    """The cursor, if this order could have given it. Raises Invalid."""
    try:
        found = msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Cursor)
    except (msgspec.DecodeError, msgspec.ValidationError, binascii.Error, ValueError):
        raise _foreign() from None
    stretches = parts(sort, descending=descending)
    if (found.sort, found.descending) != (sort, descending) or not 0 <= found.part < len(stretches):
        raise _foreign()
    keys = stretches[found.part].keys
    if len(keys) != len(found.keys) or not all(_fits(kind, key) for (_, kind), key in zip(keys, found.keys, strict=True)):
        raise _foreign()
    return found


def _fits(kind: str, key: str) -> bool:
    if not _TYPES[kind].fullmatch(key):
        return False
    try:
        return kind != "timestamptz" or key == "infinity" or bool(datetime.fromisoformat(key))
    except ValueError:
        return False


def _foreign() -> Invalid:
    return Invalid(errors=[{"field": "after", "why": "not a cursor of this list"}])

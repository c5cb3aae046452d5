"""Nouns of the radar. No I/O."""

from datetime import datetime
from typing import Literal, NamedTuple

import msgspec

from farol.core.chains import find

WITHIN_DAYS = 14
MOST_VALUES = 20
"""Ids and addresses of one message that are compared."""
MOST_PAIRS = 5
"""Tickets that one event is compared with: a hash in fifty tickets is an incident, not fifty duplicates."""
_FOLDED = ("0x", "bc1", "tb1", "ltc1", "addr1", "cosmos1")


class Value(NamedTuple):
    """An id or address, in the form in which two spellings are one."""

    kind: Literal["txid", "address"]
    value: str


class Lookalike(msgspec.Struct, frozen=True):
    """A ticket that looks like the one on screen. why: same txid, address or family of reasons. value: which, shortened.

    ours: of the same customer, so that both can become one; else it is a warning and says nothing of who the other is.
    """

    id: int
    ticket_id: int
    number: str
    subject: str
    status: str
    channel: str
    opened_at: datetime
    why: Literal["txid", "address", "reason"]
    value: str
    ours: bool
    state: Literal["open", "merged", "different"]


def values(text: str) -> list[Value]:
    """What in somebody's words can be compared between tickets, without repetition."""
    found = {Value(one.kind, _one_spelling(one.value)): None for one in find(text)}
    return list(found)[:MOST_VALUES]


def _one_spelling(value: str) -> str:
    """Hexadecimal and bech32 mean the same in any case; base58 does not."""
    bare = value.removeprefix("0x").removeprefix("0X")
    if all(c in "0123456789abcdefABCDEF" for c in bare):
        return bare.lower()
    return value.lower() if value.lower().startswith(_FOLDED) else value


def family(reason: str | None) -> str:
    """``dep`` of ``dep.missing_memo``; empty for none."""
    return (reason or "").partition(".")[0]


def shorten(value: str) -> str:
    """Head and tail, as lists show it."""
    return value if len(value) <= 14 else f"{value[:6]}…{value[-4:]}"

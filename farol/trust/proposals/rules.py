"""Who may decide: the four eyes of a proposal. No I/O."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from . import limits
from .model import ActionType, Seats


class Person(msgspec.Struct, frozen=True):
    """Somebody who proposes or decides. session: digest, empty outside one. ips: where they signed in and where they ask from.

    kind: staff or customer. teams: ids; a customer is in none.
    """

    kind: str
    id: int
    role: str
    teams: frozenset[int] = frozenset()
    session: bytes = b""
    ips: frozenset[str] = frozenset()


SHARED = frozenset({"", "127.0.0.1", "::1"})
"""Addresses that tell no two people apart: none, and this machine itself."""


REFUSABLE = (None, "place", "team", "limit")
"""Somebody of the right role may say no even where their yes would not count."""


def same_place(one: Person, other: Person, shared: frozenset[str] = SHARED) -> bool:
    """One session, or one address on the network. An office behind one address is one place: see the guide for such desks."""
    return (bool(one.session) and one.session == other.session) or bool((one.ips & other.ips) - shared)


def needed(kind: ActionType, usd: Decimal | None) -> Seats:
    """Every seat of an action."""
    return limits.seats(kind.purse, usd) if kind.purse else kind.seats


def left(kind: ActionType, usd: Decimal | None, maker: Person, approved: Iterable[str]) -> Seats:
    """The seats nobody has taken yet. approved: roles of those who did.

    The narrowest seat that somebody fits is theirs: seats of one action are apart or one within the other, so this never wastes one.
    """
    open_ = sorted(needed(kind, usd), key=len)
    for role in ([maker.role] if kind.maker_sits and maker.kind == "staff" else []) + list(approved):
        seat = next((seat for seat in open_ if role in seat), None)
        if seat is not None:
            open_.remove(seat)
    return tuple(open_)


def hinders(kind: ActionType, usd: Decimal | None, maker: Person, others: Sequence[Person], checker: Person,
            shared: frozenset[str] = SHARED) -> str | None:
    """Why somebody cannot approve, None when they can. others: who approved already.

    own: they proposed it. again: they decided. role: no open seat is for theirs. place: the session or address of somebody before
    them. team: not of another team than everybody before them, where that is asked for. limit: more than theirs.
    """
    before = [maker, *others]
    if (maker.kind, maker.id) == (checker.kind, checker.id):
        return "own"
    if checker.id in {one.id for one in others}:
        return "again"
    if not any(checker.role in seat for seat in left(kind, usd, maker, [one.role for one in others])):
        return "role"
    if any(same_place(one, checker, shared) for one in before):
        return "place"
    if kind.other_team and not all(_strangers(one, checker) for one in before):
        return "team"
    if kind.purse and not limits.may_check(kind.purse, checker.role, usd):
        return "limit"
    return None


def _strangers(one: Person, other: Person) -> bool:
    """Of teams that share nobody of the two. Who is in no team is of no other team either."""
    return one.kind == "customer" or (bool(one.teams) and bool(other.teams) and not one.teams & other.teams)

"""Who may answer before people are asked. A ticket keeps its place and its time meanwhile; only offering it begins a little later."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from farol.kit.db import Reads

MOST = timedelta(seconds=15)
"""Nobody goes before people for longer, so that what is dead keeps no customer from them."""
First = Callable[[Reads, int, datetime], Awaitable[datetime | None]]
_FIRST: list[First] = []


def first(ask: First) -> First:
    """Registers who may go first: from a ticket that begins to wait and the time now, until when; None for not at all."""
    _FIRST.append(ask)
    return ask


async def before_people(db: Reads, ticket_id: int, now: datetime) -> datetime | None:
    """Until when people are not asked about a ticket that begins to wait; None when they are asked at once."""
    until = [at for ask in _FIRST if (at := await ask(db, ticket_id, now)) is not None and at > now]
    return min(max(until), now + MOST) if until else None

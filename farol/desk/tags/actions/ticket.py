"""Tags of one ticket: words added and taken away, never a whole list."""

from collections.abc import Iterable

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound

from .. import store
from ..events import TicketTagged
from ..model import MOST, word
from ..problems import TagRetired, TooManyTags

RENAMES = 5
"""How often a word may have been renamed in a chain; a longer chain does not occur, since renaming shortens it."""


async def change(kit: Kit, actor: Actor, ticket_id: int, add: Iterable[str] = (), remove: Iterable[str] = ()) -> tuple[list[str], int]:
    """Puts words on a ticket and takes others off: its words now and its seq. What is so already changes nothing.

    A word that was renamed is added by its new name. Raises NotAllowed, NotFound, NotATag, TagRetired, TooManyTags, Invalid.
    """
    async def run() -> tuple[list[str], int, bool]:
        async with db.transaction(kit.db) as tx:
            return await change_in(tx, actor, ticket_id, add, remove)

    tags, seq, changed = await db.again(run)
    if changed:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return tags, seq


async def change_in(
    tx: Tx, actor: Actor, ticket_id: int, add: Iterable[str] = (), remove: Iterable[str] = (), *, why: str = "",
) -> tuple[list[str], int, bool]:
    """``change`` within a transaction of the caller's, who wakes ``ticket:ID`` when the last value is true. why: kept in the event."""
    if not actor.may(Can.TICKET_NOTE):
        raise NotAllowed
    wanted, unwanted = {word(each) for each in add}, sorted({word(each) for each in remove})
    if len(wanted) > MOST or wanted & set(unwanted):
        raise Invalid(errors=[{"field": "add", "why": "too many" if len(wanted) > MOST else "also to be taken away"}])
    added = await _held(tx, wanted)
    stands = await store.locked(tx, ticket_id)
    if stands is None:
        raise NotFound
    was, seq = stands
    tags = sorted((set(was) | set(added)) - set(unwanted))
    if tags == sorted(was):
        return tags, seq, False
    if len(tags) > max(MOST, len(was)):
        raise TooManyTags(most=MOST)
    seq = await store.put(tx, ticket_id, tags)
    event = TicketTagged(sorted(set(tags) - set(was)), sorted(set(was) - set(tags)), why)
    await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq)
    return tags, seq, True


async def _held(tx: Tx, words: set[str]) -> list[str]:
    """The words by which these are added now, held against a rename."""
    for _ in range(RENAMES):
        if not words:
            return []
        known = await store.hold(tx, sorted(words))
        moved = {each.word: each.became for each in known if each.became}
        if not moved:
            if gone := next((each.word for each in known if each.retired), None):
                raise TagRetired(word=gone)
            return sorted(words)
        words = {moved.get(each, each) for each in words}
    raise TagRetired(word=min(words))

"""A word for all tickets at once: renamed, put together with another, retired, brought back."""

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

from .. import store
from ..events import TagRenamed, TagRestored, TagRetired, TicketTagged
from ..model import Tag, word
from ..problems import TagTaken

BATCH = 200
"""Tickets in one transaction of a rename, so that it stays well under a second."""


async def rename(kit: Kit, actor: Actor, tag_id: int, to: str, *, merge: bool = False) -> Tag:
    """Calls a word another from now on; a job follows through its tickets. Returns the tag it has become.

    merge: the other may be a tag in use, and both are one then; that cannot be taken back, a mere rename can by renaming back.
    Raises NotFound, NotATag, TagTaken, Invalid when it is the same word.
    """
    wanted = word(to)

    async def run() -> Tag:
        async with db.transaction(kit.db) as tx:
            await store.meet(tx, wanted)
            tag, other = await store.both(tx, tag_id, wanted)
            if tag is None or tag["retired"]:
                raise NotFound
            if tag["word"] == wanted:
                raise Invalid(errors=[{"field": "word", "why": "it is called so already"}])
            taken = not other["retired"] and await store.carried(tx, wanted)
            if taken and not merge:
                raise TagTaken(word=wanted)
            await store.rename(tx, tag_id, tag["word"], other["id"], wanted)
            await emit(tx, f"tag:{tag_id}", actor, TagRenamed(tag["word"], wanted, taken))
            found = await store.tag(tx, other["id"])
            assert found
            return found

    return await db.again(run)


async def replace(kit: Kit, tag_id: int) -> int:
    """Gives the tickets of a renamed word its new name, some at a time; returns how many there were. Harmless to repeat."""
    total = 0
    while True:
        async with db.transaction(kit.db) as tx:
            done = await _some(tx, tag_id)
        for ticket_id, seq in done:
            await wake(kit.bus, f"ticket:{ticket_id}", seq)
        total += len(done)
        if not done:
            return total


async def _some(tx: Tx, tag_id: int) -> list[tuple[int, int]]:
    names = await store.became(tx, tag_id)
    if names is None:
        return []
    was, now = names
    rows = await store.replace(tx, was, now, BATCH)
    for row in rows:
        event = TicketTagged([now] if row["gained"] else [], [was], "renamed")
        await emit(tx, f"ticket:{row['id']}", SYSTEM, event, seq=row["seq"])
    return [(row["id"], row["seq"]) for row in rows]


async def retire(kit: Kit, actor: Actor, tag_id: int) -> None:
    """The word is no longer offered nor added; tickets keep it. Doing it again changes nothing. Raises NotFound."""
    await _set(kit, actor, tag_id, retired=True)


async def restore(kit: Kit, actor: Actor, tag_id: int) -> None:
    """A retired word can be added again. Raises NotFound."""
    await _set(kit, actor, tag_id, retired=False)


async def _set(kit: Kit, actor: Actor, tag_id: int, *, retired: bool) -> None:
    async with db.transaction(kit.db) as tx:
        tag, _ = await store.both(tx, tag_id, "")
        if tag is None or tag["became"]:
            raise NotFound
        if tag["retired"] == retired:
            return
        await store.set_retired(tx, tag_id, retired)
        await emit(tx, f"tag:{tag_id}", actor, TagRetired(tag["word"]) if retired else TagRestored(tag["word"]))

"""How often each word is used follows from what happens to tickets; a renamed word is followed through them."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs, store
from .events import TagRenamed, TicketTagged


@reaction("tag_count", TicketTagged)
async def count(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Counts a ticket in and out."""
    tagged = event.event()
    assert isinstance(tagged, TicketTagged)
    await store.count(tx, tagged.added, tagged.removed)


@reaction("tag_follow", TagRenamed)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Tickets get the new name soon after."""
    await enqueue(tx, jobs.follow, jobs.Renamed(event.id), key=f"tags.follow:{event.id}:{event.seq}")

"""The radar looks at every customer's message and at every new reason, whichever way they came."""

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketMerged, TicketUnmerged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions, store


@reaction("radar_compare", MessagePosted, TicketChanged)
async def compare(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Finds other tickets about the same."""
    said = event.event()
    heads: actions.Heads = {}
    if isinstance(said, MessagePosted) and said.author_kind == "customer":
        heads = await actions.compare_words(tx, event.id, event.seq)
    elif isinstance(said, TicketChanged) and said.fields.get("reason"):
        heads = await actions.compare_reason(tx, event.id)
    return [(WAKE, f"ticket:{ticket_id} {seq}".encode()) for ticket_id, seq in heads.items()]


@reaction("radar_settle", TicketMerged, TicketUnmerged)
async def settle(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A pair that was made one is settled; taken back, it stands to be looked at again."""
    joined = event.event()
    assert isinstance(joined, TicketMerged | TicketUnmerged)
    if event.id != joined.ticket_id:
        return  # the same is told on both streams
    now, was = ("merged", "open") if isinstance(joined, TicketMerged) else ("open", "merged")
    await tx.execute(store.JOINED, joined.ticket_id, joined.into_id, now, was)

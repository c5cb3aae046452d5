"""What follows from words, merges and connections that go on: work is queued, nothing is sent here."""

from farol.channels.connections.events import ConnectionResumed
from farol.core.tickets.events import MessagePosted, TicketMerged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue_all
from farol.kit.reactions import reaction

from . import contact_store, in_store, jobs, out_store, outgoing


@reaction("messengers_say", MessagePosted)
async def say_there(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Public words for a customer go where they spoke last."""
    posted = event.event()
    assert isinstance(posted, MessagePosted)
    if not posted.internal and posted.author_kind in ("staff", "assistant", "system"):
        await outgoing.say_message(kit, tx, event.id, event.seq)


@reaction("messengers_merged", TicketMerged)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A chat goes where its ticket goes on."""
    merged = event.event()
    assert isinstance(merged, TicketMerged)
    if event.id == merged.ticket_id:
        await contact_store.merged(tx, merged.ticket_id, merged.into_id)


@reaction("messengers_resumed", ConnectionResumed)
async def go_on(kit: Kit, tx: Tx, event: Recorded) -> None:
    """What waited meanwhile is read and sent."""
    await enqueue_all(tx, jobs.read, [jobs.Read(event.id, chat) for chat in await in_store.chats_of(tx, event.id)])
    await enqueue_all(tx, jobs.send, [jobs.Send(chat) for chat in await out_store.chats_of(tx, event.id)])

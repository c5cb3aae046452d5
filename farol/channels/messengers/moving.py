"""What becomes of words of ours is told in the ticket's own stream, so that open screens follow."""

from uuid import NAMESPACE_URL, uuid5

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.permission import SYSTEM

from . import contact_store, out_store
from .events import ParcelMoved
from .out_store import Known
from .texts import NoteTexts
from .words import called, note


async def tell(tx: Tx, parcel: Known, state: str, channel: str, why: str) -> tuple[str, int]:
    """The event, in the caller's transaction; the stream to wake."""
    event = ParcelMoved(parcel.id, state, channel, parcel.seq, why)
    if parcel.ticket_id is None:
        stream = f"chat:{parcel.chat_id}"
        return stream, await emit(tx, stream, SYSTEM, event)
    stream = f"ticket:{parcel.ticket_id}"
    return stream, await emit(tx, stream, SYSTEM, event, seq=await out_store.bump(tx, parcel.ticket_id))


async def moved(kit: Kit, parcel: Known, state: str, channel: str, why: str = "") -> None:
    """It is in that state now, if that is further on. What failed is told to the staff in the ticket."""
    async with transaction(kit.db) as tx:
        if not await out_store.move(tx, parcel.id, state, why[:300]):
            return
        stream, seq = await tell(tx, parcel, state, channel, why[:300])
    await wake(kit.bus, stream, seq)
    if state == "failed" and parcel.ticket_id is not None:
        place = await contact_store.place_by_chat(kit.db, parcel.chat_id)
        notes = NoteTexts(lang_of(place.language if place else "en"))
        words = notes.failed.format(seq=parcel.seq or "", channel=called(channel, place.language if place else "en"), why=why or "?")
        await note(kit, parcel.ticket_id, uuid5(NAMESPACE_URL, f"farol:parcel:{parcel.id}:failed"), words, channel)

"""What becomes of words of ours is told in the ticket's own stream, so that open screens follow."""

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from . import out_store
from .events import ParcelMoved
from .out_store import Known


async def tell(tx: Tx, parcel: Known, state: str, channel: str, why: str) -> tuple[str, int]:
    """The event, in the caller's transaction; the stream to wake."""
    event = ParcelMoved(parcel.id, state, channel, parcel.seq, why)
    if parcel.ticket_id is None:
        stream = f"chat:{parcel.chat_id}"
        return stream, await emit(tx, stream, SYSTEM, event)
    stream = f"ticket:{parcel.ticket_id}"
    return stream, await emit(tx, stream, SYSTEM, event, seq=await out_store.bump(tx, parcel.ticket_id))


async def moved(kit: Kit, parcel: Known, state: str, channel: str, why: str = "") -> None:
    """It is in that state now, if that is further on. What failed is a line of the conversation, by this event. why: a name of ``sending``'s, or
    the platform's words."""
    async with transaction(kit.db) as tx:
        if not await out_store.move(tx, parcel.id, state, why[:300]):
            return
        stream, seq = await tell(tx, parcel, state, channel, why[:300])
    await wake(kit.bus, stream, seq)

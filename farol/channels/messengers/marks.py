"""What happens to words afterwards: edited, taken back, delivered, read; and whether somebody can be written to at all.

An edit changes nothing that was said: the new words are said anew, marked as edited, so that whatever listens to customers hears them too,
and a line tells staff which message they stand for.
"""

from hashlib import sha256

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.core.tickets import actions as tickets
from farol.core.tickets.noting import note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of

from . import contact_store, out_store, receipt_store
from .events import ChatNoted, ContactLeft
from .in_store import Row
from .model import Receipt, Removed, Said, Standing
from .moving import moved
from .people import actor, place_of
from .texts import ChatTexts
from .words import name_of, said, speak


class Early(Exception):
    """A receipt that was faster than our own memory of what it is about. It is read again in a moment."""


async def edited(kit: Kit, connection: Connection, rows: list[Row], given: Said) -> None:
    """New words under an old name."""
    word = await contact_store.word(kit.db, connection.id, given.chat.id, given.message)
    place = await place_of(kit, connection, given.chat, given.who)
    if word is None or word.customer_id != place.customer_id:
        await said(kit, connection, rows, [given])
        return
    if word.body.strip() == given.text.strip() or not given.text.strip():
        return
    name = name_of(connection, given.chat.id, given.message, "edited", sha256(given.text.encode("utf-8", "surrogatepass")).hexdigest())
    text = f"{ChatTexts(lang_of(place.language)).edited} {given.text.strip()}"
    ticket = await speak(
        kit, connection, place, name=name, text=text, at=clock.now(), masked=tuple(kind for row in rows for kind in row.removed))
    await note(kit, ticket, ChatNoted("edited", connection.channel, str(name), word.seq if word.ticket_id == ticket else 0))


async def removed(kit: Kit, connection: Connection, given: Removed) -> None:
    """Words were taken back; ours stay."""
    word = await contact_store.word(kit.db, connection.id, given.chat.id, given.message)
    if word is None:
        return
    name = name_of(connection, given.chat.id, given.message, "removed")
    await note(kit, word.ticket_id, ChatNoted("removed", connection.channel, str(name), word.seq))


async def standing(kit: Kit, connection: Connection, given: Standing) -> None:
    """They block us, or let us in again. The ticket says so."""
    chat = await contact_store.chat_id(kit.db, connection.id, given.chat.id)
    if chat is None:
        return
    async with transaction(kit.db) as tx:
        contact = await contact_store.set_here(tx, connection.id, given.who.id, here=given.here)
        if contact is None:
            return
        chats = await contact_store.chats_of(tx, contact)
        seq = await emit(tx, f"chat:{chat}", actor(0), ContactLeft(connection.channel, given.here))
    await wake(kit.bus, f"chat:{chat}", seq)
    name = name_of(connection, given.chat.id, "standing", str(seq))
    for _, ticket in chats:
        if ticket is not None:
            await note(kit, ticket, ChatNoted("back" if given.here else "left", connection.channel, str(name)))


async def receipt(kit: Kit, connection: Connection, given: Receipt) -> None:
    """What became of ours. A receipt that comes before we know the message's id is waited for, a little."""
    if given.until:
        parcels = await receipt_store.until(kit.db, connection.id, given.chat, given.until)
    else:
        parcels = await out_store.by_message(kit.db, connection.id, given.chat, given.message, upto=given.upto)
    if not parcels and not given.until and await out_store.sending(kit.db, connection.id):
        raise Early
    for parcel in parcels:
        await moved(kit, parcel, given.state, connection.channel, given.said)
    if given.cost_unit and parcels:
        async with transaction(kit.db) as tx:
            if await receipt_store.charge(tx, connection.id, given.chat, given.message):
                await connections.spend(tx, connection.id, given.cost_unit)
    if given.state != "read" or not parcels:
        return
    last = max(parcels, key=lambda one: one.id)
    place = await contact_store.place_by_chat(kit.db, last.chat_id)
    if place and last.ticket_id is not None and last.seq is not None:
        await tickets.mark_read(kit, actor(place.customer_id), last.ticket_id, last.seq)


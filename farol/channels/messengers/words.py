"""Words in a private chat: they join the ticket the chat is in, or open one."""

from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from farol.channels.connections.model import Connection
from farol.core.tickets import actions as tickets
from farol.core.tickets import merged_store
from farol.core.tickets.actions.warning import warn
from farol.core.tickets.model import LONGEST, Posted
from farol.core.tickets.noting import note
from farol.core.tickets.problems import TicketClosed
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import lang_of
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound, TooMany

from . import contact_store, files_in, in_store, jobs, out_store
from .contact_store import Place
from .events import ChatNoted
from .files_in import Both
from .in_store import Row
from .model import Said
from .people import actor_of, place_of
from .texts import ChatTexts

PATIENT_TRIES = 3
"""How often a file is asked for again before the words go on without it."""


def name_of(connection: Connection, chat: str, *what: str) -> UUID:
    """The name under which something is said once, however often it is tried."""
    return uuid5(NAMESPACE_URL, "\x1f".join((f"farol:{connection.id}", chat, *what)))


async def said(kit: Kit, connection: Connection, rows: list[Row], given: list[Said]) -> None:
    """One message of the customer, of one or, in an album, of several of the platform."""
    if given[0].who.machine:
        return
    place = await place_of(kit, connection, given[0].chat, given[0].who)
    text = "\n".join([*(one.text.strip() for one in given if one.text.strip()), *_story(given[0], place)])
    files, lost = await _files(kit, connection, actor_of(place), rows, given, text)
    name = name_of(connection, given[0].chat.id, given[0].message)
    await speak(
        kit, connection, place, name=name, text=text, files=files, lost=lost, messages=[one.message for one in given],
        at=given[-1].at, masked=tuple(dict.fromkeys(kind for row in rows for kind in row.removed)))


def _story(one: Said, place: Place) -> list[str]:
    """Where the story stands that the words are about."""
    if not one.story:
        return []
    texts = ChatTexts(lang_of(place.language))
    return [(texts.story_mention if one.story == "mention" else texts.story_reply).format(link=one.link).strip()]


async def speak(
    kit: Kit, connection: Connection, place: Place, *, name: UUID, text: str, files: list[UUID] | None = None, lost: list[Both] | None = None,
    messages: list[str] | None = None, at: datetime | None = None, masked: tuple[str, ...] = (),
) -> int:
    """Says it as the customer, where the chat is: in its ticket, while that is theirs and not closed, else in a new one. Returns the ticket."""
    actor, body = actor_of(place), text[:LONGEST]
    if not body and not files:
        body = ChatTexts(lang_of(actor.language)).unnamed
    posted, ticket_id = await _join(kit, connection, place, actor, name, body, files or [])
    if posted is None:
        opened = await tickets.open_ticket(
            kit, actor, client_id=name, body=body, files=files, channel=connection.channel, language=place.language)
        posted, ticket_id = opened.posted, opened.id
    now = clock.now()
    if await contact_store.said(kit.db, place.chat_id, ticket_id, min(at or now, now), posted.seq, messages or []):
        await enqueue(kit.db, jobs.send, jobs.Send(place.chat_id))
    if masked and not posted.removed and posted.outcome == "new":
        await warn(kit, ticket_id, name, actor, masked)
    if upto := await out_store.sent_upto(kit.db, place.chat_id, ticket_id):
        # Who answers has read what stood above.
        await tickets.mark_read(kit, actor, ticket_id, upto)
    if lost:
        await note(kit, ticket_id, ChatNoted("lost", connection.channel, str(name), lost=lost))
    return ticket_id


async def _join(
    kit: Kit, connection: Connection, place: Place, actor: Actor, name: UUID, body: str, files: list[UUID],
) -> tuple[Posted | None, int]:
    """In the chat's ticket, if it can be."""
    if place.ticket_id is None:
        return None, 0
    there = await merged_store.goes_on(kit.db, place.ticket_id)
    if there is None or there.customer_id != actor.id:
        return None, 0
    try:
        posted = await tickets.post_message(
            kit, actor, there.id, client_id=name, body=body, files=files, channel=connection.channel)
    except (TicketClosed, NotFound):
        return None, 0
    return posted, posted.ticket or there.id


async def _files(
    kit: Kit, connection: Connection, actor: Actor, rows: list[Row], given: list[Said], text: str,
) -> tuple[list[UUID], list[Both]]:
    """Kept once: a second try finds their ids, so that the message stays the same."""
    first = rows[0]
    if first.files is not None:
        return first.files, first.left_out
    sent = [file for one in given for file in one.files]
    if not sent and len(text) <= LONGEST:
        return [], []
    patient = first.tries < PATIENT_TRIES
    try:
        kept, lost = await files_in.keep(kit, connection, actor, sent, text, patient=patient)
    except TooMany:
        if patient:
            raise
        kept, lost = [], [files_in.alike(files_in.name_of(file)) for file in sent]
    await in_store.keep_files(kit.db, first.id, kept, lost)
    return kept, lost

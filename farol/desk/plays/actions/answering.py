"""A customer's answer makes an ordinary ticket of a message, with what was said before in it."""

from uuid import UUID, uuid5

from farol.core.tickets import posting
from farol.core.tickets.actions import UNIQUE, open_ticket, post_message
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import Draft, Opened
from farol.core.tickets.problems import ClientIdReused
from farol.core.urgency.silence import silent
from farol.desk.plays import store
from farol.desk.plays.events import PlayAnswered
from farol.desk.plays.model import SHOWN_FOR, Message, plays
from farol.desk.plays.problems import MessageOver
from farol.desk.plays.words import Words
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang, lang_of
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

_NAMESPACE = UUID("5b0a7a52-6b6c-4c0e-9d0f-2f6f9f2b7d31")


async def seen(kit: Kit, actor: Actor, message_id: int) -> None:
    """Its customer has it on screen. Raises NotFound."""
    if await store.own(kit.db, actor.id, message_id) is None:
        raise NotFound
    await kit.db.execute(store.SEEN, message_id)


async def answer(kit: Kit, actor: Actor, message_id: int, *, client_id: UUID, body: str, lang: Lang) -> Opened:
    """The customer's words, in the ticket that the first of them opens. Sending the same again is harmless.

    Raises NotFound, MessageOver, and what posting raises.
    """
    message = await store.own(kit.db, actor.id, message_id)
    if message is None or message.said_at is None:
        raise NotFound
    if message.ticket_id is not None and message.answer_id != client_id:
        return await _further(kit, actor, message.ticket_id, client_id, body)
    if clock.now() - message.said_at > SHOWN_FOR:
        raise MessageOver
    kind = plays()[message.play].about if message.play in plays() else ""
    about = {"kind": kind, "id": message.entity_id} if kind else None
    try:
        # One id for all answers of a message: two that come at once open one ticket.
        opened = await open_ticket(
            kit, actor, client_id=uuid5(_NAMESPACE, str(message.id)), body=body, channel="portal", language=lang, about=about,
            subject=message.title(lang))
    except ClientIdReused:
        again = await store.message(kit.db, message.id)
        if again is None or again.ticket_id is None or again.answer_id == client_id:
            raise
        return await _further(kit, actor, again.ticket_id, client_id, body)
    await _join(kit, message, opened.id, lang, client_id)
    return opened


async def _further(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, body: str) -> Opened:
    posted = await post_message(kit, actor, ticket_id, client_id=client_id, body=body, channel="portal")
    return Opened(posted.ticket or ticket_id, "", posted)


async def joined(kit: Kit, ticket_id: int) -> None:
    """A new ticket about a thing that we wrote of is an answer, whichever way it came."""
    message = await store.about(kit.db, ticket_id, clock.now() - SHOWN_FOR)
    if message is not None:
        person = await store.reached(kit.db, message.uid)
        await _join(kit, message, ticket_id, lang_of(person.language))


async def _join(kit: Kit, message: Message, ticket_id: int, lang: Lang, answer_id: UUID | None = None) -> None:
    async def run() -> int | None:
        async with db.transaction(kit.db) as tx:
            return await _joined(tx, message, ticket_id, lang, answer_id)

    if (seq := await db.again(run, *UNIQUE)) is not None:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def _joined(tx: Tx, message: Message, ticket_id: int, lang: Lang, answer_id: UUID | None) -> int | None:
    if not await store.answered(tx, message.id, ticket_id, answer_id):
        return None
    text = Words(lang).quoted.format(words=message.words(lang))
    # Where a person may be in danger no machine speaks to them; staff still read what was said before.
    hidden = await silent(tx, ticket_id)
    draft = Draft(ticket_id, uuid5(_NAMESPACE, f"quote:{message.id}"), "system", 0, text, hidden, "portal", (), (), None)
    await posting.post(tx, [draft])
    seq = await bump(tx, ticket_id)
    return await emit(tx, f"ticket:{ticket_id}", SYSTEM, PlayAnswered(message.id, message.play, message.title_zh, message.title_en), seq=seq)

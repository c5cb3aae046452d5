"""Where a mail's words go once it is decided: into a ticket, a side thread, a new ticket, or a note beside them."""

import contextlib
import uuid

from farol.core.customers import actions as customers
from farol.core.customers import store as customer_store
from farol.core.tickets import actions as tickets
from farol.core.tickets import log_store, merged_store
from farol.core.tickets.model import LONGEST, Posted
from farol.core.tickets.problems import ClientIdReused, TicketClosed
from farol.desk.threads import actions as threads
from farol.desk.threads.model import LONGEST as MOST_SAID
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.permission import SYSTEM, Actor

from . import attachments, incoming, store, tricks
from .doors import placing
from .events import CustomerAwayNoted
from .intake_words import IntakeWords
from .letters import out_store, outside_store
from .letters.notes import Both, noted
from .model import Mail, client_id
from .proof.model import Proof
from .readers import readers_store
from .reading.charset import one_line
from .settling import settle
from .store import Target, Waiting

CHANNEL = "email"


async def join(kit: Kit, waiting: Waiting, mail: Mail, target: Target) -> int:
    """The customer's words into their ticket, whose id this returns. Raises TicketClosed."""
    # Of a merged ticket, words go where it goes on; that may be the account of the person whose mailbox this is.
    assert target.ticket_id is not None
    ticket = await merged_store.goes_on(kit.db, target.ticket_id)
    assert ticket
    actor = await _actor(kit, ticket.customer_id)
    words = mail.said or mail.subject
    body, cut = incoming.body(words, LONGEST)
    files, _ = await _files(kit, waiting, actor, mail, words if cut else "")
    posted = await tickets.post_message(
        kit, actor, ticket.id, client_id=client_id(waiting.digest), body=body, files=files, channel=CHANNEL)
    # Who answers a mail has read it.
    there = posted.ticket or ticket.id
    await tickets.mark_read(kit, actor, there, await out_store.mailed_upto(kit.db, there))
    await _done(kit, waiting, "joined", mail, there, posted)
    return there


async def answer(kit: Kit, waiting: Waiting, mail: Mail, outsider_id: int) -> None:
    """Words of somebody outside go into the side thread they were asked in, never into the ticket."""
    language = await outside_store.language(kit.db, outsider_id)
    actor = Actor("outsider", outsider_id, frozenset(), language=language, name=mail.sender)
    words = mail.said or mail.subject
    body, cut = incoming.body(words, MOST_SAID)
    files, lost = await _files(kit, waiting, actor, mail, words if cut else "")
    lost += await _odd(kit, waiting, mail)
    said = await threads.say_from_outside(
        kit, outsider_id, client_id=client_id(waiting.digest), body=body, files=files, note="\n".join(each[lang_of(language)] for each in lost))
    if said is None:
        await settle(kit, waiting, "quarantined", "not_in_thread")
    else:
        await settle(kit, waiting, "joined", "", None, said[0], outsider_id=outsider_id, wipe=said[1])


async def read_along(kit: Kit, waiting: Waiting, mail: Mail, reader_id: int) -> None:
    """Words of somebody who reads along stand beside the ticket, under their own name: they are not the customer's, whatever they say."""
    reader = await readers_store.reader(kit.db, reader_id)
    if reader is None or reader.state != "confirmed":
        await settle(kit, waiting, "quarantined", "not_reader")
        return
    await _beside(kit, waiting, mail, reader.ticket_id, "reader", reader_id)


async def beside(kit: Kit, waiting: Waiting, mail: Mail, ticket_id: int) -> None:
    """A mail that staff let into a ticket though its sender is not the customer: its words stand beside the ticket, with the sender's address."""
    await _beside(kit, waiting, mail, ticket_id, "released", None)


async def _beside(kit: Kit, waiting: Waiting, mail: Mail, ticket_id: int, how: str, reader_id: int | None) -> None:
    ticket = await merged_store.goes_on(kit.db, ticket_id)
    assert ticket
    customer = await customer_store.customer(kit.db, ticket.customer_id)
    says = IntakeWords(lang_of(customer.language if customer else "en"))
    files, _ = await _files(kit, waiting, SYSTEM, mail, "")
    sender = f"{mail.sender_name} <{mail.sender}>" if mail.sender_name else mail.sender
    head = getattr(says, how).format(sender=one_line(sender)[:300])
    body, _ = incoming.body("\n".join([head, "", mail.said or mail.subject]), LONGEST)
    try:
        posted = await tickets.post_message(
            kit, SYSTEM, ticket.id, client_id=client_id(waiting.digest), body=body, internal=True, files=files, channel=CHANNEL)
    except TicketClosed:
        await settle(kit, waiting, "quarantined", "closed")
        return
    await settle(kit, waiting, "joined", "", ticket.id, posted.seq, reader_id=reader_id, wipe=bool(posted.removed))


async def away(kit: Kit, mail: Mail, target: Target) -> None:
    """That the customer's mailbox answers by itself is told to the staff, once a day, with its words; nothing is answered and nothing waits."""
    assert target.ticket_id is not None
    ticket = await merged_store.goes_on(kit.db, target.ticket_id)
    if ticket is None:
        return
    own = uuid.uuid5(uuid.NAMESPACE_OID, f"mail away {ticket.id} {clock.now():%Y-%m-%d}")
    words = one_line(mail.said or mail.text or mail.subject)[:300] or "—"
    with contextlib.suppress(TicketClosed, ClientIdReused):
        posted = await tickets.post_message(kit, SYSTEM, ticket.id, client_id=own, body=words, internal=True, channel=CHANNEL)
        if posted.outcome == "new":
            stream = f"ticket:{ticket.id}"
            async with transaction(kit.db) as tx:
                seq = await log_store.bump(tx, ticket.id)
                await emit(tx, stream, SYSTEM, CustomerAwayNoted(incoming.until(f"{mail.subject}\n{mail.text}")), seq=seq)
            await wake(kit.bus, stream, seq)


async def open_(kit: Kit, waiting: Waiting, mail: Mail, proof: Proof) -> int:
    """A new ticket of a visitor known by mail alone: a From proves nothing, so it is nobody's who can read on a page. Its id."""
    words = mail.text or mail.subject
    subject = mail.subject
    if tricks.looks(mail):
        words, subject = tricks.mask(words), tricks.mask(subject)
    language = incoming.language(f"{mail.subject}\n{words}")
    async with transaction(kit.db) as tx:
        # Whom we know by mail is known by proven mail: others may write under the address, and stay by themselves. Two first letters at once are one person's.
        await store.alone(tx, mail.sender)
        visitor = await store.visitor(tx, waiting.id, mail.sender if proof.aligned else "")
        if visitor is None:
            visitor = await customer_store.add_visitor(tx, mail.sender_name, mail.sender, language)
        if proof.aligned:
            await store.keep_visitor(tx, waiting.id, visitor)
        else:
            await store.keep_stranger(tx, waiting.id, visitor)
    actor = await _actor(kit, visitor)
    body, cut = incoming.body(words, LONGEST)
    files, _ = await _files(kit, waiting, actor, mail, words if cut else "")
    opened = await tickets.open_ticket(
        kit, actor, client_id=client_id(waiting.digest), body=body, files=files, channel=CHANNEL, language=language,
        subject=subject or None)
    if opened.posted.outcome == "new":
        await placing.place(kit, waiting.id, waiting.recipient, opened.id)
    await _done(kit, waiting, "opened", mail, opened.id, opened.posted)
    return opened.id


async def _actor(kit: Kit, customer_id: int) -> Actor:
    customer = await customer_store.customer(kit.db, customer_id)
    assert customer
    return Actor("customer", customer.id, customers.RIGHTS, language=customer.language, name=customer.name, alias=customer.name)


async def _files(kit: Kit, waiting: Waiting, actor: Actor, mail: Mail, whole_text: str) -> tuple[list[uuid.UUID], list[Both]]:
    """Keeps the files once: a second try finds their ids, so that the message stays the same."""
    if waiting.files is not None:
        return waiting.files, []
    kept, lost = await attachments.keep(kit, actor, mail, whole_text)
    if whole_text:
        lost.insert(0, noted("text_cut"))
    await store.keep_files(kit.db, waiting.id, kept, lost)
    return kept, lost


async def _done(
    kit: Kit, waiting: Waiting, state: str, mail: Mail, ticket_id: int, posted: Posted,
) -> None:
    """Keeps what the staff have to know beside the words, which stands under the message; then ends the mail's way."""
    if odd := await _odd(kit, waiting, mail):
        await store.leave_out(kit.db, waiting.id, odd)
    await settle(kit, waiting, state, "", ticket_id, posted.seq, wipe=bool(posted.removed))


async def _odd(kit: Kit, waiting: Waiting, mail: Mail) -> list[Both]:
    """A warning when another mail had the same id, and when staff let in what nobody proved."""
    reused = await store.reused(kit.db, waiting.id, mail.message_id, waiting.content)
    return [*([noted("message_id_reused")] if reused else []), *([noted("let_in")] if waiting.released else [])]

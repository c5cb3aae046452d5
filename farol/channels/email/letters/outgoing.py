"""Sending what nobody read on screen: written once, in one transaction with its row, then tried until it is gone."""

from uuid import UUID

import msgspec
from msgspec.structs import replace

from farol.channels.email import address, store
from farol.channels.email.events import MailDelivery, MailQueued
from farol.channels.email.model import ADDRESS, Later
from farol.channels.email.readers import actions as readers
from farol.channels.email.readers import readers_store
from farol.channels.messengers import delivery_store
from farol.core.customers import store as customer_store
from farol.core.customers.model import Customer, mask_email
from farol.core.genuine import actions as genuine
from farol.core.preferences import store as preferences
from farol.core.tickets import store as ticket_store
from farol.core.tickets.channels import elsewhere
from farol.core.tickets.model import MessageView
from farol.core.translation.label import Label
from farol.desk.languages.model import name
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang, Tongue, tongue_of, written
from farol.kit.permission import SYSTEM
from farol.kit.secretbox import SecretBox
from farol.kit.settings import Settings

from . import (
    attached,
    compose,
    dsn,
    letterheads,
    out_store,
    restraint,
    returned,
    returned_store,
    word,
)
from .letter import File, Letter, Part
from .letterhead import Letterhead
from .out_store import Claimed
from .returned_store import Gone
from .trying import ANSWERABLE, CLAIM_S, End, attempt, pause_s


class Known(msgspec.Struct, frozen=True):
    """What is known of a ticket when a mail of it is written."""

    id: int
    ticket: out_store.Thread
    customer: Customer
    files: dict[UUID, File]
    head_key: str
    head: Letterhead


async def write(kit: Kit, ticket_id: int) -> None:
    """Writes one mail with everything public that the customer has neither read on screen nor in a mail, and one to each who reads along."""
    files = await attached.read(kit, ticket_id)
    async with transaction(kit.db) as tx:
        ticket = await out_store.lock_ticket(tx, ticket_id)
        customer = await customer_store.customer(tx, ticket.customer_id) if ticket else None
        if ticket is None or customer is None:
            return
        known = Known(ticket_id, ticket, customer, files, *await letterheads.of(tx, kit.settings, customer.id, ticket_id))
        queued = [each for each in [await _to_customer(kit.settings, tx, known), *await _to_readers(kit.settings, tx, known)] if each]
        if not queued:
            return
        stream = f"mail_out:{ticket_id}"
        for each in queued:
            seq = await emit(tx, stream, SYSTEM, each)
    await wake(kit.bus, stream, seq)


async def _to_customer(settings: Settings, tx: Tx, known: Known) -> MailQueued | None:
    ticket, customer = known.ticket, known.customer
    marks = await ticket_store.marks(tx, known.id)
    reached = await delivery_store.reached(tx, known.id)
    read = max(await out_store.mailed_upto(tx, known.id), marks.customer.seq if marks.customer else 0, reached)
    news = [said for said in await ticket_store.messages(tx, known.id, after=read, public=True) if said.author.kind != "customer"]
    if not news or not ADDRESS.fullmatch(customer.email):
        return None
    # The assistant answers the mails of a person who is known; to anybody else a machine writes as seldom as the system does.
    by_machine = all(said.author.kind != "staff" for said in news)
    proven = bool(customer.uid) or await store.proven(tx, customer.id)
    counted = by_machine and (all(said.author.kind == "system" for said in news) or not proven)
    if by_machine and not await restraint.may_go(tx, settings, known.id, customer.email, counted=counted):
        return None
    lang = tongue_of(customer.language if ticket.language in ("", "und") else ticket.language)
    token = address.token(settings.secret_key, known.id, customer.email)
    await store.add_address(tx, address.digest(token), known.id, customer.email, clock.now() + ANSWERABLE)
    # What anybody could have typed is not mailed to the address they gave: no subject, no ids of theirs.
    strange = counted and not proven
    subject = ticket.subject if not strange and (customer.uid or ticket.channel == "email") else ""
    letter = replace(
        await _letter(settings, tx, known, news, f"reply+{token}@{settings.mail_domain}", customer.email, lang), subject=subject, automatic=by_machine,
        references=await (out_store.own_ids if strange else out_store.thread)(tx, known.id),
        signature=await _signature(tx, known.id, news, written(lang)) if known.head.signature else "",
        portal=f"{settings.public_url}/my/tickets/{ticket.number}" if customer.uid else "",
        via=elsewhere(ticket.channel, lang) if customer.uid and ticket.channel != "email" else "", stolen=f"{settings.public_url}/stolen",
        word=await word.of(tx, settings, customer.id) if customer.uid else "",
        verify=await genuine.link(tx, settings, "email", recipient=mask_email(customer.email), title=subject, customer_id=customer.id, ticket_id=known.id))
    return await _queue(settings, tx, known, letter, news[-1].seq, automatic=counted, reader=False)


async def _to_readers(settings: Settings, tx: Tx, known: Known) -> list[MailQueued]:
    """To those the customer let read along: what people of ours said since, and nothing that is the customer's alone."""
    queued = []
    for reader in await readers_store.confirmed(tx, known.id):
        read = max(reader.after_seq or 0, await out_store.reader_upto(tx, known.id, reader.address))
        news = [said for said in await ticket_store.messages(tx, known.id, after=read, public=True) if said.author.kind == "staff"]
        if not news or not ADDRESS.fullmatch(reader.address):
            continue
        letter = replace(
            await _letter(settings, tx, known, news, await readers.reply_address(tx, settings, reader), reader.address, tongue_of(reader.language)),
            verify=await genuine.link(tx, settings, "email", recipient=mask_email(reader.address), ticket_id=known.id))
        queued.append(await _queue(settings, tx, known, letter, news[-1].seq, automatic=False, reader=True))
    return queued


async def _letter(settings: Settings, tx: Tx, known: Known, news: list[MessageView], back: str, to: str, lang: Tongue) -> Letter:
    """What every mail of a ticket has, on the paper of its customer's brand. back: where the answer goes."""
    originals = await out_store.originals(tx, known.id, news[0].seq - 1)
    files = [file for said in news for file in attached.of(said, known.files)]
    return letterheads.dress(settings, known.head, Letter(
        message_id=address.message_id(settings), sender=back, recipient=to, number=known.ticket.number, subject="",
        parts=tuple(_part(said, originals.get(said.seq), known.files) for said in news), references=await out_store.own_ids(tx, known.id),
        at=clock.now(), lang=lang, brand=known.head.brand, automatic=False, portal="",
        pictures=tuple(file for file in files if file.cid), files=tuple(file for file in files if not file.cid)))


async def _queue(settings: Settings, tx: Tx, known: Known, letter: Letter, upto: int, *, automatic: bool, reader: bool) -> MailQueued:
    mail_id = await out_store.add_out(
        tx, ticket_id=known.id, upto_seq=upto, message_id=letter.message_id, sender=letter.sender, recipient=letter.recipient,
        raw=seal(settings, letter.message_id, compose.build(letter)), automatic=automatic, by_machine=letter.automatic,
        mailbox=address.mailbox(letter.recipient), reader=reader, letterhead=known.head_key)
    return MailQueued(mail_id, upto)


def seal(settings: Settings, message_id: str, raw: bytes) -> bytes:
    """A mail as it is kept: it may hold the word by which its customer knows us."""
    return SecretBox(settings.secret_key, "mail out").seal(raw, message_id)


def unsealed(settings: Settings, message_id: str, kept: bytes) -> bytes:
    """The mail again; those of earlier versions were kept as they are."""
    return SecretBox(settings.secret_key, "mail out").open(kept, message_id) if kept[:1] == b"\x01" else kept


async def _signature(tx: Tx, ticket_id: int, news: list[MessageView], lang: Lang) -> str:
    """What the agent who wrote last puts under mailed answers, in the one of the two languages it is written in that is nearer to the customer's."""
    last = next((said.seq for said in reversed(news) if said.author.kind == "staff"), None)
    if last is None:
        return ""
    chosen = (await preferences.preferences(tx, await out_store.author(tx, ticket_id, last))).signature
    return str(getattr(chosen, lang)).strip()


def _part(said: MessageView, translated: out_store.Original | None, files: dict[UUID, File]) -> Part:
    left = len(said.files) - len(attached.of(said, files))
    part = Part(said.author.name if said.author.kind == "staff" else "", said.body, left)
    if translated is None:
        return part
    tongue = tongue_of(translated.target)
    label = Label(tongue).mailed.format(language=name(translated.source, tongue))
    return replace(part, label=label, original=translated.original)


async def send(kit: Kit, ticket_id: int) -> None:
    """Sends the ticket's waiting mails, oldest first. Raises Later when the other server is away or says so.

    At least once: when the connection breaks after the last byte, the same mail with the same Message-ID goes again.
    """
    while mail := await out_store.claim(kit.db, ticket_id, CLAIM_S):
        if stopped := await returned_store.suppressed(kit.db, address.mailbox(mail.recipient)):
            await _settle(kit, ticket_id, mail, End("suppressed", stopped.said or stopped.reason))
            continue
        raw = unsealed(kit.settings, mail.message_id, mail.raw)
        end = await attempt(kit, address.bounce(kit.settings, address.MAIL, mail.id), mail.recipient, raw, mail.at)
        if end.state == "away":
            await out_store.put_back(kit.db, mail.id, end.said)
            raise Later(end.after_s or pause_s(mail.attempts))
        await _settle(kit, ticket_id, mail, end)
    if await out_store.queued(kit.db, ticket_id):
        raise Later(CLAIM_S)  # another process has it, or died with it


async def _settle(kit: Kit, ticket_id: int, mail: Claimed, end: End) -> None:
    stream, woken, said = f"mail_out:{ticket_id}", list[tuple[str, int]](), dsn.hidden(end.said)
    async with transaction(kit.db) as tx:
        if not await out_store.delivered(tx, mail.id, end.state, said, dsn.status_in(said)):
            return
        if end.gone:
            stopped = await returned.suppress_mailbox(tx, mail.recipient, "bounced", said)
            woken += [stopped] if stopped else []
        woken.append((stream, await emit(tx, stream, SYSTEM, MailDelivery(mail.id, end.state, said))))
        if end.state in ("failed", "suppressed"):
            woken.append(await returned.note(tx, Gone(mail.id, ticket_id, mail.recipient), end.state, said))
    for each in woken:
        await wake(kit.bus, *each)

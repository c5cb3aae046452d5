"""Sending what nobody read on screen: written once, in one transaction with its row, then tried until it is gone."""

import secrets
from datetime import timedelta

import structlog
from msgspec.structs import replace

from farol.channels.email import address, store
from farol.channels.email.events import MailDelivery, MailQueued
from farol.channels.email.model import ADDRESS, Later
from farol.core.customers import store as customer_store
from farol.core.preferences import store as preferences
from farol.core.tickets import store as ticket_store
from farol.core.tickets.model import MessageView
from farol.core.translation.label import Label
from farol.desk.languages.model import name
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang, tongue_of, written
from farol.kit.permission import SYSTEM
from farol.kit.settings import Settings

from . import compose, out_store, outside_store, transport
from .compose import Letter, Part
from .out_store import Claimed

log = structlog.get_logger()
ANSWERABLE = timedelta(days=365)
"""How long after our last mail an answer still joins the ticket."""
AUTOMATIC_AN_HOUR = 500
"""Automatic mails in all, so that nobody can make us a mail bomb (E06)."""
GIVE_UP = timedelta(days=3)
LONGEST_PAUSE_S = 300
CLAIM_S = transport.LONGEST_S + 30


async def write(kit: Kit, ticket_id: int) -> None:
    """Writes one mail with everything public that the customer has neither read on screen nor in a mail."""
    async with transaction(kit.db) as tx:
        queued = await _write(kit.settings, tx, ticket_id)
        if queued is None:
            return
        stream = f"mail_out:{ticket_id}"
        seq = await emit(tx, stream, SYSTEM, queued)
    await wake(kit.bus, stream, seq)


async def _write(settings: Settings, tx: Tx, ticket_id: int) -> MailQueued | None:
    ticket = await out_store.lock_ticket(tx, ticket_id)
    if ticket is None:
        return None
    customer = await customer_store.customer(tx, ticket.customer_id)
    marks = await ticket_store.marks(tx, ticket_id)
    read = max(await out_store.mailed_upto(tx, ticket_id), marks.customer.seq if marks.customer else 0)
    news = [said for said in await ticket_store.messages(tx, ticket_id, after=read, public=True) if said.author.kind != "customer"]
    automatic = all(said.author.kind == "system" for said in news)
    # The assistant answers every mail of a person, as often as they write; other machines are told that a machine wrote.
    by_machine = all(said.author.kind != "staff" for said in news)
    if not news or customer is None or not ADDRESS.fullmatch(customer.email):
        return None
    originals = await out_store.originals(tx, ticket_id, read)
    if automatic and not await _may_write_by_itself(tx, customer.email):
        return None
    token = address.token(settings.secret_key, ticket_id, customer.email)
    await store.add_address(tx, address.digest(token), ticket_id, customer.email, clock.now() + ANSWERABLE)
    lang = tongue_of(customer.language if ticket.language in ("", "und") else ticket.language)
    letter = Letter(
        message_id=f"<{ticket_id}.{news[-1].seq}.{secrets.token_hex(16)}@{settings.mail_domain}>",
        sender=f"reply+{token}@{settings.mail_domain}", recipient=customer.email, number=ticket.number,
        # A visitor may have typed somebody else's address, so nothing a visitor typed on a page is mailed to it.
        subject=ticket.subject if customer.uid or ticket.channel == "email" else "",
        parts=tuple(_part(said, originals.get(said.seq)) for said in news), references=await out_store.thread(tx, ticket_id), at=clock.now(),
        lang=lang, brand=settings.brand, automatic=by_machine,
        signature=await _signature(tx, ticket_id, news, written(lang)),
        portal=f"{settings.public_url}/my/tickets/{ticket.number}" if customer.uid else "", stolen=f"{settings.public_url}/stolen",
    )
    mail_id = await out_store.add_out(
        tx, ticket_id=ticket_id, upto_seq=news[-1].seq, message_id=letter.message_id, sender=letter.sender,
        recipient=letter.recipient, raw=compose.build(letter), automatic=automatic)
    return MailQueued(mail_id, news[-1].seq)


async def _signature(tx: Tx, ticket_id: int, news: list[MessageView], lang: Lang) -> str:
    """What the agent who wrote last puts under mailed answers, in the one of the two languages it is written in that is nearer to the customer's."""
    last = next((said.seq for said in reversed(news) if said.author.kind == "staff"), None)
    if last is None:
        return ""
    chosen = (await preferences.preferences(tx, await out_store.author(tx, ticket_id, last))).signature
    return str(getattr(chosen, lang)).strip()


def _part(said: MessageView, translated: out_store.Original | None) -> Part:
    part = Part(said.author.name if said.author.kind == "staff" else "", said.body, len(said.files))
    if translated is None:
        return part
    tongue = tongue_of(translated.target)
    label = Label(tongue).mailed.format(language=name(translated.source, tongue))
    return replace(part, label=label, original=translated.original)


async def _may_write_by_itself(tx: Tx, recipient: str) -> bool:
    """At most one automatic mail to an address in 24 h, and a ceiling over all (E06, E07)."""
    to_this, in_hour = await out_store.automatic(tx, recipient)
    if in_hour >= AUTOMATIC_AN_HOUR:
        log.error("mail.automatic_ceiling", in_hour=in_hour)
    return not to_this and in_hour < AUTOMATIC_AN_HOUR


async def send(kit: Kit, ticket_id: int) -> None:
    """Sends the ticket's waiting mails, oldest first. Raises Later when the other server is away or says so.

    At least once: when the connection breaks after the last byte, the same bytes with the same Message-ID go again.
    """
    while mail := await out_store.claim(kit.db, ticket_id, CLAIM_S):
        state, error = await attempt(kit.settings, mail)
        if state == "away":
            await out_store.put_back(kit.db, mail.id, error)
            raise Later(pause_s(mail.attempts, LONGEST_PAUSE_S))
        await _settle(kit, ticket_id, mail, state, error)
    if await out_store.queued(kit.db, ticket_id):
        raise Later(CLAIM_S)  # another process has it, or died with it


async def attempt(settings: Settings, mail: Claimed | outside_store.Claimed) -> tuple[str, str]:
    """Hands a mail over once: ``sent``, ``failed`` for good, or ``away`` while it is worth trying again; and what the other server said."""
    try:
        await transport.hand_over(settings, mail.sender, mail.recipient, mail.raw)
    except transport.Refused as refusal:
        return "failed", str(refusal)
    except transport.Away as gone:
        return "away" if clock.now() - mail.at < GIVE_UP else "failed", str(gone)
    return "sent", ""


def pause_s(attempts: int, longest: float) -> float:
    """Seconds until the next try: each pause twice the last, up to the longest."""
    return float(min(5 * 2**min(attempts, 10), longest))


async def _settle(kit: Kit, ticket_id: int, mail: Claimed, state: str, error: str) -> None:
    stream = f"mail_out:{ticket_id}"
    async with transaction(kit.db) as tx:
        if not await out_store.delivered(tx, mail.id, state, error):
            return
        seq = await emit(tx, stream, SYSTEM, MailDelivery(mail.id, state, error))
    await wake(kit.bus, stream, seq)

"""Taking mail in: keep it first, understand it later, and end every mail in exactly one state."""

import re
import uuid

import structlog

from farol.core.customers import actions as customers
from farol.core.customers import store as customer_store
from farol.core.tickets import actions as tickets
from farol.core.tickets import merged_store
from farol.core.tickets.model import LONGEST, Posted
from farol.core.tickets.problems import TicketClosed
from farol.desk.threads import actions as threads
from farol.desk.threads.model import LONGEST as MOST_SAID
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.permission import SYSTEM, Actor
from farol.kit.secretbox import SecretBox

from . import address, attachments, incoming, store
from .doors import mailbox_store
from .events import MailDelivery, MailReceived, MailSettled
from .letters import out_store, outside, outside_store
from .letters.notes import Notes
from .model import Later, Mail, Refused, client_id, content_digest, digest
from .reading.charset import one_line
from .reading.pool import ParserDied, Parsers
from .store import Target, Waiting

log = structlog.get_logger()
MOST_DEATHS = 3
"""How many parsers a mail may end before it is put aside."""
CLAIM_S = 60
CHANNEL = "email"
_FAILED = re.compile(rb"(?im)^Action:[ \t]*failed")
_OURS = re.compile(rb"<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,190}>")


async def receive(kit: Kit, *, recipient: str, return_path: str, peer: str, raw: bytes, connection_id: int | None = None) -> None:
    """Keeps the mail, sealed. Once this returns it cannot be lost; a copy of a mail we have only counts up."""
    content = content_digest(raw)
    key = digest(recipient, content)
    sealed = _box(kit).seal(raw, key.hex())
    async with transaction(kit.db) as tx:
        id_, first = await store.receive(tx, key, content, recipient.lower(), return_path, peer, sealed)
        if not first:
            return
        if connection_id is not None:
            await mailbox_store.came_to(tx, id_, connection_id)
        seq = await emit(tx, f"mail_in:{id_}", SYSTEM, MailReceived(len(raw)))
    await wake(kit.bus, f"mail_in:{id_}", seq)


async def take(kit: Kit, mail_id: int) -> None:
    """Makes of the mail, and of older ones to the same reply address before it, what ``incoming.fate`` says.

    Harmless to run again or twice at once. Raises ParserDied (the third time the mail is put aside) and, while
    another process has the mail that comes first, Later.
    """
    recipient = await store.recipient(kit.db, mail_id)
    if recipient is None:
        return
    if address.token_in(recipient, kit.settings.mail_domain) is None:
        await _take_one(kit, mail_id)
        return
    while (oldest := await store.oldest_in(kit.db, recipient)) is not None:
        await _take_one(kit, oldest)


async def _take_one(kit: Kit, mail_id: int) -> None:
    waiting = await store.claim_in(kit.db, mail_id, CLAIM_S)
    if waiting is None:
        if await store.recipient(kit.db, mail_id) is not None:
            raise Later(CLAIM_S)
        return
    try:
        await _settle_by_content(kit, waiting)
    except Exception:
        await store.unclaim_in(kit.db, mail_id)
        raise


async def _settle_by_content(kit: Kit, waiting: Waiting) -> None:
    raw = _box(kit).open(waiting.raw, waiting.digest.hex())
    try:
        mail = await kit.get(Parsers).parse(raw)
    except ParserDied:
        if await store.death(kit.db, waiting.id) < MOST_DEATHS:
            raise
        log.error("mail.poison", mail=waiting.id)
        await _settle(kit, waiting, "quarantined", "parser_died")
        return
    if isinstance(mail, Refused):
        await _settle(kit, waiting, "quarantined", mail.reason)
        return
    await store.understood(kit.db, waiting.id, mail.sender, mail.message_id, list(mail.flags))
    await _follow(kit, waiting, mail, await _target(kit, waiting.recipient), raw)


async def _target(kit: Kit, recipient: str) -> Target | None:
    token = address.token_in(recipient, kit.settings.mail_domain)
    return await store.address(kit.db, address.digest(token)) if token else None


async def _follow(kit: Kit, waiting: Waiting, mail: Mail, target: Target | None, raw: bytes) -> None:
    """Does what the mail's fate says."""
    settings = kit.settings
    fate = incoming.fate(
        mail, return_path=waiting.return_path, target=target, taken=await store.taken_from(kit.db, mail.sender),
        ours=incoming.is_ours(mail, settings.mail_domain, settings.mail_from))
    if fate.state in ("quarantined", "dropped"):
        if fate.reason == "bounce" and target and _FAILED.search(raw):
            await _bounced(kit, target, mail, raw)
        await _settle(kit, waiting, fate.state, fate.reason)
        return
    if fate.state == "joined" and target and target.outsider_id is not None:
        await _answer(kit, waiting, mail, target.outsider_id)
        return
    if fate.state == "joined" and target:
        try:
            await _join(kit, waiting, mail, target)
            return
        except TicketClosed:
            pass  # a closed ticket takes no more words; they open a new one
    await _open(kit, waiting, mail)


async def _join(kit: Kit, waiting: Waiting, mail: Mail, target: Target) -> None:
    # Of a merged ticket, words go where it goes on; that may be the account of the person whose mailbox this is.
    assert target.ticket_id is not None
    ticket = await merged_store.goes_on(kit.db, target.ticket_id)
    assert ticket
    actor = await _actor(kit, ticket.customer_id)
    words = mail.said or mail.subject
    body, cut = incoming.body(words, LONGEST)
    files, lost = await _files(kit, waiting, actor, mail, words if cut else "")
    posted = await tickets.post_message(
        kit, actor, ticket.id, client_id=client_id(waiting.digest), body=body, files=files, channel=CHANNEL)
    # Who answers a mail has read it.
    there = posted.ticket or ticket.id
    await tickets.mark_read(kit, actor, there, await out_store.mailed_upto(kit.db, there))
    await _done(kit, waiting, "joined", mail, there, posted, actor, lost)


async def _answer(kit: Kit, waiting: Waiting, mail: Mail, outsider_id: int) -> None:
    """Words of somebody outside go into the side thread they were asked in, never into the ticket."""
    language = await outside_store.language(kit.db, outsider_id)
    actor = Actor("outsider", outsider_id, frozenset(), language=language, name=mail.sender)
    words = mail.said or mail.subject
    body, cut = incoming.body(words, MOST_SAID)
    files, lost = await _files(kit, waiting, actor, mail, words if cut else "")
    lost = await _left_out(kit, waiting, mail, actor, lost)
    said = await threads.say_from_outside(
        kit, outsider_id, client_id=client_id(waiting.digest), body=body, files=files, note="\n".join(lost))
    if said is None:
        await _settle(kit, waiting, "quarantined", "not_in_thread")
    else:
        await _settle(kit, waiting, "joined", "", None, said[0], outsider_id=outsider_id, wipe=said[1])


async def _open(kit: Kit, waiting: Waiting, mail: Mail) -> None:
    """A new ticket of a visitor known by mail alone: a From proves nothing, so it is nobody's who can read on a page."""
    words = mail.text or mail.subject
    language = incoming.language(f"{mail.subject}\n{words}")
    async with transaction(kit.db) as tx:
        visitor = await store.visitor(tx, waiting.id, mail.sender)
        if visitor is None:
            visitor = await customer_store.add_visitor(tx, mail.sender_name, mail.sender, language)
        await store.keep_visitor(tx, waiting.id, visitor)
    actor = await _actor(kit, visitor)
    body, cut = incoming.body(words, LONGEST)
    files, lost = await _files(kit, waiting, actor, mail, words if cut else "")
    opened = await tickets.open_ticket(
        kit, actor, client_id=client_id(waiting.digest), body=body, files=files, channel=CHANNEL, language=language,
        subject=mail.subject or None)
    await _done(kit, waiting, "opened", mail, opened.id, opened.posted, actor, lost)


async def _actor(kit: Kit, customer_id: int) -> Actor:
    customer = await customer_store.customer(kit.db, customer_id)
    assert customer
    return Actor("customer", customer.id, customers.RIGHTS, language=customer.language, name=customer.name, alias=customer.name)


async def _files(kit: Kit, waiting: Waiting, actor: Actor, mail: Mail, whole_text: str) -> tuple[list[uuid.UUID], list[str]]:
    """Keeps the files once: a second try finds their ids, so that the message stays the same."""
    if waiting.files is not None:
        return waiting.files, []
    kept, lost = await attachments.keep(kit, actor, mail, whole_text)
    if whole_text:
        lost.insert(0, Notes(lang_of(actor.language)).text_cut)
    await store.keep_files(kit.db, waiting.id, kept, lost)
    return kept, lost


async def _done(
    kit: Kit, waiting: Waiting, state: str, mail: Mail, ticket_id: int, posted: Posted, actor: Actor, lost: list[str],
) -> None:
    """Tells the staff what is not in the ticket, then ends the mail's way."""
    if lost := await _left_out(kit, waiting, mail, actor, lost):
        note = "\n".join([Notes(lang_of(actor.language)).left_out, *(f"- {line}" for line in lost)])
        own = uuid.uuid5(client_id(waiting.digest), "note")
        await tickets.post_message(kit, SYSTEM, ticket_id, client_id=own, body=note[:LONGEST], internal=True, channel=CHANNEL)
    await _settle(kit, waiting, state, "", ticket_id, posted.seq, wipe=bool(posted.removed))


async def _left_out(kit: Kit, waiting: Waiting, mail: Mail, actor: Actor, lost: list[str]) -> list[str]:
    """With what was lost, a warning when another mail had the same id."""
    reused = await store.reused(kit.db, waiting.id, mail.message_id, waiting.content)
    return [*lost, Notes(lang_of(actor.language)).message_id_reused] if reused else lost


async def _bounced(kit: Kit, target: Target, mail: Mail, raw: bytes) -> None:
    named = [found.decode() for found in _OURS.findall(raw[:500_000])][:200]
    said = one_line(mail.text)[:300]
    if target.ticket_id is None:
        await outside.bounced(kit, target, said, named)
        return
    async with transaction(kit.db) as tx:
        mail_id = await out_store.bounced(tx, target.ticket_id, target.recipient, said, named)
        if mail_id is None:
            return
        stream = f"mail_out:{target.ticket_id}"
        seq = await emit(tx, stream, SYSTEM, MailDelivery(mail_id, "bounced", said))
    await wake(kit.bus, stream, seq)


async def _settle(
    kit: Kit, waiting: Waiting, state: str, reason: str, ticket_id: int | None = None, seq: int | None = None, *,
    outsider_id: int | None = None, wipe: bool = False,
) -> None:
    async with transaction(kit.db) as tx:
        if not await store.settle(tx, waiting.id, state, reason, ticket_id, seq, outsider_id):
            return
        if wipe:
            await store.wipe(tx, waiting.id)
        stream = f"mail_in:{waiting.id}"
        at = await emit(tx, stream, SYSTEM, MailSettled(state, reason, ticket_id))
    await wake(kit.bus, stream, at)


def _box(kit: Kit) -> SecretBox:
    return SecretBox(kit.settings.secret_key, "mail")

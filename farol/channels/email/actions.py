"""Taking mail in: keep it first, understand it later, and end every mail in exactly one state."""

import contextlib

import structlog

from farol.core.tickets.problems import CustomerBlocked, Empty, TicketClosed
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from . import address, entering, incoming, poison, shown, store, tricks
from .doors import mailbox_store, placing
from .entering import CHANNEL
from .events import MailReceived
from .letters import returned
from .model import Later, Mail, Refused, content_digest, digest
from .proof import proof_store
from .proof.model import Proof
from .proof.prove import Prover
from .readers import actions as readers
from .reading.pool import ParserDied, Parsers
from .settling import box, settle
from .store import Target, Waiting

__all__ = ["CHANNEL", "receive", "take"]

log = structlog.get_logger()
MOST_DEATHS = 3
"""How many parsers a mail may end before it is put aside."""
CLAIM_S = 60
MOST_TRIES = 4
FIRST_TRY_S = 30
"""A proof that DNS did not give is looked for again, with pauses twice as long each time: 30 s to 4 min."""


async def receive(
    kit: Kit, *, recipient: str, return_path: str, peer: str, raw: bytes, connection_id: int | None = None, helo: str = "",
) -> None:
    """Keeps the mail, sealed. Once this returns it cannot be lost; a copy of a mail we have only counts up.

    peer: the address of the server that brought it, or a name such as ``imap:mail.example.com``; helo: what it called itself.
    """
    content = content_digest(raw)
    key = digest(recipient, content)
    sealed = box(kit).seal(raw, key.hex())
    async with transaction(kit.db) as tx:
        id_, first = await store.receive(tx, key, content, recipient.lower(), return_path, peer, sealed, helo[:255])
        if not first:
            return
        if connection_id is not None:
            await mailbox_store.came_to(tx, id_, connection_id)
        seq = await emit(tx, f"mail_in:{id_}", SYSTEM, MailReceived(len(raw)))
    await wake(kit.bus, f"mail_in:{id_}", seq)


async def take(kit: Kit, mail_id: int) -> None:
    """Makes of the mail, and of older ones to the same reply address before it, what ``incoming.fate`` says.

    Harmless to run again or twice at once. Raises ParserDied (the third time the mail is put aside) and, while
    another process has the mail that comes first or nobody can tell who wrote it, Later.
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
    raw = box(kit).open(waiting.raw, waiting.digest.hex())
    try:
        mail = await kit.get(Parsers).parse(raw)
    except ParserDied:
        if await store.death(kit.db, waiting.id) < MOST_DEATHS:
            raise
        log.error("mail.poison", mail=waiting.id)
        await settle(kit, waiting, "quarantined", "parser_died")
        await poison.tell(kit, waiting.id)
        return
    if isinstance(mail, Refused):
        await settle(kit, waiting, "quarantined", mail.reason)
        return
    target = await _target(kit, waiting.recipient)
    view = shown.seal(box(kit), waiting.digest, shown.of(mail, tricky=tricks.looks(mail)))
    await store.understood(
        kit.db, waiting.id, mail.sender, mail.message_id, list(mail.flags), target.ticket_id if target else None, view)
    if letter := address.bounced(kit.settings, waiting.recipient):
        # The address itself proves which mail of ours is meant, and nothing here is anybody's words.
        await settle(kit, waiting, "dropped", await returned.take(kit, letter, mail, raw))
        return
    proof = await _proof(kit, waiting, mail, raw)
    async with transaction(kit.db) as tx:  # counted before it is one that is counted
        await store.alone(tx, mail.sender)
        taken = await store.taken_from(tx, waiting.id, mail.sender, proof.aligned)
        await proof_store.keep(tx, waiting.id, proof)
    try:
        if waiting.released:
            await _release(kit, waiting, mail, target, proof, raw)
        else:
            await _follow(kit, waiting, mail, target, raw, proof, taken)
    except Empty:  # no words, and none of its files was fit to be kept
        await settle(kit, waiting, "quarantined", "empty")
    except CustomerBlocked:  # kept and marked, answered by nobody
        await settle(kit, waiting, "quarantined", "blocked")


async def _target(kit: Kit, recipient: str) -> Target | None:
    token = address.token_in(recipient, kit.settings.mail_domain)
    return await store.address(kit.db, address.digest(token)) if token else None


async def _proof(kit: Kit, waiting: Waiting, mail: Mail, raw: bytes) -> Proof:
    """What is believed of the mail. Raises Later while DNS is away."""
    proof = await kit.get(Prover).prove(
        kit.settings, mail, raw, peer=waiting.peer, helo=waiting.helo, return_path=waiting.return_path,
        authserv=await placing.authserv(kit, waiting.id) if waiting.peer.startswith("imap:") else "")
    if proof.why == "undecided" and waiting.tries < MOST_TRIES and not (waiting.released or mail.automatic):
        await store.try_later(kit.db, waiting.id)
        raise Later(FIRST_TRY_S * 2**waiting.tries)
    return proof


async def _follow(
    kit: Kit, waiting: Waiting, mail: Mail, target: Target | None, raw: bytes, proof: Proof, taken: tuple[int, int],
) -> None:
    """Does what the mail's fate says."""
    settings = kit.settings
    fate = incoming.fate(
        mail, return_path=waiting.return_path, target=target, taken=taken,
        ours=incoming.is_ours(mail, settings.mail_domain, settings.mail_from) or await placing.is_mailbox(kit, mail.sender), proof=proof, unsigned=settings.mail_unsigned,
        tricky=tricks.looks(mail))
    if fate.state in ("quarantined", "dropped"):
        if fate.state == "dropped":
            await returned.unaddressed(kit, target, mail, raw)
        if incoming.is_away(mail, target, fate) and not incoming.doubted(proof, settings.mail_unsigned):
            assert target
            await entering.away(kit, mail, target)
        await settle(kit, waiting, fate.state, fate.reason)
        return
    await _enter(kit, waiting, mail, target if fate.state == "joined" else None, raw, proof)


async def _enter(kit: Kit, waiting: Waiting, mail: Mail, target: Target | None, raw: bytes, proof: Proof) -> None:
    """To where the target stands for; to a ticket of its own without one."""
    if target and target.outsider_id is not None:
        await entering.answer(kit, waiting, mail, target.outsider_id)
        return
    if target and target.reader_id is not None:
        await entering.read_along(kit, waiting, mail, target.reader_id)
        return
    ticket_id = None
    if target:
        with contextlib.suppress(TicketClosed):  # a closed ticket takes no more words; they open a new one
            ticket_id = await entering.join(kit, waiting, mail, target)
    if ticket_id is None:
        ticket_id = await entering.open_(kit, waiting, mail, proof)
    if proof.aligned:
        await readers.propose(kit, ticket_id, waiting.id, mail.sender, raw)


async def _release(kit: Kit, waiting: Waiting, mail: Mail, target: Target | None, proof: Proof, raw: bytes) -> None:
    """What a person decided, in place of the rules. Words become the customer's only where the address is theirs and the mail could be."""
    if waiting.released == "ticket" and target and not incoming.theirs(mail, target):
        if target.ticket_id is None:
            await settle(kit, waiting, "quarantined", "other_sender")
        else:
            await entering.beside(kit, waiting, mail, target.ticket_id)
        return
    await _enter(kit, waiting, mail, target if waiting.released == "ticket" else None, raw, proof)

"""Mail that came back: matched to the letter it is about, told in the ticket, and a mailbox that is not there is not written to again."""

from farol.channels.email import address
from farol.channels.email.events import MailboxRestored, MailboxSuppressed, MailDelivery, MailReturned
from farol.channels.email.model import Mail
from farol.channels.email.store import Target
from farol.core.customers.model import mask_email
from farol.core.tickets import log_store
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from . import dsn, outside, returned_store
from .dsn import Said
from .returned_store import Gone, Suppressed

STATES = {"failed": "bounced", "delayed": "delayed", "delivered": "delivered", "complained": "complained"}


async def take(kit: Kit, which: tuple[str, int], mail: Mail, raw: bytes) -> str:
    """Takes what came back to the bounce address of one mail; returns the reason under which it is kept. Harmless to run again."""
    said = dsn.read(raw, mail.text or mail.subject)
    if said is None:
        return "bounce_unclear"  # a holiday note, most often: they go to where bounces go
    kind, id_ = which
    if kind == address.MAIL and (found := await returned_store.mail(kit.db, id_)):
        await _about(kit, found, said)
    elif kind == address.THREAD and said.outcome in ("failed", "complained") and (to := await returned_store.outsider(kit.db, id_)):
        await outside.bounced(kit, Target(None, to[1], False, to[0]), said.said, list(said.named))
    return "complaint" if said.outcome == "complained" else "bounce"


async def unaddressed(kit: Kit, target: Target | None, mail: Mail, raw: bytes) -> None:
    """The same for reports that came elsewhere: to the reply address, as some servers do, or to the support address, as complaints do.

    Without a reply address only a Message-ID of our own making counts, so that nobody can speak about somebody else's mail.
    """
    said = dsn.read(raw, mail.text or mail.subject) if mail.automatic else None
    if said is None:
        return
    if target and target.reader_id is not None:
        return  # what is known of a reader's mail comes back to the bounce address
    own = [id_ for id_ in said.named if address.is_own_id(kit.settings, id_)]
    if target and target.outsider_id is not None:
        if said.outcome == "failed":
            await outside.bounced(kit, target, said.said, list(said.named))
    elif target and target.ticket_id is not None:
        if found := await returned_store.of_ticket(kit.db, target.ticket_id, target.recipient, list(said.named)):
            await _about(kit, found, said)
    elif own and (found := await returned_store.named(kit.db, own)):
        await _about(kit, found, said)


async def _about(kit: Kit, gone: Gone, said: Said) -> None:
    await told(kit, gone, STATES[said.outcome], said.status, said.said, suppress=said.gone or said.outcome == "complained")


async def told(kit: Kit, gone: Gone, state: str, status: str, said: str, *, suppress: bool) -> None:
    """Keeps what is known of a mail that went, and tells the staff in its ticket what they have to know."""
    stream, woken, said = f"mail_out:{gone.ticket_id}", list[tuple[str, int]](), dsn.hidden(said)
    async with transaction(kit.db) as tx:
        if suppress:
            stopped = await suppress_mailbox(tx, gone.recipient, "complained" if state == "complained" else "bounced", said)
            woken += [stopped] if stopped else []
        if await returned_store.told(tx, gone.id, state, status, said):
            woken.append((stream, await emit(tx, stream, SYSTEM, MailDelivery(gone.id, state, said))))
            woken += [await note(tx, gone, state, said)] if state in ("bounced", "complained") else []
    for each in woken:
        await wake(kit.bus, *each)


async def note(tx: Tx, gone: Gone, state: str, said: str) -> tuple[str, int]:
    """Says it to the staff in the ticket; what to wake."""
    stream = f"ticket:{gone.ticket_id}"
    seq = await log_store.bump(tx, gone.ticket_id)
    return stream, await emit(tx, stream, SYSTEM, MailReturned(gone.id, state, mask_email(gone.recipient), said), seq=seq)


async def suppress_mailbox(tx: Tx, recipient: str, reason: str, said: str) -> tuple[str, int] | None:
    """No mail to this mailbox any more; what to wake, when that is new."""
    id_ = await returned_store.suppress(tx, address.mailbox(recipient), recipient, reason, said)
    if id_ is None:
        return None
    stream = f"mail_suppressed:{id_}"
    return stream, await emit(tx, stream, SYSTEM, MailboxSuppressed(reason))


async def lift(kit: Kit, actor: Actor, id_: int, why: str) -> Suppressed:
    """Somebody knows that the mailbox works again, and says from where. Doing it again changes nothing."""
    async with transaction(kit.db) as tx:
        seq = 0
        if await returned_store.lift(tx, id_, actor.id, why):
            seq = await emit(tx, f"mail_suppressed:{id_}", actor, MailboxRestored(why))
    if seq:
        await wake(kit.bus, f"mail_suppressed:{id_}", seq)
    found = await returned_store.by_id(kit.db, id_)
    if found is None:
        raise NotFound
    return found

"""Looking at mail that was put aside, and deciding about it."""

from collections.abc import Mapping
from typing import Any

from farol.channels.email import jobs, shown
from farol.channels.email.events import MailSettled
from farol.channels.email.proof import proof_store, words
from farol.channels.email.settling import box
from farol.core.notices.actions import notify
from farol.core.people.model import RIGHTS
from farol.core.tickets.visibility import viewer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from . import quarantine_store as store
from .events import MailReleased, MailReplayed, ReleaseAsked, ReleaseRefused
from .model import SEALED, Detail, Entry, needs_two, steps
from .problems import BytesKept, NeedsSecond, NotAside, NoTicket

GREW = {"zh": "邮件隔离区里有 {count} 封等待处理", "en": "Mail put aside and waiting for a decision: {count}"}


async def listed(kit: Kit, actor: Actor, reason: str, before: int, most: int) -> list[Entry]:
    """Newest first, those of tickets that the actor may see."""
    return [_entry(kit, row) for row in await store.rows(kit.db, viewer(actor), reason, before, most)]


def _entry(kit: Kit, row: Mapping[str, Any]) -> Entry:
    view = shown.unseal(box(kit), row["digest"], row["shown"])
    return Entry(
        row["id"], row["at"], row["reason"], row["sender"], _masked(row["recipient"]), view.subject, row["imitates"], row["ticket_id"], row["number"],
        row["asked_by"], row["asked_name"], row["asked_way"], row["whole"], row["copies"])


def _masked(recipient: str) -> str:
    """An address of ours; a reply address is a key and keeps only its ends."""
    local, _, host = recipient.partition("@")
    return f"{local[:8]}…@{host}" if local.startswith("reply+") else recipient


async def look(kit: Kit, actor: Actor, id_: int) -> Detail:
    """One mail, as words. Raises NotFound."""
    row = await store.row(kit.db, viewer(actor), id_)
    if row is None:
        raise NotFound
    view = shown.unseal(box(kit), row["digest"], row["shown"])
    proof = (await proof_store.proofs(kit.db, [id_])).get(id_)
    return Detail(
        _entry(kit, row), view.sender_name, view.text, list(view.files), row["peer"], row["return_path"], proof,
        words.sentence(proof) if proof else None, words.warning(proof) if proof else None,
        needs_two(row["reason"], row["imitates"]), row["whole"] and row["reason"] not in SEALED)


async def original(kit: Kit, actor: Actor, id_: int) -> bytes:
    """The mail's bytes. Raises NotFound, BytesKept."""
    row = await store.row(kit.db, viewer(actor), id_)
    found = await store.raw(kit.db, id_) if row else None
    if row is None or found is None:
        raise NotFound
    if not found[1] or row["reason"] in SEALED:
        raise BytesKept
    return box(kit).open(found[1], found[0].hex())


async def release(kit: Kit, actor: Actor, id_: int, way: str) -> str:
    """Lets a mail out: ``released``, or ``asked`` when it takes a second person. Raises NotFound, NotAside, NoTicket, BytesKept, NeedsSecond."""
    row = await _seen(kit, actor, id_)
    if not row["whole"]:
        raise BytesKept
    async with transaction(kit.db) as tx:
        locked = await store.lock(tx, id_)
        if locked is None:
            raise NotAside
        reason, for_ticket = locked
        if way == "ticket" and for_ticket is None and not row["recipient"].startswith("reply+"):
            raise NoTicket
        asked = await store.asked(tx, id_)
        if not needs_two(reason, row["imitates"]):
            await tx.execute(store.RELEASED, id_, way, actor.id)
            seq = await _back(tx, actor, id_, way, MailReleased(way, None))
        elif asked is None:
            await tx.execute(store.ASK, id_, way, actor.id)
            seq = await emit(tx, f"mail_in:{id_}", actor, ReleaseAsked(way))
            await _tell_second(tx, actor, id_)
        elif asked.asked_by == actor.id:
            raise NeedsSecond
        else:
            await tx.execute(store.DECIDE, asked.id, "released", actor.id)
            seq = await _back(tx, actor, id_, asked.way, MailReleased(asked.way, asked.asked_by))
    await wake(kit.bus, f"mail_in:{id_}", seq)
    return "asked" if asked is None and needs_two(reason, row["imitates"]) else "released"


async def refuse(kit: Kit, actor: Actor, id_: int) -> None:
    """A wish to let it out is taken back, or refused by another: it stays. Raises NotFound, NotAside."""
    await _seen(kit, actor, id_)
    async with transaction(kit.db) as tx:
        asked = await store.asked(tx, id_)
        if asked is None:
            raise NotAside
        await tx.execute(store.DECIDE, asked.id, "refused", actor.id)
        seq = await emit(tx, f"mail_in:{id_}", actor, ReleaseRefused(asked.asked_by))
    await wake(kit.bus, f"mail_in:{id_}", seq)


async def drop(kit: Kit, actor: Actor, id_: int) -> None:
    """It goes nowhere. Raises NotFound, NotAside."""
    await _seen(kit, actor, id_)
    async with transaction(kit.db) as tx:
        if not await store.drop(tx, id_, actor.id):
            raise NotAside
        seq = await emit(tx, f"mail_in:{id_}", actor, MailSettled("dropped", "by_staff", None))
    await wake(kit.bus, f"mail_in:{id_}", seq)


async def replay(kit: Kit, actor: Actor, id_: int) -> None:
    """It is read and judged again. Raises NotFound, NotAside, BytesKept."""
    row = await _seen(kit, actor, id_)
    if not row["whole"]:
        raise BytesKept
    if not await _replayed(kit, actor, id_, row["reason"]):
        raise NotAside


async def replay_all(kit: Kit, actor: Actor, reason: str) -> int:
    """The oldest thousand of a reason are read and judged again; how many."""
    return sum([await _replayed(kit, actor, id_, reason) for id_ in await store.ids(kit.db, reason)])


async def _replayed(kit: Kit, actor: Actor, id_: int, reason: str) -> bool:
    async with transaction(kit.db) as tx:
        if await store.lock(tx, id_) is None:
            return False
        seq = await _back(tx, actor, id_, "", MailReplayed(reason))
    await wake(kit.bus, f"mail_in:{id_}", seq)
    return True


async def _seen(kit: Kit, actor: Actor, id_: int) -> Mapping[str, Any]:
    row = await store.row(kit.db, viewer(actor), id_)
    if row is None:
        raise NotFound
    return row


async def _back(tx: Tx, actor: Actor, id_: int, way: str, event: Event) -> int:
    await store.back(tx, id_, way, actor.id if way else None)
    seq = await emit(tx, f"mail_in:{id_}", actor, event)
    await enqueue(tx, jobs.take, jobs.Take(id_), key=f"mail.take:{id_}:again:{seq}")
    return seq


async def _tell_second(tx: Tx, actor: Actor, id_: int) -> None:
    title = {"zh": f"{actor.name} 请您确认是否放行一封可疑邮件", "en": f"{actor.name} asks you whether a doubtful mail may be let out"}
    await notify(tx, await people(tx, Can.TICKET_SEE_ALL), "other.mail", ticket_id=None, title=title, key=f"mail.release:{id_}", but=actor)


async def people(tx: Tx, *more: Can) -> list[int]:
    """Who may decide about such mail, with further rights where named."""
    return await store.of_roles(tx, [role for role, can in RIGHTS.items() if Can.MAIL_RELEASE in can and set(more) <= can])


async def tell_growth(tx: Tx) -> None:
    """Tells whoever decides that more lies there, at each step once a day."""
    now = await store.total(tx)
    step = steps(now - 1, now)
    if step is not None:
        title = {lang: text.format(count=step) for lang, text in GREW.items()}
        await notify(tx, await people(tx), "other.mail", ticket_id=None, title=title, key=f"mail.quarantine:{clock.now():%Y-%m-%d}:{step}")

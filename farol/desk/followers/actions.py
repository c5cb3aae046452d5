"""Following and no longer; naming colleagues in notes; telling followers."""

from farol.core.notices.actions import notify
from farol.core.people.model import RIGHTS
from farol.core.tickets import visibility
from farol.core.tickets.log_store import bump
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from . import model, store
from .events import TicketFollowed, TicketUnfollowed


async def follow(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The actor is told how the ticket goes on. Doing it again changes nothing. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        if not await visibility.may_see(tx, actor, ticket_id):
            raise NotFound
        seq = await _add(tx, actor, ticket_id, [actor.id], "asked")
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def unfollow(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The actor is told no more. Doing it again changes nothing. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        if not await visibility.may_see(tx, actor, ticket_id):
            raise NotFound
        if not await store.unfollow(tx, ticket_id, actor.id):
            return
        seq = await bump(tx, ticket_id)
        await emit(tx, f"ticket:{ticket_id}", actor, TicketUnfollowed([actor.id]), seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def _add(tx: Tx, actor: Actor, ticket_id: int, staff_ids: list[int], why: str) -> int | None:
    new = await store.follow(tx, ticket_id, staff_ids, why)
    if not new:
        return None
    seq = await bump(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, TicketFollowed(new, why), seq=seq)
    return seq


async def named(tx: Tx, ticket_id: int, seq: int, author: Actor) -> int | None:
    """Whom a note names follows the ticket and is told, but not its author, nor who may not see tickets.

    Naming somebody is asking them in: they see a ticket that its team keeps to itself from here on. Returns the seq spent, if any.
    """
    note = await store.note(tx, ticket_id, seq)
    if not note or "@" not in model.plain(note):
        return None
    people = await store.people(tx)
    known = model.handles(((p.id, p.name, alias) for p, alias in people), ((t.key, t.zh, t.en, ids) for t, ids in await store.teams(tx)))
    able = {p.id for p, _ in people if Can.TICKET_SEE in RIGHTS.get(p.role, ())} - {author.id}
    meant = sorted(model.named(note, known) & able)[: model.MOST_NAMED]
    if not meant:
        return None
    spent = await _add(tx, author, ticket_id, meant, "mentioned")
    name, number = next((p.name for p, _ in people if p.id == author.id), ""), await store.number(tx, ticket_id)
    title = {"zh": f"{name} 在 {number} 的备注中提到了您", "en": f"{name} mentioned you in {number}"}
    await notify(tx, meant, "mention", ticket_id=ticket_id, title=title, words=note, key=f"mention:{ticket_id}:{seq}", but=author)
    return spent


async def tell_words(tx: Tx, ticket_id: int, seq: int) -> None:
    """Followers hear that the customer wrote, once until somebody answers."""
    staff = await store.ids(tx, ticket_id)
    if not staff:
        return
    said = await store.said(tx, ticket_id, seq)
    title = {"zh": f"客户在您关注的 {said['number']} 中有新消息", "en": f"The customer wrote in {said['number']}, which you follow"}
    await notify(tx, staff, "follow", ticket_id=ticket_id, title=title, words=said["body"], key=f"follow:{ticket_id}:{said['since']}")


async def tell_status(tx: Tx, ticket_id: int, seq: int, status: str, by: Actor) -> None:
    """Followers hear that the ticket was opened again, resolved or closed."""
    if status not in STATUS_WORDS:
        return
    staff = await store.ids(tx, ticket_id)
    if not staff:
        return
    number, (zh, en) = await store.number(tx, ticket_id), STATUS_WORDS[status]
    title = {"zh": f"您关注的 {number} {zh}", "en": f"{number}, which you follow, was {en}"}
    await notify(tx, staff, "follow", ticket_id=ticket_id, title=title, key=f"follow:{ticket_id}:status:{seq}", but=by)


STATUS_WORDS = {"open": ("重新打开", "opened again"), "resolved": ("已解决", "resolved"), "closed": ("已关闭", "closed")}

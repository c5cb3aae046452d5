"""Verbs on a ticket's steps."""

from farol.core.tickets.log_store import bump
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import store
from .events import ChecklistReopened, ChecklistTicked
from .model import Checklist, checklist, procedures


async def set_step(kit: Kit, actor: Actor, ticket_id: int, step: str, *, done: bool) -> Checklist:
    """Ticks a step or opens it again; saying what is so already changes nothing. Raises NotFound."""
    known, _ = procedures()
    if step not in known:
        raise NotFound
    seq = None
    async with db.transaction(kit.db) as tx:
        there, reason = await store.lock(tx, ticket_id)
        if not there:
            raise NotFound
        moved = await (store.tick(tx, ticket_id, step, reason or "", actor.id) if done else store.reopen(tx, ticket_id, step, actor.id))
        if moved:
            kind = ChecklistTicked if done else ChecklistReopened
            seq = await bump(tx, ticket_id)
            await emit(tx, f"ticket:{ticket_id}", actor, kind(step, reason or "", known[step].zh, known[step].en), seq=seq)
        found = checklist(reason, *await store.ticks(tx, ticket_id))
    if seq is not None:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return found


async def read(reads: Reads, ticket_id: int) -> Checklist:
    """A ticket's steps now. Raises NotFound."""
    there, reason = await store.reason(reads, ticket_id)
    if not there:
        raise NotFound
    return await of(reads, ticket_id, reason)


async def of(reads: Reads, ticket_id: int, reason: str | None) -> Checklist:
    """The same of a ticket whose reason is known."""
    return checklist(reason, *await store.ticks(reads, ticket_id))

"""Carrying out a bulk change: one ticket, one transaction, one outcome."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid5

from farol.core.tickets import actions as tickets
from farol.core.tickets import visibility
from farol.core.tickets.model import Change
from farol.core.tickets.problems import Merged, Stale, TicketClosed
from farol.desk.queue import actions as queue
from farol.desk.queue.telling import After
from farol.desk.snooze import actions as snoozing
from farol.desk.tags import actions as tagging
from farol.desk.transfer import actions as transfer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, NotAllowed, NotFound, Problem

from . import store
from .store import Job

CHANNEL = "console"


class Item(NamedTuple):
    """A ticket of the list. before: what was kept of it by a try that did not end."""

    n: int
    ticket_id: int
    version: int
    seen: int
    before: dict[str, Any] | None


class Done(NamedTuple):
    """What became of it. seq: the ticket's, for telling whether anybody touched it later; 0 when nothing was done."""

    outcome: str
    before: dict[str, Any] | None = None
    seq: int = 0


async def one(kit: Kit, actor: Actor, job: Job) -> bool:
    """Does it to the next ticket; False when there is none left. What a ticket refuses is its outcome and harms no other."""
    taken: Item | None = None
    done: Done | None = None

    async def run() -> None:
        nonlocal taken, done
        async with transaction(kit.db) as tx:
            row = await tx.fetchrow(store.TAKE, job.id)
            taken = Item(*row) if row else None
            if taken is None:
                return
            if not await visibility.may_see(tx, actor, taken.ticket_id):
                raise NotAllowed
            if job.action.kinds != ["snooze"]:
                done = await (_undo if job.undoes else _do)(tx, actor, job, taken)
                await _settle(tx, job, taken, done)

    try:
        await again(run, *tickets.UNIQUE)
        if taken is None:
            return False
        if done is None:
            done = await (_wake_again if job.undoes else _put_aside)(kit, actor, job, taken)
            await _settle(kit.db, job, taken, done)
    except Problem as problem:
        assert taken
        await _settle(kit.db, job, taken, Done(_outcome(problem)), problem.code)
        return True
    if done.seq:
        await wake(kit.bus, f"ticket:{taken.ticket_id}", done.seq)
    return True


def _outcome(problem: Problem) -> str:
    if isinstance(problem, Conflict | Stale | Merged | TicketClosed):
        return "conflict"
    return "not_allowed" if isinstance(problem, NotAllowed | NotFound) else "failed"


async def _settle(db: Any, job: Job, item: Item, done: Done, why: str = "") -> None:
    await db.execute(store.SETTLE, job.id, item.n, done.outcome, why, done.before, done.seq or None)


async def _do(tx: Tx, actor: Actor, job: Job, item: Item) -> Done:
    action, fields = job.action, job.action.fields()
    if action.reply:
        said, _ = await tickets.say(
            tx, actor, item.ticket_id, client_id=uuid5(job.client_id, str(item.ticket_id)), body=action.reply, channel=CHANNEL, seen=item.seen)
        return Done("done", None, said.seq or 0)
    row = await tx.fetchrow(store.STANDS, item.ticket_id)
    if row is None:
        raise NotFound
    if action.to_team:
        if row["version"] != item.version:
            raise Conflict
        await transfer.note_in(tx, actor, item.ticket_id, uuid5(job.client_id, str(item.ticket_id)), action.summary)
        # What follows a commit is told by the queue's own sweep: five hundred tickets push it once a second, not each.
        seq = await transfer.to_queue_in(tx, actor, item.ticket_id, team=action.to_team, summary=action.summary, after=After())
        return Done("done", {"owner_id": row["owner_id"]}, seq)
    if not fields:
        tags, seq, changed = await tagging.change_in(tx, actor, item.ticket_id, action.add_tags, action.remove_tags)
        was = set(row["tags"])
        return Done("done", {"added": sorted(set(tags) - was), "removed": sorted(was - set(tags))}, seq) if changed else Done("same")
    before = {name: row[name] for name in fields}
    if before == fields:
        return Done("same")
    seq, _ = await tickets.change_in(tx, actor, item.ticket_id, action.change(), item.version)
    return Done("done", before, seq)


async def _undo(tx: Tx, actor: Actor, job: Job, item: Item) -> Done:
    before = await tx.fetchval(store.WAS, job.undoes, item.ticket_id)
    fields = job.action.fields()
    if not fields and not job.action.to_team:
        _, seq, changed = await tagging.change_in(tx, actor, item.ticket_id, before["removed"], before["added"])
        return Done("done", None, seq) if changed else Done("same")
    await tx.fetchrow(store.STANDS, item.ticket_id)
    if await store.touched(tx, item.ticket_id, item.seen, list(fields) or ["owner_id"], ["ticket.merged", "ticket.unmerged"]):
        raise Conflict
    if job.action.to_team:
        await queue.forget_route(tx, item.ticket_id)
    seq, _ = await tickets.change_in(tx, actor, item.ticket_id, Change(**before))
    return Done("done", None, seq)


async def _put_aside(kit: Kit, actor: Actor, job: Job, item: Item) -> Done:
    """What was there before is kept first: a try that breaks off and begins anew still knows it."""
    row = await kit.db.fetchrow(store.STANDS, item.ticket_id)
    assert row
    assert job.action.snooze_until
    before = item.before or {"until": row["snoozed_until"], "owner_id": row["owner_id"]}
    await kit.db.execute(store.BEFORE, job.id, item.n, before)
    seq = await snoozing.snooze(kit, actor, item.ticket_id, job.action.snooze_until)
    return Done("done", None, seq)


async def _wake_again(kit: Kit, actor: Actor, job: Job, item: Item) -> Done:
    before = await kit.db.fetchval(store.WAS, job.undoes, item.ticket_id)
    if await store.touched(kit.db, item.ticket_id, item.seen, ["status"], ["ticket.snoozed", "ticket.woken", "ticket.merged"]):
        raise Conflict
    until = datetime.fromisoformat(before["until"]) if before["until"] else None
    if until and until > clock.now():
        await snoozing.snooze(kit, actor, item.ticket_id, until)
    else:
        await snoozing.wake_up(kit, actor, item.ticket_id)
    seq: int = await kit.db.fetchval(store.HEAD, item.ticket_id)
    if before["owner_id"] is None:
        # Putting it aside gave it to who did so; it is nobody's again, unless somebody was given it since.
        async with transaction(kit.db) as tx:
            await tx.fetchrow(store.STANDS, item.ticket_id)
            if not await store.touched(tx, item.ticket_id, item.seen, ["owner_id"], []):
                seq, _ = await tickets.change_in(tx, actor, item.ticket_id, Change(owner_id=None))
    return Done("done", None, seq)

"""Beginning a bulk change, stopping it, and taking it back."""

from uuid import UUID, uuid5

from farol.core.people import store as people
from farol.core.reasons import reasons
from farol.core.tickets import actions as tickets
from farol.core.tickets import visibility
from farol.core.tickets.checks import check_said
from farol.core.tickets.model import SEVERITIES, STATUSES
from farol.core.tickets.problems import ClientIdReused, Empty
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.events import emit
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotAllowed, NotFound

from . import jobs, store
from .events import BulkBegun, BulkStopped
from .model import Action, BulkView, Chosen
from .problems import NotUndoable, OneThing, WordsAreOut

REPLY_WAITS_S = 10


async def begin(kit: Kit, actor: Actor, client_id: UUID, chosen: list[Chosen], action: Action) -> BulkView:
    """Does one thing to all of these tickets that the actor may see; a worker carries it out. The same client_id begins it once.

    Replies wait some seconds, in which all of them can be stopped. Raises OneThing, NotAllowed, Invalid, NotFound, ClientIdReused,
    Empty (a hand-over without a summary).
    """
    if len(action.kinds) != 1:
        raise OneThing
    if not actor.may(action.needs):
        raise NotAllowed
    await _check(kit.db, actor, action)
    if action.fields().get("owner_id") and await people.staff(kit.db, action.fields()["owner_id"]) is None:
        raise Invalid(errors=[{"field": "owner_id", "why": "nobody who works here"}])
    seen = await visibility.seen(kit.db, actor, [one.id for one in chosen])
    tickets_ = list({one.id: one for one in chosen if one.id in seen}.values())
    if not tickets_:
        raise NotFound
    wait = REPLY_WAITS_S if action.reply else 0
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, client_id, actor.id, action, None, len(tickets_), wait)
        if id_ is None:
            return await _known(tx, actor, client_id)
        await store.add_items(tx, id_, tickets_)
        await _start(tx, actor, id_, BulkBegun(action.kinds, len(tickets_), None), wait)
        found = await store.view(tx, id_)
    assert found
    return found[1]


async def _check(reads: Reads, actor: Actor, action: Action) -> None:
    fields = action.fields()
    for name, known in (("status", STATUSES), ("severity", SEVERITIES), ("reason", reasons())):
        if fields.get(name) is not None and fields[name] not in known:
            raise Invalid(errors=[{"field": name, "why": "not one of the known values"}])
    if action.to_team and not action.summary.strip():
        raise Empty
    if action.reply:
        words, _ = tickets.clean(action.reply, [])
        await check_said(reads, actor, None, words)


async def _start(tx: Tx, actor: Actor, bulk_id: int, event: BulkBegun, wait_s: int) -> None:
    await emit(tx, f"bulk:{bulk_id}", actor, event)
    await enqueue(tx, jobs.run, jobs.Run(bulk_id), delay_s=wait_s, key=f"bulk.run:{bulk_id}")


async def _known(tx: Tx, actor: Actor, client_id: UUID) -> BulkView:
    row = await tx.fetchrow(store.OF_CLIENT, client_id)
    if row is None or row["staff_id"] != actor.id:
        raise ClientIdReused
    found = await store.view(tx, row["id"])
    assert found
    return found[1]


async def undo(kit: Kit, actor: Actor, bulk_id: int) -> BulkView:
    """Stops it, and gives every ticket back what it had, where nobody set it anew since: the bulk change that does so.

    One that did nothing yet is only stopped, and returned itself. Raises NotFound, NotUndoable, WordsAreOut.
    """
    async with transaction(kit.db) as tx:
        job = await store.job(tx, bulk_id)
        if job is None or job.staff_id != actor.id:
            raise NotFound
        if job.undoes is not None:
            raise NotUndoable
        known = await tx.fetchval(store.UNDO_OF, bulk_id)
        found = await store.view(tx, known or bulk_id)
        assert found
        if known:
            return found[1]
        done = found[1].counts.get("done", 0)
        if not job.over:
            await tx.execute(store.STOP, bulk_id)
            await emit(tx, f"bulk:{bulk_id}", actor, BulkStopped(done))
        elif not done:
            raise NotUndoable
        if done and job.action.reply:
            undo_id = None
        elif done:
            undo_id = await store.add(tx, uuid5(job.client_id, "undo"), actor.id, job.action, bulk_id, done, 0)
            assert undo_id
            await tx.execute(store.ADD_UNDO, undo_id, bulk_id)
            total = await tx.fetchval(store.COUNT, undo_id)
            await _start(tx, actor, undo_id, BulkBegun(job.action.kinds, total, bulk_id), 0)
        else:
            undo_id = bulk_id
        shown = await store.view(tx, undo_id) if undo_id else None
    if shown is None:
        raise WordsAreOut(n=done)
    return shown[1]

"""Says in the event log what has its turn: of each thing in order, each event once."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from farol.core.core_events import jobs, store
from farol.core.core_events.events import CoreEventArrived, stream_of
from farol.core.core_events.model import AT_ONCE, OF_EACH, SETTLE_S, Row, Thing, Turn, turn
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM

Heads = dict[str, int]
"""The last seq of each stream that grew."""


class Said(NamedTuple):
    """left: things of which more can be said, in another transaction, so that none is long."""

    heads: Heads
    left: list[Thing]


async def say(kit: Kit, things: Collection[Thing]) -> None:
    """Says what can be said of these things; for what waits for an earlier one the exchange's list will be asked."""
    left = sorted(things)
    while left:
        some, left = left[:AT_ONCE], left[AT_ONCE:]
        said = await db.again(lambda some=some: _said(kit, some))  # type: ignore[misc]
        await tell(kit, said.heads)
        left = said.left + left


async def say_ready(kit: Kit) -> None:
    """Says what whoever kept it could not say any more."""
    while things := await store.ready(kit.db, AT_ONCE):
        await say(kit, things)


async def tell(kit: Kit, heads: Heads) -> None:
    """Wakes readers, after the commit."""
    for stream, seq in heads.items():
        await wake(kit.bus, stream, seq)


async def _said(kit: Kit, things: list[Thing]) -> Said:
    async with db.transaction(kit.db) as tx:
        return await say_in(tx, things, {})


async def say_in(
    tx: Tx, things: Collection[Thing], sure: Mapping[Thing, int], why: str = "not_listed"
) -> Said:
    """The same within a transaction, and only so much.

    ``sure``: up to which seq nothing earlier of a thing is to come; what is missing below is passed over, for the
    reason ``why``.
    """
    applied = await store.lock(tx, things)
    heads: Heads = {}
    held, todo, left = False, list(applied), list[Thing]()
    while todo:
        waiting: dict[Thing, list[Row]] = {}
        for row in await store.waiting(tx, todo, OF_EACH):
            waiting.setdefault(row.thing, []).append(row)
        turns = {thing: turn(applied[thing], rows, sure.get(thing, 0)) for thing, rows in waiting.items()}
        heads |= await _emit(tx, [each.say for each in turns.values()])
        await _keep(tx, turns, why)
        applied |= {thing: each.applied for thing, each in turns.items()}
        passed = {thing: len(each.say) + len(each.late) for thing, each in turns.items()}
        held = held or any(passed[thing] < len(rows) for thing, rows in waiting.items())
        more = [thing for thing, rows in waiting.items() if len(rows) == passed[thing] == OF_EACH]
        # What is sure is settled here: nobody will vouch for it again.
        todo = [thing for thing in more if (applied[thing] or 0) < sure.get(thing, 0)]
        left += [thing for thing in more if thing not in todo]
    if held:
        await enqueue(tx, jobs.repair, jobs.Repair(), delay_s=SETTLE_S, key="core_events.repair")
    return Said(heads, left)


async def _emit(tx: Tx, things: list[list[Row]]) -> Heads:
    """By stream, so that two transactions never wait for each other's; then by time, never against a thing's order."""
    placed = []
    for rows in things:
        at = rows[0].at if rows else None
        for row in rows:
            at = max(row.at, at or row.at)
            placed.append((stream_of(row.uid), at, row.thing, row.seq, row))
    heads: Heads = {}
    for stream, *_, row in sorted(placed, key=lambda each: each[:4]):
        said = CoreEventArrived(
            row.type, row.uid or "", row.entity_kind, row.entity_id, row.seq, row.at, row.data, row.id
        )
        heads[stream] = await emit(tx, stream, SYSTEM, said)
    return heads


async def _keep(tx: Tx, turns: Mapping[Thing, Turn], why: str) -> None:
    say = [row for each in turns.values() for row in each.say]
    late = [row for each in turns.values() for row in each.late]
    missing = [(thing, first, last) for thing, each in turns.items() for first, last in each.missing]
    if say:
        await store.mark(tx, say, "applied")
        await store.move(tx, {t: each.applied for t, each in turns.items() if each.say and each.applied is not None})
    if late:
        await store.mark(tx, late, "late")
    if missing:
        await store.miss(tx, missing, why)

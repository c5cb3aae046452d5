"""To plan, move, copy and remove shifts."""

from datetime import datetime, timedelta

from farol.core.people.model import roles_with
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.events import emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from . import store
from .events import ShiftPlanned, ShiftRemoved
from .model import LONGEST, MOST_AHEAD, SHORTEST, Copied, Shift
from .problems import ShiftImpossible, ShiftOverlaps

WORKERS = roles_with(Can.QUEUE_WORK)
"""Roles that take tickets, and so can be planned."""
WEEK = timedelta(days=7)


async def plan_shift(kit: Kit, actor: Actor, staff_id: int, starts_at: datetime, ends_at: datetime, note: str = "") -> Shift:
    """Somebody is to work then. Raises NotFound, ShiftImpossible, ShiftOverlaps."""
    _check(starts_at, ends_at)
    async with db.transaction(kit.db) as tx:
        await _free(tx, staff_id, starts_at, ends_at)
        made = await store.add(tx, staff_id, starts_at, ends_at, note, actor.ref)
        await _planned(tx, actor, made)
    return made


async def move_shift(kit: Kit, actor: Actor, id_: int, starts_at: datetime, ends_at: datetime, note: str) -> Shift:
    """The same shift at another time. Raises like ``plan_shift``."""
    _check(starts_at, ends_at)
    async with db.transaction(kit.db) as tx:
        found = await store.shift(tx, id_)
        if found is None:
            raise NotFound
        await _free(tx, found.staff_id, starts_at, ends_at, id_)
        made = await store.move(tx, id_, starts_at, ends_at, note, actor.ref)
        await _planned(tx, actor, made)
    return made


async def remove_shift(kit: Kit, actor: Actor, id_: int) -> None:
    """Takes a shift off the plan. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        staff_id = await store.remove(tx, id_, actor.ref)
        if staff_id is None:
            raise NotFound
        await emit(tx, f"shift:{id_}", actor, ShiftRemoved(staff_id))


async def copy_week(kit: Kit, actor: Actor, source: datetime, target: datetime) -> Copied:
    """Plans the week that begins at ``target`` like the one that begins at ``source``; shifts that are there already stay.

    Raises ShiftImpossible.
    """
    if abs(target - source) < WEEK or target > clock.now() + MOST_AHEAD:
        raise ShiftImpossible(why="a week is copied to another week, at most 400 days ahead")
    added = skipped = 0
    async with db.transaction(kit.db) as tx:
        for each in await store.shifts(tx, source, source + WEEK):
            if each.starts_at < source:
                continue  # it belongs to the week before
            starts_at, ends_at = each.starts_at + (target - source), each.ends_at + (target - source)
            if not await store.hold(tx, each.staff_id, WORKERS) or await store.clash(tx, each.staff_id, starts_at, ends_at):
                skipped += 1
                continue
            await _planned(tx, actor, await store.add(tx, each.staff_id, starts_at, ends_at, each.note, actor.ref))
            added += 1
    return Copied(added, skipped)


def _check(starts_at: datetime, ends_at: datetime) -> None:
    if not SHORTEST <= ends_at - starts_at <= LONGEST:
        raise ShiftImpossible(why="it lasts from 15 minutes to 16 hours")
    if ends_at > clock.now() + MOST_AHEAD or ends_at < clock.now() - MOST_AHEAD:
        raise ShiftImpossible(why="it lies within 400 days of today")


async def _free(tx: db.Tx, staff_id: int, starts_at: datetime, ends_at: datetime, but: int | None = None) -> None:
    if not await store.hold(tx, staff_id, WORKERS):
        raise NotFound
    other = await store.clash(tx, staff_id, starts_at, ends_at, but)
    if other:
        raise ShiftOverlaps(other=other.id, from_=f"{other.starts_at:%Y-%m-%d %H:%M} UTC", to=f"{other.ends_at:%Y-%m-%d %H:%M} UTC")


async def _planned(tx: db.Tx, actor: Actor, made: Shift) -> None:
    await emit(tx, f"shift:{made.id}", actor, ShiftPlanned(made.staff_id, made.starts_at, made.ends_at, made.note))

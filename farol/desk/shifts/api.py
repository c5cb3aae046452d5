"""Routes on shifts."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.web import Body, delete, get, patch, post

from . import actions, store
from .model import MOST_DAYS, WEEKS, Copied, Missing, Plan, Shift

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Note = Annotated[str, msgspec.Meta(max_length=200)]
Number = Annotated[int, msgspec.Meta(ge=1, lt=2**62)]


class ShiftBody(Body, frozen=True):
    """Who, from when to when."""

    staff_id: Number
    starts_at: Moment
    ends_at: Moment
    note: Note = ""


class MoveBody(Body, frozen=True):
    """From when to when instead."""

    starts_at: Moment
    ends_at: Moment
    note: Note = ""


class CopyBody(Body, frozen=True):
    """The first day of the week to copy, and of the week that gets its shifts; days begin in UTC."""

    source: date
    target: date


def _day(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@get("/shifts", can=Can.QUEUE_SEE)
async def plan(kit: Kit, since: date | None = None, days: int = 7) -> Plan:
    first = since or clock.now().astimezone(UTC).date()
    if not 1 <= days <= MOST_DAYS or not 2000 <= first.year <= 9000:
        raise Invalid(errors=[{"field": "days", "why": f"1 to {MOST_DAYS} days"}])
    start, end = _day(first), _day(first) + timedelta(days=days)
    async with kit.db.acquire() as connection:
        return Plan(
            start, end, await store.people(connection, actions.WORKERS), await store.shifts(connection, start, end),
            await store.hours(connection, start, end, WEEKS))


@get("/shifts/missing", can=Can.QUEUE_SEE)
async def missing(kit: Kit) -> list[Missing]:
    return await store.missing(kit.db)


@get("/me/shifts", can=Can.QUEUE_WORK)
async def mine(kit: Kit, actor: Actor) -> list[Shift]:
    return await store.own(kit.db, actor.id, clock.now())


@post("/shifts", can=Can.QUEUE_MANAGE)
async def add(kit: Kit, actor: Actor, data: ShiftBody) -> Shift:
    return await actions.plan_shift(kit, actor, data.staff_id, data.starts_at, data.ends_at, data.note.strip())


@post("/shifts/copies", can=Can.QUEUE_MANAGE)
async def copy(kit: Kit, actor: Actor, data: CopyBody) -> Copied:
    return await actions.copy_week(kit, actor, _day(data.source), _day(data.target))


@patch("/shifts/{shift_id:int}", can=Can.QUEUE_MANAGE)
async def move(kit: Kit, actor: Actor, shift_id: int, data: MoveBody) -> Shift:
    return await actions.move_shift(kit, actor, possible(shift_id), data.starts_at, data.ends_at, data.note.strip())


@delete("/shifts/{shift_id:int}", can=Can.QUEUE_MANAGE)
async def remove(kit: Kit, actor: Actor, shift_id: int) -> None:
    await actions.remove_shift(kit, actor, possible(shift_id))


routes = [plan, missing, mine, add, copy, move, remove]

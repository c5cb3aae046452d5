"""Routes of drills."""

from datetime import datetime
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, drill_store, store
from .drill_report import Report, report


class DrillBody(Body, frozen=True):
    """uid: of a test account at the exchange."""

    uid: Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"\A[!-~]+\Z")]


class Drill(msgspec.Struct, frozen=True):
    """One line of the list."""

    id: int
    number: str
    at: datetime
    ended_at: datetime | None
    taker: str
    taken_at: datetime | None


class Drills(msgspec.Struct, frozen=True):
    drills: list[Drill]


class Started(msgspec.Struct, frozen=True):
    id: int


@get("/emergency-drills", can=Can.EMERGENCY_MANAGE)
async def every(kit: Kit, actor: Actor) -> Drills:
    """The last fifty."""
    return Drills([Drill(one.id, one.number, one.at, one.ended_at, one.taker, one.taken_at) for one in await drill_store.drills(kit.db)])


@post("/emergency-drills", can=Can.EMERGENCY_MANAGE)
async def start(kit: Kit, actor: Actor, data: DrillBody) -> Started:
    """Rings the people who would be rung; marked as a drill wherever it shows."""
    limit("emergency_drill", actor.ref, rate_per_s=0.02, burst=3)
    return Started(await actions.start_drill(kit, actor, data.uid))


@get("/emergency-drills/{emergency_id:int}", can=Can.EMERGENCY_MANAGE)
async def one(kit: Kit, actor: Actor, emergency_id: int) -> Report:
    """Its clock against the targets."""
    case = await store.case(kit.db, store.BY_ID, possible(emergency_id))
    if case is None or not case.drill:
        raise NotFound
    return await report(kit.db, case)


routes = [every, start, one]

"""Routes of emergencies, for staff."""

from typing import Annotated, Literal

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Bytes, get, post, put

from . import actions, desk, drill_api, pack_store, ring_store, seat_store, store
from .model import Group

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern=r"\A[^\x00]*\Z")]


class RaiseBody(Body, frozen=True):
    """What it is. Danger to a person is for people alone."""

    kind: Literal["stolen", "risk"]


class EndBody(Body, frozen=True):
    outcome: Literal["solved", "false_alarm", "handed_on"]


class StepBody(Body, frozen=True):
    key: Annotated[str, msgspec.Meta(max_length=40)]
    done: bool = True


class GroupBody(Body, frozen=True):
    """One group. owner_key: a role, the key of a team, or the id of a person."""

    zh: Name
    en: Name
    owner_kind: Literal["role", "team", "person"]
    owner_key: Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"\A[a-z0-9_.]+\Z")]
    wait_s: Annotated[int, msgspec.Meta(ge=15, le=600)]


class GroupsBody(Body, frozen=True):
    """In their order."""

    groups: Annotated[list[GroupBody], msgspec.Meta(min_length=1, max_length=9)]


class Cases(msgspec.Struct, frozen=True):
    """count: open ones that nobody has."""

    cases: list[desk.CaseView]
    count: int


class Groups(msgspec.Struct, frozen=True):
    groups: list[Group]


class Raised(msgspec.Struct, frozen=True):
    id: int


class OfTicket(msgspec.Struct, frozen=True):
    """emergency: None where there is none."""

    emergency: desk.CaseView | None


@get("/emergencies", can=Can.EMERGENCY_SEE)
async def every(kit: Kit, actor: Actor) -> Cases:
    """Open ones, and those that ended within a day."""
    found = [desk.shown(case, actor) for case in await store.live(kit.db, visibility.viewer(actor))]
    return Cases(found, sum(one.ended_at is None and not one.taker for one in found))


@get("/emergencies/{emergency_id:int}", can=Can.EMERGENCY_SEE)
async def one(kit: Kit, actor: Actor, emergency_id: int) -> desk.Whole:
    case = await store.case(kit.db, store.BY_ID, possible(emergency_id))
    if case is None:
        raise NotFound
    return await desk.whole(kit, kit.db, actor, case)


@get("/tickets/{ticket_id:int}/emergency", can=Can.EMERGENCY_SEE)
async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> OfTicket:
    case = await store.case(kit.db, store.BY_TICKET, possible(ticket_id))
    return OfTicket(desk.shown(case, actor) if case else None)


@post("/tickets/{ticket_id:int}/emergency", can=Can.EMERGENCY_WORK)
async def raise_it(kit: Kit, actor: Actor, ticket_id: int, data: RaiseBody) -> Raised:
    """Raises it by hand: people are rung as if the customer had written the words."""
    limit("emergency_raise", actor.ref, rate_per_s=0.1, burst=10)
    return Raised(await actions.raise_by_hand(kit, possible(ticket_id), data.kind))


@post("/emergencies/{emergency_id:int}/taking", can=Can.EMERGENCY_WORK)
async def take(kit: Kit, actor: Actor, emergency_id: int) -> desk.Whole:
    """The actor is there; ringing ends."""
    case = await actions.take(kit, actor, possible(emergency_id))
    return await desk.whole(kit, kit.db, actor, case)


@post("/emergencies/{emergency_id:int}/steps", can=Can.EMERGENCY_WORK)
async def step(kit: Kit, actor: Actor, emergency_id: int, data: StepBody) -> None:
    """Ticks a step off for the customer, on the phone with them."""
    case = await store.case(kit.db, store.BY_ID, possible(emergency_id))
    if case is None:
        raise NotFound
    await actions.step(kit, actor, case, data.key, data.done)


@post("/emergencies/{emergency_id:int}/end", can=Can.EMERGENCY_WORK)
async def end(kit: Kit, actor: Actor, emergency_id: int, data: EndBody) -> None:
    """It is over; a freeze stays as it is."""
    await actions.end(kit, actor, possible(emergency_id), data.outcome)


@get("/emergencies/{emergency_id:int}/snapshot", can=Can.EMERGENCY_WORK)
async def snapshot(kit: Kit, actor: Actor, emergency_id: int) -> Bytes:
    """The sealed text as it is kept, byte for byte."""
    limit("emergency_snapshot", actor.ref, rate_per_s=0.1, burst=10)
    found = await seat_store.sealed(kit.db, possible(emergency_id))
    if found is None:
        raise NotFound
    headers = {"content-disposition": f'attachment; filename="snapshot-{emergency_id}.json"', "x-sha256": found.sha256, "cache-control": "no-store"}
    return Bytes(found.body, "application/json", headers)


@post("/emergencies/{emergency_id:int}/pack", can=Can.EMERGENCY_WORK)
async def make_pack(kit: Kit, actor: Actor, emergency_id: int) -> pack_store.Pack:
    """A new pack from what is known now."""
    limit("emergency_pack", actor.ref, rate_per_s=0.02, burst=5)
    return await actions.make_pack(kit, actor, possible(emergency_id))


@get("/emergencies/{emergency_id:int}/pack/{kind:str}", can=Can.EMERGENCY_WORK)
async def pack(kit: Kit, actor: Actor, emergency_id: int, kind: str) -> Bytes:
    """The newest pack. kind: pdf or json."""
    found = await pack_store.body(kit.db, possible(emergency_id), kind) if kind in pack_store.KINDS else None
    if found is None:
        raise NotFound
    return Bytes(found[1], pack_store.KINDS[kind], pack_store.headers(found[0], kind))


@get("/emergency-rings", can=Can.EMERGENCY_SEE)
async def rings(kit: Kit, actor: Actor) -> Groups:
    return Groups(await ring_store.groups(kit.db))


@put("/emergency-rings", can=Can.EMERGENCY_MANAGE)
async def set_rings(kit: Kit, actor: Actor, data: GroupsBody) -> Groups:
    """Who is rung in which order, from the next ring on."""
    made = [Group(place, one.zh, one.en, one.owner_kind, one.owner_key, one.wait_s) for place, one in enumerate(data.groups, 1)]
    await actions.set_groups(kit, actor, made)
    return Groups(made)


routes = [every, one, of_ticket, raise_it, take, step, end, snapshot, make_pack, pack, rings, set_rings, *drill_api.routes]
"""Nothing here opens an account: that is a proposal of class C."""

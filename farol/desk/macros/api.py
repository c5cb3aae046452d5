"""The console's routes on macros."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets.api import Version, possible
from farol.desk.effects.model import NEEDS, OF_MACROS
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, store, variables
from .model import Macro, Planned, Prepared, Scope
from .model import Version as Was

Words = Annotated[str, msgspec.Meta(max_length=8_000)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Id = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]


class MacroBody(Body, frozen=True):
    """version: the one on screen, for a change. effects: see ``farol.desk.effects.model``."""

    scope: Scope
    name_zh: Name
    name_en: Name
    team_id: Id | None = None
    shortcut: Name = ""
    zh: Words = ""
    en: Words = ""
    effects: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=50)] = []
    version: Version = 0


class PlanBody(Body, frozen=True):
    """The macro that goes out with my next words here."""

    macro_id: Id


class Macros(msgspec.Struct, frozen=True):
    """Those I may use, the most used first. variables, effects: what can be written in one; effects I may use."""

    macros: list[Macro]
    variables: list[str]
    effects: list[str]


class Versions(msgspec.Struct, frozen=True):
    """How it was, newest first."""

    versions: list[Was]


class Plan(msgspec.Struct, frozen=True):
    """What goes out with my next words here, if anything."""

    planned: Planned | None


@get("/macros", can=Can.TICKET_NOTE)
async def macros(kit: Kit, actor: Actor) -> Macros:
    """Replies to choose from."""
    allowed = [do for do in NEEDS if do in OF_MACROS and actor.may(NEEDS[do])]
    return Macros(await actions.mine(kit.db, actor), list(variables.KNOWN), allowed)


@post("/macros", can=Can.TICKET_NOTE)
async def add(kit: Kit, actor: Actor, data: MacroBody) -> Macro:
    """A new one."""
    limit("macro", actor.ref, rate_per_s=1, burst=20)
    return await actions.save(kit, actor, actions.draft_of(data, data.effects))


@put("/macros/{macro_id:int}", can=Can.TICKET_NOTE)
async def change(kit: Kit, actor: Actor, macro_id: int, data: MacroBody) -> Macro:
    """The macro as it is to be."""
    limit("macro", actor.ref, rate_per_s=1, burst=20)
    return await actions.save(kit, actor, actions.draft_of(data, data.effects), possible(macro_id), data.version)


@delete("/macros/{macro_id:int}", can=Can.TICKET_NOTE)
async def remove(kit: Kit, actor: Actor, macro_id: int) -> None:
    """It is offered no more."""
    await actions.remove(kit, actor, possible(macro_id))


@get("/macros/{macro_id:int}/versions", can=Can.TICKET_NOTE)
async def versions(kit: Kit, actor: Actor, macro_id: int) -> Versions:
    """What was written before, by whom."""
    if await store.one(kit.db, actor.id, actor.may(Can.MACRO_SHARE), possible(macro_id)) is None:
        raise NotFound
    return Versions(await store.versions(kit.db, macro_id))


@get("/tickets/{ticket_id:int}/macros/{macro_id:int}", can=Can.TICKET_REPLY)
async def preview(kit: Kit, actor: Actor, ticket_id: int, macro_id: int) -> Prepared:
    """How it reads in this ticket. Nothing is done."""
    limit("macro_preview", actor.ref, rate_per_s=10, burst=60)
    return (await actions.prepare(kit, kit.db, actor, possible(ticket_id), possible(macro_id)))[1]


@get("/tickets/{ticket_id:int}/macro", can=Can.TICKET_REPLY)
async def planned(kit: Kit, actor: Actor, ticket_id: int) -> Plan:
    """What I planned for my next words here."""
    return Plan(await store.planned(kit.db, possible(ticket_id), actor.id))


@put("/tickets/{ticket_id:int}/macro", can=Can.TICKET_REPLY)
async def plan(kit: Kit, actor: Actor, ticket_id: int, data: PlanBody) -> Prepared:
    """My next public words here go out with it."""
    limit("macro_plan", actor.ref, rate_per_s=5, burst=30)
    return await actions.plan(kit, actor, possible(ticket_id), data.macro_id)


@delete("/tickets/{ticket_id:int}/macro", can=Can.TICKET_REPLY)
async def unplan(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """They go out as they are."""
    await actions.unplan(kit, actor, possible(ticket_id))


routes = [macros, add, change, remove, versions, preview, planned, plan, unplan]

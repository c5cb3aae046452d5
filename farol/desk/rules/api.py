"""The console's routes on rules."""

from typing import Annotated, Any, Literal

import msgspec

from farol.core.tickets.api import Version, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, run_store, store
from .actions.rules import check
from .actions.trial import Trial
from .model import Rule, Run, Trigger
from .model import Version as Was

Name = Annotated[str, msgspec.Meta(max_length=200)]
Id = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Triggers = Annotated[list[Trigger], msgspec.Meta(max_length=8)]
Effects = Annotated[list[dict[str, Any]], msgspec.Meta(max_length=50)]


class RuleBody(Body, frozen=True):
    """version: the one on screen, for a change. conditions, effects: see ``farol.desk.conditions`` and ``farol.desk.effects``."""

    zh: Name
    en: Name
    triggers: Triggers
    conditions: dict[str, Any]
    effects: Effects
    active: bool = False
    version: Version = 0


class TryBody(Body, frozen=True):
    """rule_id: the rule that is being changed, if any. tickets: how many of the newest to look at."""

    zh: Name
    en: Name
    triggers: Triggers
    conditions: dict[str, Any]
    effects: Effects
    active: bool = False
    rule_id: Id | None = None
    tickets: Literal[100, 1000] = 100


class OrderBody(Body, frozen=True):
    """All rules, in the order of their turns."""

    ids: Annotated[list[Id], msgspec.Meta(max_length=200)]


class Rules(msgspec.Struct, frozen=True):
    """In the order of their turns."""

    rules: list[Rule]


class Versions(msgspec.Struct, frozen=True):
    """How it was, newest first."""

    versions: list[Was]


class Trace(msgspec.Struct, frozen=True):
    """What the rules made of a ticket, newest first."""

    runs: list[Run]


@get("/rules", can=Can.RULE_MANAGE)
async def rules(kit: Kit) -> Rules:
    """All rules."""
    return Rules(await store.rules(kit.db))


@post("/rules", can=Can.RULE_MANAGE)
async def add(kit: Kit, actor: Actor, data: RuleBody) -> Rule:
    """A new one, after all others."""
    limit("rule", actor.ref, rate_per_s=1, burst=20)
    return await actions.save(kit, actor, actions.draft_of(data))


@put("/rules/{rule_id:int}", can=Can.RULE_MANAGE)
async def change(kit: Kit, actor: Actor, rule_id: int, data: RuleBody) -> Rule:
    """The rule as it is to be, on or off."""
    limit("rule", actor.ref, rate_per_s=1, burst=20)
    return await actions.save(kit, actor, actions.draft_of(data), possible(rule_id), data.version)


@delete("/rules/{rule_id:int}", can=Can.RULE_MANAGE)
async def remove(kit: Kit, actor: Actor, rule_id: int) -> None:
    """It is no more."""
    await actions.remove(kit, actor, possible(rule_id))


@get("/rules/{rule_id:int}/versions", can=Can.RULE_MANAGE)
async def versions(kit: Kit, rule_id: int) -> Versions:
    """What it said before, and who changed it."""
    if await store.one(kit.db, possible(rule_id)) is None:
        raise NotFound
    return Versions(await store.versions(kit.db, rule_id))


@put("/rules/order", can=Can.RULE_MANAGE)
async def arrange(kit: Kit, actor: Actor, data: OrderBody) -> Rules:
    """Their turns."""
    return Rules(await actions.arrange(kit, actor, data.ids))


@post("/rules/trial", can=Can.RULE_MANAGE)
async def trial(kit: Kit, actor: Actor, data: TryBody) -> Trial:
    """What it would do to the newest tickets. Nothing is done."""
    limit("rule_trial", actor.ref, rate_per_s=0.5, burst=10)
    draft = actions.draft_of(data)
    await check(kit.db, actor, draft)
    return await actions.try_out(kit, actor, draft, data.tickets, data.rule_id)


@get("/tickets/{ticket_id:int}/rules", can=Can.TICKET_SEE)
async def trace(kit: Kit, ticket_id: int) -> Trace:
    """Which rule acted and why, which did not and what stood against it."""
    return Trace(await run_store.runs(kit.db, possible(ticket_id)))


routes = [rules, add, change, remove, versions, arrange, trial, trace]

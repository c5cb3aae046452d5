"""Routes of the recovery desk."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import Number, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, get, post, put
from farol.kit.web.credentials import read as credentials

from . import actions, rule_store, store
from .model import Recovery, Rule, RuleSet, Tier
from .view import CaseView, RecoveryView, case, view

AnyRequest = Request[Any, Any, Any]
Words = Annotated[str, msgspec.Meta(max_length=1_000)]


class CheckBody(Body, frozen=True):
    """seen: pieces of evidence somebody looked at. words: for who approves."""

    seen: Annotated[list[Number], msgspec.Meta(max_length=40)]
    words: Words = ""


class RefuseBody(Body, frozen=True):
    """reason: a key of the refusals. words: for staff alone."""

    reason: Annotated[str, msgspec.Meta(max_length=40)]
    words: Words = ""


class RulesBody(Body, frozen=True):
    """All rules, in the order in which they decide. version: of the set that was changed; words: why."""

    version: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 2)]
    rules: Annotated[list[Rule], msgspec.Meta(max_length=60)]
    tiers: Annotated[list[Tier], msgspec.Meta(max_length=10)]
    words: Annotated[str, msgspec.Meta(max_length=400)]


class Queue(msgspec.Struct, frozen=True):
    """open: longest unmoved first. settled: newest first. count: how many wait for us."""

    open: list[RecoveryView]
    settled: list[RecoveryView]
    count: int


class Rules(msgspec.Struct, frozen=True):
    """sets: newest first; the first holds, the last came with the product."""

    sets: list[RuleSet]
    may_set: bool


@get("/recoveries", can=Can.RECOVERY_SEE)
async def queue(kit: Kit, actor: Actor) -> Queue:
    open_, settled = [await store.recoveries(kit.db, one) for one in (store.OPEN_ONES, store.SETTLED)]
    seen = await visibility.seen(kit.db, actor, [one.ticket_id for one in (*open_, *settled)])
    shown = [[view(one, actor) for one in some if one.ticket_id in seen] for some in (open_, settled)]
    return Queue(shown[0], shown[1], sum(one.waits for one in shown[0]))


@get("/tickets/{ticket_id:int}/recoveries", can=Can.RECOVERY_SEE)
async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> list[RecoveryView]:
    return [view(one, actor) for one in await store.recoveries(kit.db, store.OF_TICKET, possible(ticket_id))]


@get("/recoveries/{recovery_id:int}", can=Can.RECOVERY_SEE)
async def one(kit: Kit, actor: Actor, recovery_id: int) -> CaseView:
    found = await store.recovery(kit.db, possible(recovery_id))
    if found is None or not await visibility.may_see(kit.db, actor, found.ticket_id):
        raise NotFound
    return await _case(kit, actor, found)


@post("/recoveries/{recovery_id:int}/price", can=Can.RECOVERY_WORK)
async def price(kit: Kit, actor: Actor, recovery_id: int) -> CaseView:
    """Asks the exchange once more what it costs."""
    limit("recovery", actor.ref, rate_per_s=1, burst=20)
    return await _case(kit, actor, await actions.price_again(kit, actor, possible(recovery_id)))


@post("/recoveries/{recovery_id:int}/check", can=Can.RECOVERY_WORK)
async def check(kit: Kit, actor: Actor, request: AnyRequest, recovery_id: int, data: CheckBody) -> CaseView:
    """The evidence is good: proposed, for others to approve."""
    limit("recovery", actor.ref, rate_per_s=1, burst=20)
    found = await actions.check(kit, actor, possible(recovery_id), data.seen, data.words, ip=credentials(request.scope).ip)
    return await _case(kit, actor, found)


@post("/recoveries/{recovery_id:int}/refusal", can=Can.RECOVERY_WORK)
async def refuse(kit: Kit, actor: Actor, recovery_id: int, data: RefuseBody) -> CaseView:
    limit("recovery", actor.ref, rate_per_s=1, burst=20)
    return await _case(kit, actor, await actions.refuse(kit, actor, possible(recovery_id), data.reason, data.words))


@get("/recovery-rules", can=Can.RECOVERY_SEE)
async def rules(kit: Kit, actor: Actor) -> Rules:
    return Rules(await rule_store.history(kit.db), actor.may(Can.RECOVERY_RULES))


@put("/recovery-rules", can=Can.RECOVERY_RULES)
async def set_rules(kit: Kit, actor: Actor, data: RulesBody) -> Rules:
    limit("recovery_rules", actor.ref, rate_per_s=0.2, burst=10)
    await actions.set_rules(kit, actor, data.version, data.rules, data.tiers, data.words)
    return Rules(await rule_store.history(kit.db), actor.may(Can.RECOVERY_RULES))


async def _case(kit: Kit, actor: Actor, found: Recovery) -> CaseView:
    return case(found, actor, await store.pieces(kit.db, found.id), await store.consent(kit.db, found.id), await store.steps(kit.db, found.id))


routes = [queue, of_ticket, one, price, check, refuse, rules, set_rules]

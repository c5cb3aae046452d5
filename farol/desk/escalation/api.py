"""Routes of escalation, and of ladders for who manages them."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import Number, possible
from farol.core.tickets.model import SEVERITIES
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from . import actions, defaults, ladder_store, store, view
from .model import MOST_STEPS, WORDS, Ladder, Step, fitting

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=WORDS * 2)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Shorts = Annotated[list[Short], msgspec.Meta(max_length=50)]


class EscalateBody(Body, frozen=True):
    """why: what is the matter; ask: what is wanted of whoever gets it. ladder_id: left out, the one that fits best."""

    why: Words
    ask: Annotated[str, msgspec.Meta(max_length=WORDS * 2)] = ""
    ladder_id: Number | None = None


class ReturnBody(Body, frozen=True):
    why: Words


class OutcomeBody(Body, frozen=True):
    """outcome: one of those for the escalation's cause. words: what was found or done."""

    outcome: Short
    words: Words


class LadderBody(Body, frozen=True):
    """Empty lists fit every ticket."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80, pattern=r"\S")]
    steps: Annotated[list[Step], msgspec.Meta(max_length=MOST_STEPS)]
    reasons: Shorts = []
    severities: Annotated[list[Annotated[str, msgspec.Meta(max_length=2)]], msgspec.Meta(max_length=len(SEVERITIES))] = []
    tiers: Shorts = []
    teams: Shorts = []
    on_breach: bool = False

    def ladder(self) -> Ladder:
        """As the model has it."""
        return Ladder(0, self.name.strip(), self.reasons, self.severities, self.tiers, self.teams, self.on_breach, self.steps)


class Saved(msgspec.Struct, frozen=True):
    id: int


class OfTicket(msgspec.Struct, frozen=True):
    """Escalations, open ones first, and the ladders that could be chosen, the one that fits best first."""

    escalations: list[view.Escalation]
    ladders: list[view.RungView]


class Ladders(msgspec.Struct, frozen=True):
    """All ladders, and the two that are always there: for a ticket that none fits, and for a broken promise."""

    ladders: list[Ladder]
    always: list[Ladder]


@get("/tickets/{ticket_id:int}/escalations", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> OfTicket:
    facts = await store.facts(kit.db, possible(ticket_id))
    if facts is None:
        raise NotFound
    ladders = fitting(await ladder_store.ladders(kit.db), facts) or [defaults.PLAIN]
    choices = [view.RungView(x.id or None, x.name, [s.owner for s in x.steps], [s.wait_s for s in x.steps]) for x in ladders]
    return OfTicket(await view.of_ticket(kit.db, ticket_id), choices)


@post("/tickets/{ticket_id:int}/escalations", can=Can.ESCALATION_START)
async def escalate(kit: Kit, actor: Actor, ticket_id: int, data: EscalateBody) -> Saved:
    limit("escalate", actor.ref, rate_per_s=1, burst=20)
    return Saved(await actions.escalate(kit, actor, possible(ticket_id), why=data.why, ask=data.ask, ladder_id=data.ladder_id))


@get("/escalations", can=Can.ESCALATION_START)
async def mine(kit: Kit, actor: Actor) -> view.Mine:
    return await view.mine(kit.db, actor, all_=actor.may(Can.ESCALATION_MANAGE))


@post("/escalations/{escalation_id:int}/acknowledgement", can=Can.ESCALATION_WORK)
async def acknowledge(kit: Kit, actor: Actor, escalation_id: int) -> None:
    await actions.acknowledge(kit, actor, possible(escalation_id))


@post("/escalations/{escalation_id:int}/return", can=Can.ESCALATION_WORK)
async def hand_back(kit: Kit, actor: Actor, escalation_id: int, data: ReturnBody) -> None:
    await actions.hand_back(kit, actor, possible(escalation_id), data.why)


@post("/escalations/{escalation_id:int}/outcome", can=Can.ESCALATION_WORK)
async def solve(kit: Kit, actor: Actor, escalation_id: int, data: OutcomeBody) -> None:
    await actions.solve(kit, actor, possible(escalation_id), data.outcome, data.words)


@get("/ladders", can=Can.ESCALATION_MANAGE)
async def ladders(kit: Kit) -> Ladders:
    return Ladders(await ladder_store.ladders(kit.db), [defaults.PLAIN, defaults.REVIEW])


@post("/ladders", can=Can.ESCALATION_MANAGE)
async def add_ladder(kit: Kit, actor: Actor, data: LadderBody) -> Saved:
    return Saved(await actions.save_ladder(kit, actor, data.ladder()))


@put("/ladders/{ladder_id:int}", can=Can.ESCALATION_MANAGE)
async def set_ladder(kit: Kit, actor: Actor, ladder_id: int, data: LadderBody) -> Saved:
    return Saved(await actions.save_ladder(kit, actor, data.ladder(), possible(ladder_id)))


@delete("/ladders/{ladder_id:int}", can=Can.ESCALATION_MANAGE)
async def remove_ladder(kit: Kit, actor: Actor, ladder_id: int) -> None:
    await actions.remove_ladder(kit, actor, possible(ladder_id))


routes = [of_ticket, escalate, mine, acknowledge, hand_back, solve, ladders, add_ladder, set_ladder, remove_ladder]

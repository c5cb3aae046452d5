"""The console's routes of the copilot. Everything it makes is words for the agent; sending them is the agent's own verb."""

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, looking
from .model import DraftView, Now, Similar, Summary


class WordBody(Body, frozen=True):
    """worded: a hosted model may word it, where there is one."""

    worded: bool = False


class Alike(msgspec.Struct, frozen=True):
    """The most alike first."""

    tickets: list[Similar]


@get("/tickets/{ticket_id:int}/copilot", can=Can.CUSTOMER_SEE)
async def now(kit: Kit, actor: Actor, ticket_id: int) -> Now:
    """What would help most now, and whether a model words drafts and summaries."""
    return await looking.now(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/copilot/draft", can=Can.TICKET_REPLY)
async def draft(kit: Kit, actor: Actor, ticket_id: int, data: WordBody) -> DraftView:
    """Words for my next reply with their sources. Nothing is sent."""
    limit("copilot_draft", actor.ref, rate_per_s=0.5, burst=10)
    return await actions.draft(kit, actor, possible(ticket_id), worded=data.worded)


@put("/copilot-drafts/{copilot_draft_id:int}/use", can=Can.TICKET_REPLY)
async def use(kit: Kit, actor: Actor, copilot_draft_id: int) -> None:
    """I put it into my reply."""
    await actions.use(kit, actor, possible(copilot_draft_id))


@put("/copilot-drafts/{copilot_draft_id:int}/drop", can=Can.TICKET_REPLY)
async def drop(kit: Kit, actor: Actor, copilot_draft_id: int) -> None:
    """I do not want it."""
    await actions.drop(kit, actor, possible(copilot_draft_id))


@get("/tickets/{ticket_id:int}/copilot/summary", can=Can.TICKET_SEE)
async def summary(kit: Kit, actor: Actor, ticket_id: int) -> Summary:
    """The ticket in a few lines, by rule."""
    return await looking.sum_up(kit, actor, possible(ticket_id), worded=False)


@post("/tickets/{ticket_id:int}/copilot/summary", can=Can.TICKET_SEE)
async def worded(kit: Kit, actor: Actor, ticket_id: int) -> Summary:
    """The same worded by a model, where every word of it stands in the messages."""
    limit("copilot_summary", actor.ref, rate_per_s=0.5, burst=10)
    return await looking.sum_up(kit, actor, possible(ticket_id), worded=True)


@get("/tickets/{ticket_id:int}/copilot/similar", can=Can.TICKET_SEE)
async def similar(kit: Kit, actor: Actor, ticket_id: int) -> Alike:
    """Solved tickets like this one that I may see, and how they ended."""
    limit("copilot_similar", actor.ref, rate_per_s=2, burst=20)
    return Alike(await looking.alike(kit, actor, possible(ticket_id)))


routes = [now, draft, use, drop, summary, worded, similar]

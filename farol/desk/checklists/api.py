"""The console's routes on a ticket's steps."""

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions
from .model import Checklist


class StepBody(Body, frozen=True):
    """done: ticked from now on, or open again."""

    done: bool


@get("/tickets/{ticket_id:int}/checklist", can=Can.TICKET_SEE)
async def checklist(kit: Kit, ticket_id: int) -> Checklist:
    """The steps of the ticket's reason, and what comes next."""
    return await actions.read(kit.db, possible(ticket_id))


@put("/tickets/{ticket_id:int}/checklist/{step:str}", can=Can.TICKET_NOTE)
async def set_step(kit: Kit, actor: Actor, ticket_id: int, step: str, data: StepBody) -> Checklist:
    """A step was done, or is open again."""
    limit("checklist", actor.ref, rate_per_s=5, burst=30)
    return await actions.set_step(kit, actor, possible(ticket_id), step, done=data.done)


routes = [checklist, set_step]

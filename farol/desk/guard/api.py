"""The guard, asked while somebody writes."""

import msgspec

from farol.core.tickets.api import Text, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, post

from . import actions
from .model import Finding


class LookBody(Body, frozen=True):
    """A reply that is being written."""

    body: Text


class Findings(msgspec.Struct, frozen=True):
    """Empty when it is good to go."""

    findings: list[Finding]


@post("/tickets/{ticket_id:int}/guard", can=Can.TICKET_NOTE)
async def look(kit: Kit, actor: Actor, ticket_id: int, data: LookBody) -> Findings:
    """What should be changed before this goes out. Nothing is kept."""
    limit("guard", actor.ref, rate_per_s=5, burst=30)
    return Findings((await actions.look(kit.db, possible(ticket_id), data.body))[:50])


routes = [look]

"""The console's route on triage. An agent corrects a reason as they set any: by changing the ticket."""

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.web import get

from . import actions
from .model import View


@get("/tickets/{ticket_id:int}/triage", can=Can.TICKET_SEE)
async def triage(kit: Kit, ticket_id: int) -> View:
    """Why the ticket has its reason: words, facts of the exchange, and what else was weighed."""
    return await actions.view(kit, possible(ticket_id))


routes = [triage]

"""A transfer does not outlive the reason for it."""

from farol.core.tickets.events import TicketChanged
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("transfer_overtaken", TicketChanged)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """The ticket changed hands another way, or is done."""
    after = After()
    fields = event.body["fields"]
    if "owner_id" in fields or "status" in fields:
        await actions.overtaken(tx, event.id, after)
    return after.said()

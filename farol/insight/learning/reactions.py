"""A reason that a person sets is a word on what the customer said first."""

from farol.core.tickets.events import TicketChanged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import reaction

from . import actions


@reaction("learning_changed", TicketChanged)
async def learn(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Keeps it, unless somebody said something about that very message."""
    kind, _, id_ = event.actor.partition(":")
    if kind == "staff" and event.body["fields"].get("reason"):
        await actions.changed(tx, event.id, int(id_), event.body["fields"]["reason"])

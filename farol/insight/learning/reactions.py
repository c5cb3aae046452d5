"""A reason that a person sets is a word on what the customer said first, and so is a draft that they send as it was."""

from farol.core.tickets.events import TicketChanged
from farol.desk.copilot.events import DraftSettled
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


@reaction("learning_accepted", DraftSettled)
async def accept(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Keeps it. An edited draft says neither that the reason was right nor that it was wrong."""
    if event.body["outcome"] == "sent":
        await actions.accepted(tx, event.id)

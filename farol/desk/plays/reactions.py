"""Plays listen to the exchange, and to tickets that answer what was said."""

from farol.core.core_events.events import CoreEventArrived
from farol.core.tickets.events import TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import actions, jobs
from .model import Joined


@reaction("plays", CoreEventArrived)
async def hear(kit: Kit, tx: Tx, event: Recorded) -> None:
    """What the exchange tells may be worth a word to its customer."""
    arrived = event.event()
    assert isinstance(arrived, CoreEventArrived)
    await actions.hear(tx, arrived)


@reaction("plays_joined", TicketOpened)
async def join(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A ticket about a thing that we wrote of is an answer."""
    await enqueue(tx, jobs.joined, Joined(event.id), key=f"plays.joined:{event.id}")

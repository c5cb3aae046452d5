"""Figures follow the log and nothing else."""

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketOpened
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import reaction

from . import store
from .fold import after, begun


@reaction("figures", TicketOpened, MessagePosted, TicketChanged)
async def count(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Takes one event of a ticket into what the figures are made of."""
    known, step = after(await store.facts(tx, event.id) or begun(event), event)
    await store.keep(tx, known)
    if step == "resolved":
        await store.resolved(tx, event.id, event.seq, event.at, event.actor)
    elif step == "reopened":
        await store.reopened(tx, event.id, event.at, event.actor)

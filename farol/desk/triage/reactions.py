"""Triage listens to a customer's first words, and to agents who know better."""

from farol.core.tickets.events import MessagePosted, TicketChanged
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs, store
from .model import MOST_MESSAGES


@reaction("triage_sort", MessagePosted)
async def sort_soon(kit: Kit, tx: Tx, event: Recorded) -> None:
    """The first words of a ticket, and those that follow before anybody answers. The look at the exchange is a job's: no
    transaction waits for it."""
    if event.body["author_kind"] == "customer" and await store.early(tx, event.id, event.seq, MOST_MESSAGES):
        await enqueue(tx, jobs.sort, jobs.Sort(event.id), key=f"triage:{event.id}:{event.seq}")


@reaction("triage_label", TicketChanged)
async def learn(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A reason that a person sets is a label for what triage said."""
    kind, _, id_ = event.actor.partition(":")
    if kind == "staff" and event.body["fields"].get("reason"):
        await store.label(tx, event.id, event.body["fields"]["reason"], int(id_))

"""What follows for the queue from what happens to tickets."""

import contextlib

from farol.core.language.events import LanguageSettled
from farol.core.tickets.events import MessagePosted, TicketChanged, TicketOpened, TicketRead
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.permission import Actor
from farol.kit.problem import Problem
from farol.kit.reactions import reaction

from . import actions, store
from .actions.offers import take_in
from .events import OfferTaken, TicketLeftQueue
from .telling import After


@reaction("queue_place", TicketOpened, MessagePosted, TicketChanged, TicketRead, LanguageSettled)
async def place(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A ticket's place follows how it stands; an agent who opens or answers what was offered to them has it."""
    after = After()
    kind, _, id_ = event.actor.partition(":")
    if kind == "staff":
        found = await store.standing(tx, event.id)
        if found and found.offer_staff == int(id_) and found.owner_id is None:
            with contextlib.suppress(Problem):  # somebody was faster, or it was closed: the log says so further on
                await take_in(tx, Actor("staff", int(id_), frozenset()), event.id, after)
    await actions.settle(tx, event.id, after)
    if after.streams:
        after.say_soon(kit)


@reaction("queue_callback", OfferTaken, TicketLeftQueue)
async def call_back(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Who asked to be told is told when somebody has their ticket."""
    await actions.call_back(kit, tx, event.id, over=event.kind == TicketLeftQueue.kind)

"""Routes of learning: what people correct, which model answers, and what a customer allows."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.core.tickets.visibility import viewer
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, jobs, model_store, store
from .model import KEEP_DAYS, Kind, Overview, Said, Turn

MOST_SAID = 100
Reason = Annotated[str, msgspec.Meta(max_length=60, pattern=r"^[a-z0-9_.]*$")]
Id = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]


class CorrectionBody(Body, frozen=True):
    """seq: of the customer's message, or of the assistant's reply. reason: the right one. article: one that would have answered."""

    seq: Id
    kind: Kind
    reason: Reason = ""
    article: Id | None = None


class ServingBody(Body, frozen=True):
    """The model that is to answer, 0 for the product's own, and why."""

    model: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
    reason: Annotated[str, msgspec.Meta(min_length=3, max_length=300, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]


class AllowBody(Body, frozen=True):
    """Whether one's words may be learnt from."""

    may: bool


class Allowed(msgspec.Struct, frozen=True):
    """Whether the customer's words may be learnt from. days: how long they are kept."""

    may: bool
    days: int


class Corrections(msgspec.Struct, frozen=True):
    """What people said. turns: of the assistant in the ticket that was asked for, the newest first."""

    corrections: list[Said]
    turns: list[Turn] = []


@get("/tickets/{ticket_id:int}/assistant/corrections", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> Corrections:
    """What people said of the assistant's turns in a ticket."""
    asked = possible(ticket_id)
    return Corrections(await store.of_ticket(kit.db, viewer(actor), asked), await store.turns(kit.db, asked))


@post("/tickets/{ticket_id:int}/assistant/corrections", can=Can.TICKET_CHANGE, status=204)
async def correct(kit: Kit, actor: Actor, ticket_id: int, data: CorrectionBody) -> None:
    """Says whether the assistant was right."""
    limit("learning_correct", actor.ref, rate_per_s=0.5, burst=20)
    await actions.correct(kit, actor, possible(ticket_id), data.seq, data.kind, data.reason, data.article)


async def _overview(kit: Kit) -> Overview:
    serving = await model_store.serving(kit.db)
    return Overview(serving, await model_store.versions(kit.db), await model_store.shipped(kit.db), await store.counted(kit.db, clock.now()))


@get("/learning", can=Can.LEARNING_SEE)
async def overview(kit: Kit) -> Overview:
    """Which model answers, those before it and those not let in, and what there is to learn from."""
    return await _overview(kit)


@get("/learning/corrections", can=Can.LEARNING_SEE)
async def said(kit: Kit, actor: Actor) -> Corrections:
    """The newest words of people, of tickets one may see."""
    return Corrections(await store.said(kit.db, viewer(actor), MOST_SAID))


@put("/learning/serving", can=Can.LEARNING_MANAGE)
async def serve(kit: Kit, actor: Actor, data: ServingBody) -> Overview:
    """Lets a model answer, or goes back to one."""
    limit("learning_serve", actor.ref, rate_per_s=0.1, burst=5)
    await actions.serve(kit, actor, data.model, data.reason.strip())
    return await _overview(kit)


@post("/learning/trainings", can=Can.LEARNING_MANAGE, status=204)
async def train(kit: Kit, actor: Actor) -> None:
    """Trains as soon as a worker is free."""
    limit("learning_train", actor.ref, rate_per_s=0.1, burst=5)
    await actions.ask_training(kit)
    async with db.transaction(kit.db) as tx:
        await enqueue(tx, jobs.train, jobs.Train(), key="learning.train")


@get("/learning", can=Can.OWN_TICKETS)
async def allowed(kit: Kit, actor: Actor) -> Allowed:
    """Whether the customer's words may be learnt from."""
    return Allowed(not await store.objects(kit.db, actor.id), KEEP_DAYS)


@put("/learning", can=Can.OWN_TICKETS)
async def allow(kit: Kit, actor: Actor, data: AllowBody) -> Allowed:
    """Says so."""
    limit("learning_allow", actor.ref, rate_per_s=0.2, burst=10)
    await actions.allow(kit, actor, may=data.may)
    return Allowed(data.may, KEEP_DAYS)


routes = [of_ticket, correct, overview, said, serve, train]
for_customer = [allowed, allow]

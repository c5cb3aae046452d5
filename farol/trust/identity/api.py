"""Identity for staff: what stands on a ticket, asking for proof, two-way codes, and the review by two people."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.customers.model import mask_uid
from farol.core.tickets.api import possible
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, challenge_store, count_store, review_store, store
from .actions import secret
from .actions.codes import Pair
from .challenge_store import Sent
from .model import Failed, Method, Result, Review, Standing

Words = Annotated[str, msgspec.Meta(max_length=2000)]


class AskBody(Body, frozen=True):
    """The same client_id asks once."""

    client_id: UUID


class CodeBody(Body, frozen=True):
    """What the customer read out."""

    code: Annotated[str, msgspec.Meta(min_length=6, max_length=12)]


class ReviewBody(Body, frozen=True):
    """core_ref: id of the manual review at the exchange; words: what was looked at."""

    core_ref: Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]


class DecisionBody(Body, frozen=True):
    """The second person's word."""

    outcome: Literal["agreed", "refused"]
    words: Words = ""


class Desk(msgspec.Struct, frozen=True):
    """What stands on a ticket, account ids masked. account: whether it is somebody the exchange knows. now: the server's clock."""

    standing: Standing
    account: bool
    failed: Failed
    link: Sent | None
    codes: Pair | None
    reviews: list[Review]
    now: datetime


class Open(msgspec.Struct, frozen=True):
    """What the exchange offers for the account. waiting: methods whose contact was changed lately, and until when they wait."""

    methods: list[Method]
    call_back_from: datetime | None
    waiting: dict[str, datetime]


class Asked(msgspec.Struct, frozen=True):
    until: datetime


class Opened(msgspec.Struct, frozen=True):
    id: int


@get("/tickets/{ticket_id:int}/identity", can=Can.CUSTOMER_SEE)
async def desk(kit: Kit, actor: Actor, ticket_id: int) -> Desk:
    """The level now, what proved it and for how long; failed proofs of the account; what is under way.

    A pair of codes is shown to whoever made it alone: with it one could pass for that colleague.
    """
    party = await store.party(kit.db, possible(ticket_id))
    if party is None:
        raise NotFound
    now = clock.now()
    pair = await challenge_store.live_pair(kit.db, ticket_id, now)
    stands = await actions.standing(kit.db, party.customer_id, ticket_id)
    reviews = [msgspec.structs.replace(one, uid=mask_uid(one.uid)) for one in await review_store.of_ticket(kit.db, ticket_id)]
    return Desk(
        msgspec.structs.replace(stands, uid=mask_uid(stands.uid)), party.uid is not None,
        await count_store.failed(kit.db, party.uid or "", now), await challenge_store.live_link(kit.db, ticket_id, now),
        Pair(pair.id, secret.digits_of(kit, pair, "staff"), pair.expires_at) if pair and pair.asked_by == actor.id else None,
        reviews, now)


@get("/tickets/{ticket_id:int}/identity/methods", can=Can.IDENTITY_ASK)
async def methods(kit: Kit, actor: Actor, ticket_id: int) -> Open:
    """What the exchange offers for the account now, and whether its number may be called back."""
    limit("identity_methods", actor.ref, rate_per_s=1, burst=20)
    party = await store.party(kit.db, possible(ticket_id))
    if party is None:
        raise NotFound
    if party.uid is None:
        return Open([], None, {})
    found = await actions.offered(kit, actor, party.uid, party)
    return Open(found.methods, found.call_back_from, found.waiting)


@post("/tickets/{ticket_id:int}/identity/links", can=Can.IDENTITY_ASK)
async def ask(kit: Kit, actor: Actor, ticket_id: int, data: AskBody) -> Asked:
    """Sends the customer a link into the ticket."""
    limit("identity_ask", actor.ref, rate_per_s=0.1, burst=10)
    return Asked(await actions.ask(kit, actor, possible(ticket_id), data.client_id))


@post("/tickets/{ticket_id:int}/identity/codes", can=Can.IDENTITY_ASK)
async def make_codes(kit: Kit, actor: Actor, ticket_id: int) -> Pair:
    """A pair of codes; the one before is over."""
    limit("identity_codes", actor.ref, rate_per_s=0.1, burst=10)
    return await actions.make_pair(kit, actor, possible(ticket_id))


@post("/tickets/{ticket_id:int}/identity/codes/{pair_id:int}/answer", can=Can.IDENTITY_ASK)
async def type_code(kit: Kit, actor: Actor, ticket_id: int, pair_id: int, data: CodeBody) -> Result:
    """Types what the customer read out."""
    limit("identity_type", actor.ref, rate_per_s=0.5, burst=10)
    return await actions.type_code(kit, actor, possible(ticket_id), possible(pair_id), data.code)


@post("/tickets/{ticket_id:int}/identity/reviews", can=Can.IDENTITY_REVIEW)
async def open_review(kit: Kit, actor: Actor, ticket_id: int, data: ReviewBody) -> Opened:
    """Puts a case before a second person."""
    limit("identity_review", actor.ref, rate_per_s=0.1, burst=10)
    return Opened(await actions.open_review(kit, actor, possible(ticket_id), data.core_ref, data.words))


@post("/identity/reviews/{review_id:int}/decision", can=Can.IDENTITY_DECIDE)
async def decide(kit: Kit, actor: Actor, review_id: int, data: DecisionBody) -> None:
    """The second person agrees or refuses."""
    limit("identity_decide", actor.ref, rate_per_s=0.2, burst=10)
    await actions.decide_review(kit, actor, possible(review_id), agree=data.outcome == "agreed", words=data.words)


@post("/tickets/{ticket_id:int}/identity/revocation", can=Can.IDENTITY_ASK)
async def revoke(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """Everything proven on the ticket is over."""
    await actions.revoke_ticket(kit, actor, possible(ticket_id))


routes = [desk, methods, ask, make_codes, type_code, open_review, decide, revoke]

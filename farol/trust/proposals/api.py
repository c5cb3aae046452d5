"""Routes of actions on accounts."""

from typing import Annotated, Any
from uuid import UUID

import msgspec

from farol.core.exchange.shapes import Text
from farol.core.tickets import visibility
from farol.core.tickets.api import Number, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Credentials, Request, get, post

from . import actions, offer, rules, seeing, store, words
from .nouns import BASIS, WORDS, Asked, Consent, Proposal
from .view import ProposalView, view, viewer, views

Anybody = Request[Any, Any, Any]
Value = Annotated[str, msgspec.Meta(max_length=500)] | Number | Annotated[list[Annotated[str, msgspec.Meta(max_length=64)]], msgspec.Meta(max_length=20)]


class AskBody(Body, frozen=True):
    """What shall be done. params: by the table. The account is the ticket's customer's; uid: of class E, about somebody else."""

    client_id: UUID
    type: Annotated[str, msgspec.Meta(max_length=64)]
    params: Annotated[dict[Annotated[str, msgspec.Meta(max_length=40)], Value], msgspec.Meta(max_length=20)]
    reason_code: Annotated[str, msgspec.Meta(max_length=64)]
    words: Annotated[str, msgspec.Meta(max_length=WORDS)] = ""
    legal_basis: Annotated[str, msgspec.Meta(max_length=BASIS)] = ""
    expected_version: Annotated[str, msgspec.Meta(max_length=100)] = ""
    consent: Consent | None = None
    uid: Annotated[str, msgspec.Meta(max_length=64)] = ""


class DecideBody(Body, frozen=True):
    words: Annotated[str, msgspec.Meta(max_length=WORDS)] = ""


class Proposals(msgspec.Struct, frozen=True):
    """Newest first."""

    proposals: list[ProposalView]


class Desk(msgspec.Struct, frozen=True):
    """waiting: those that wait for somebody of my role, next to run out first. mine: what I proposed and is under way. done: of the last
    week, what I proposed or decided. count: of the waiting ones, how many I can approve."""

    waiting: list[ProposalView]
    mine: list[ProposalView]
    done: list[ProposalView]
    count: int


class Effects(msgspec.Struct, frozen=True):
    """What the exchange says would happen. seats: roles of each approval it takes. missing: what the exchange asks for beside ours.

    answered: it did answer; refused: why it would refuse.
    """

    answered: bool
    effects: list[Text]
    missing: list[Text]
    refused: Text | None
    seats: list[list[str]]
    usd: str | None
    customer: Text | None


@get("/tickets/{ticket_id:int}/actions", can=Can.ACTION_SEE)
async def bar(kit: Kit, actor: Actor, ticket_id: int) -> offer.Bar:
    return await offer.bar(kit, actor, possible(ticket_id))


@get("/tickets/{ticket_id:int}/proposals", can=Can.ACTION_SEE)
async def of_ticket(kit: Kit, actor: Actor, ticket_id: int) -> Proposals:
    who = await viewer(kit.db, actor)
    return Proposals(views(await store.proposals(kit.db, store.OF_TICKET, possible(ticket_id), seeing.hidden(who.role)), actor, who))


@post("/tickets/{ticket_id:int}/proposals", can=Can.ACTION_PROPOSE)
async def propose(kit: Kit, actor: Actor, request: Anybody, ticket_id: int, data: AskBody) -> ProposalView:
    limit("action", actor.ref, rate_per_s=1, burst=20)
    made = await actions.propose(kit, actor, await _asked(kit, ticket_id, data), ip=_ip(request))
    return view(made, actor, await viewer(kit.db, actor))


@post("/tickets/{ticket_id:int}/proposals/preview", can=Can.ACTION_PROPOSE)
async def preview(kit: Kit, actor: Actor, request: Anybody, ticket_id: int, data: AskBody) -> Effects:
    """What it would do; nothing is written and nothing happens."""
    limit("action", actor.ref, rate_per_s=1, burst=20)
    found = await actions.preview(kit, actor, await _asked(kit, ticket_id, data), ip=_ip(request))
    ready, receipt = found.ready, found.receipt
    left = rules.left(ready.kind, ready.usd, ready.maker, [])
    return Effects(
        not found.down, [words.effect(one.kind, one.ref, ready.asked.uid) for one in receipt.effects] if receipt else [],
        words.missing(receipt.policy.missing) if receipt and receipt.policy else [],
        words.WHY.get(found.refused, Text(found.refused, found.refused)) if found.refused else None,
        [sorted(seat) for seat in left], None if ready.usd is None else str(ready.usd), words.for_customer(ready.kind, "executed"))


@get("/proposals", can=Can.ACTION_SEE)
async def desk(kit: Kit, actor: Actor) -> Desk:
    who = await viewer(kit.db, actor)
    hidden = seeing.hidden(who.role)
    found = await store.proposals(kit.db, store.OPEN_ONES, hidden) if actor.may(Can.ACTION_CHECK) else []
    mine = await store.proposals(kit.db, store.MINE, actor.id, hidden)
    done = await store.proposals(kit.db, store.SETTLED, hidden, actor.id)
    seen = await visibility.seen(kit.db, actor, [p.ticket_id for p in (*found, *mine, *done) if p.ticket_id is not None])

    def shown(some: list[Proposal]) -> list[ProposalView]:
        return views([p for p in some if p.ticket_id is None or p.ticket_id in seen], actor, who)

    waiting = [each for each in shown(found) if each.may.refuse]
    return Desk(waiting, shown(mine), shown(done), sum(each.may.approve for each in waiting))


@get("/proposals/{proposal_id:int}", can=Can.ACTION_SEE)
async def one(kit: Kit, actor: Actor, proposal_id: int) -> ProposalView:
    found = await store.proposal(kit.db, possible(proposal_id))
    if found is None or not await seeing.may_see(kit.db, actor, found):
        raise NotFound
    return view(found, actor, await viewer(kit.db, actor))


@post("/proposals/{proposal_id:int}/approval", can=Can.ACTION_CHECK)
async def approve(kit: Kit, actor: Actor, request: Anybody, proposal_id: int, data: DecideBody) -> ProposalView:
    limit("action", actor.ref, rate_per_s=1, burst=20)
    found = await actions.approve(kit, actor, possible(proposal_id), data.words, ip=_ip(request))
    return view(found, actor, await viewer(kit.db, actor))


@post("/proposals/{proposal_id:int}/refusal", can=Can.ACTION_CHECK)
async def refuse(kit: Kit, actor: Actor, request: Anybody, proposal_id: int, data: DecideBody) -> ProposalView:
    limit("action", actor.ref, rate_per_s=1, burst=20)
    found = await actions.refuse(kit, actor, possible(proposal_id), data.words, ip=_ip(request))
    return view(found, actor, await viewer(kit.db, actor))


@post("/proposals/{proposal_id:int}/withdrawal", can=Can.ACTION_PROPOSE)
async def withdraw(kit: Kit, actor: Actor, proposal_id: int, data: DecideBody) -> ProposalView:
    limit("action", actor.ref, rate_per_s=1, burst=20)
    found = await actions.withdraw(kit, actor, possible(proposal_id), data.words)
    return view(found, actor, await viewer(kit.db, actor))


async def _asked(kit: Kit, ticket_id: int, data: AskBody) -> Asked:
    found = await store.contact(kit.db, possible(ticket_id))
    if found is None:
        raise NotFound
    return Asked(
        data.type, data.uid or found.uid, dict(data.params), data.reason_code, found.ticket_id, data.consent, data.words,
        data.expected_version, data.legal_basis, data.client_id)


def _ip(request: Anybody) -> str:
    sent: Credentials = request.scope["credentials"]  # type: ignore[typeddict-item]
    return sent.ip


routes = [bar, of_ticket, propose, preview, desk, one, approve, refuse, withdraw]

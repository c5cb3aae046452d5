"""Routes of transfers."""

from typing import Annotated
from uuid import UUID

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import Number, possible
from farol.desk.checklists import actions as checklists
from farol.desk.fields import actions as fields
from farol.desk.sla import promise_store
from farol.desk.threads.model import Glimpse
from farol.desk.threads.store import glimpses
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .actions.offer import in_team
from .draft import draft
from .model import PING_PONG, SUMMARY, WHY, Receiver, ReceivingTeam, Transfer, hinders, language_for


class OfferBody(Body, frozen=True):
    """To one of the two. summary: what the receiver must know; the draft, corrected."""

    summary: Annotated[str, msgspec.Meta(max_length=SUMMARY * 2)]
    to_staff: Number | None = None
    to_team: Annotated[str, msgspec.Meta(min_length=1, max_length=40)] | None = None


class QueueBody(Body, frozen=True):
    """To a team's queue, at once. summary: what whoever takes it must know."""

    client_id: UUID
    team: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    summary: Annotated[str, msgspec.Meta(max_length=SUMMARY)]


class WhyBody(Body, frozen=True):
    why: Annotated[str, msgspec.Meta(max_length=WHY * 2)]


class Saved(msgspec.Struct, frozen=True):
    id: int


class OfTicket(msgspec.Struct, frozen=True):
    """Newest first. times: how often it was accepted; ping_pong: often enough to say so."""

    transfers: list[Transfer]
    times: int
    ping_pong: bool


class Prepared(msgspec.Struct, frozen=True):
    """Whom it can go to, and a draft of what they must know. language: that the receiver must answer in."""

    summary: str
    language: str
    people: list[Receiver]
    teams: list[ReceivingTeam]


class Listed(msgspec.Struct, frozen=True):
    transfer: Transfer
    about: Glimpse


class Mine(msgspec.Struct, frozen=True):
    """Those that wait for me or one of my teams, oldest first."""

    transfers: list[Listed]


@get("/tickets/{ticket_id:int}/transfers", can=Can.TICKET_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> OfTicket:
    found = await store.of_ticket(kit.db, possible(ticket_id))
    times = sum(t.outcome == "accepted" for t in found)
    return OfTicket(found, times, times >= PING_PONG)


@get("/tickets/{ticket_id:int}/transfer-draft", can=Can.TICKET_TRANSFER)
async def prepared(kit: Kit, actor: Actor, ticket_id: int) -> Prepared:
    facts, said = await store.facts(kit.db, possible(ticket_id)), await store.said(kit.db, ticket_id)
    if facts is None or said is None:
        raise NotFound
    times = await kit.db.fetchval(store.TIMES, ticket_id)
    summary = draft(
        actor.language, said, (await fields.values(kit.db, actor, ticket_id)).fields, await checklists.read(kit.db, ticket_id),
        await promise_store.of_ticket(kit.db, ticket_id), times)
    people = await store.colleagues(kit.db, ticket_id)
    language, owner = language_for(facts.language, facts.reason, people), facts.owner_id or actor.id
    teams = []
    for row in await kit.db.fetch(store.TEAMS):
        able = [p for p in in_team(people, row["key"], language, facts.reason) if p.id != owner]
        teams.append(ReceivingTeam(row["key"], row["zh"], row["en"], len(able), sum(p.state in ("available", "busy") for p in able)))
    shown = [Receiver(p.id, p.name, p.role, p.state, p.teams, p.load, p.knows, hinders(p, language, facts.reason)) for p in people if p.id != owner]
    return Prepared(summary, language, shown, teams)


@post("/tickets/{ticket_id:int}/transfers", can=Can.TICKET_TRANSFER)
async def offer(kit: Kit, actor: Actor, ticket_id: int, data: OfferBody) -> Saved:
    limit("transfer", actor.ref, rate_per_s=1, burst=20)
    if (data.to_staff is None) == (data.to_team is None):
        raise Invalid(errors=[{"field": "to_staff", "why": "wanted either a colleague or a team"}])
    return Saved(await actions.offer(kit, actor, possible(ticket_id), to_staff=data.to_staff, to_team=data.to_team, summary=data.summary))


@post("/tickets/{ticket_id:int}/team-queue", can=Can.TICKET_TRANSFER)
async def to_queue(kit: Kit, actor: Actor, ticket_id: int, data: QueueBody) -> None:
    limit("transfer", actor.ref, rate_per_s=1, burst=20)
    await actions.to_queue(kit, actor, possible(ticket_id), data.client_id, team=data.team, summary=data.summary)


@get("/transfers", can=Can.TICKET_TRANSFER)
async def mine(kit: Kit, actor: Actor) -> Mine:
    found = await store.for_me(kit.db, actor.id)
    ids = [t.ticket_id for t in found]
    about = await glimpses(kit.db, ids, await visibility.seen(kit.db, actor, ids)) if ids else {}
    return Mine([Listed(t, about[t.ticket_id]) for t in found])


@post("/transfers/{transfer_id:int}/acceptance", can=Can.TICKET_TRANSFER)
async def accept(kit: Kit, actor: Actor, transfer_id: int) -> None:
    await actions.accept(kit, actor, possible(transfer_id))


@post("/transfers/{transfer_id:int}/return", can=Can.TICKET_TRANSFER)
async def give_back(kit: Kit, actor: Actor, transfer_id: int, data: WhyBody) -> None:
    await actions.give_back(kit, actor, possible(transfer_id), data.why)


@post("/transfers/{transfer_id:int}/withdrawal", can=Can.TICKET_TRANSFER)
async def withdraw(kit: Kit, actor: Actor, transfer_id: int) -> None:
    await actions.withdraw(kit, actor, possible(transfer_id))


routes = [of_ticket, prepared, offer, to_queue, mine, accept, give_back, withdraw]

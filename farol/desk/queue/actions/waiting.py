"""A ticket's place follows from how it stands: open, without owner, with a customer who waits."""

from datetime import datetime

from farol.desk.queue import store, team_store, waits
from farol.desk.queue.events import OfferTaken, TicketLeftQueue, TicketQueued
from farol.desk.queue.first import before_people
from farol.desk.queue.model import Team, cost, credit, team_for
from farol.desk.queue.store import Standing
from farol.desk.queue.telling import After
from farol.kit import clock
from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import SYSTEM


def stream(ticket_id: int) -> str:
    """The stream of a ticket's waits."""
    return f"queue:{ticket_id}"


async def settle(tx: Tx, ticket_id: int, after: After) -> None:
    """Puts a ticket into the queue, moves it, or takes it out, if how it stands asks for that. Doing it again is harmless."""
    found = await store.standing(tx, ticket_id)
    if found is None or await _fits(tx, found):
        return
    await tx.execute(store.TICKET_LOCK, ticket_id)
    found = await store.standing(tx, ticket_id)
    assert found
    now = clock.now()
    if found.ended:
        await tx.execute(store.DONE, ticket_id, now)
    if found.waits:
        await _place(tx, found, now, after)
    elif found.entry_id is not None:
        await leave(tx, found, now, after)


async def _fits(tx: Tx, found: Standing) -> bool:
    if found.ended or (found.entry_id is not None and not found.waits):
        return False
    return not found.waits or _same(found, _team(await team_store.teams(tx), found))


def _team(teams: list[Team], found: Standing) -> Team | None:
    """The team it was handed to, else the one for its reason and language."""
    if found.routed is not None:
        return next((team for team in teams if team.id == found.routed), None)
    return team_for(teams, found.reason, found.language)


def _same(found: Standing, team: Team | None) -> bool:
    """Whether its entry is the right one; also when no team is for it, where it has or needs none."""
    if team is None:
        return True
    return found.entry_id is not None and (found.entry_team, found.entry_severity, found.entry_reason, found.entry_language) == (
        team.id, found.severity, found.reason, found.language)


async def _place(tx: Tx, found: Standing, now: datetime, after: After) -> None:
    team = _team(await team_store.teams(tx), found)
    if team is None or _same(found, team):
        return
    assert found.waiting_since
    slots, rank = cost(found.severity, found.channel), found.waiting_since - credit(found.tier)
    if found.entry_id is None:
        await tx.fetchval(store.ENTER, found.id, team.id, found.severity, found.language, found.reason, slots, now,
                          found.waiting_since, rank, await before_people(tx, found.id, now))
    else:
        await tx.execute(store.MOVE, found.entry_id, team.id, found.severity, found.language, found.reason, slots, rank)
        if found.offer_id is not None and found.entry_team != team.id:
            await end_offer(tx, found, now, "withdrawn", after)
    if (outlook := (await waits.outlooks(tx, [found.id], now)).get(found.id)) and outlook.raw:
        await tx.execute(store.FORETOLD, outlook.entry_id, outlook.raw.usually, outlook.raw.slowest)
    after.woke(stream(found.id), await emit(tx, stream(found.id), SYSTEM, TicketQueued(team.key, found.severity)))


async def leave(tx: Tx, found: Standing, now: datetime, after: After) -> None:
    """Ends the wait: taken when somebody owns the ticket, else answered or left."""
    owner, mine = found.owner_id, found.owner_id is not None and found.owner_id == found.offer_staff
    outcome = "taken" if owner else "answered" if found.status in ("open", "pending") else "left"
    waited = await tx.fetchval(store.LEAVE, found.entry_id, now, outcome, owner)
    if owner:
        await tx.execute(store.TAKEN, owner, now)
    await end_offer(tx, found, now, "taken" if mine else "withdrawn", after)
    event = OfferTaken(owner, waited, mine) if owner else TicketLeftQueue(outcome, waited)
    after.woke(stream(found.id), await emit(tx, stream(found.id), SYSTEM, event))


async def end_offer(tx: Tx, found: Standing, now: datetime, outcome: str, after: After) -> None:
    """Ends the ticket's open offer, if there is one, and takes it off the agent's screen."""
    staff_id = await tx.fetchval(store.END_OFFER, found.offer_id, now, outcome) if found.offer_id else None
    if staff_id is not None:
        after.offer(staff_id, found.id, None)


async def ask_people(tx: Tx, ticket_id: int) -> bool:
    """Whoever went before people is done: the ticket is offered from now on. Whether it had been held back."""
    return bool(await tx.fetchval(store.NOW, ticket_id, clock.now()))

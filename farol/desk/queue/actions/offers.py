"""Offers and work: given out, taken by exactly one, bounced, given back."""

from datetime import datetime, timedelta
from functools import partial

from farol.core.tickets import store as tickets
from farol.core.tickets.events import TicketChanged
from farol.desk import languages, surge
from farol.desk.queue import matching, store, team_store
from farol.desk.queue.events import AgentStateChanged, OfferBounced, TicketOffered, WorkReturned
from farol.desk.queue.model import LOWEST, MOST_BOUNCES
from farol.desk.queue.problems import AlreadyTaken, NotOpen, NotYours
from farol.desk.queue.telling import After, push, rfc3339
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .waiting import end_offer, leave, settle, stream

MOST = 100
"""Offers in one transaction; the rest follow in the next."""
SPARE = 20
"""Tickets of one kind looked at beyond free slots, for those that some may not be given."""


async def dispatch(kit: Kit, team_id: int) -> int:
    """Offers the team's waiting tickets to whoever may take them; returns how many.

    One process gives out a team's tickets at a time, and an agent who works in two teams is given something by one of
    them at a time: whoever comes second passes by, and comes again within a second.
    """
    after, now = After(), clock.now()
    async with transaction(kit.db) as tx:
        team = await team_store.lock_team(tx, team_id)
        if team is None:
            return 0
        free = [row["staff_id"] for row in await tx.fetch(team_store.SHIFT_LOCK, team_id)]
        held = await surge.load(tx)
        shift = (await team_store.shift(tx, [team_id], now, free, held))[team_id]
        slots = sum(max(a.slots + matching.P0_OVER - a.load, 0) for a in shift if a.available)
        line = await store.line(tx, team_id, now, slots + SPARE) if slots else []
        line = [w for w in line if not (held.p4_later and w.severity == LOWEST)]
        made = matching.match(line, shift, now, team.fallback_s, await languages.routes(tx, now) if line else {})[:MOST]
        if not made:
            return 0
        deadline = now + timedelta(seconds=team.bounce_s)
        rows = await tx.fetch(store.OFFER, [m.waiting.id for m in made], [m.agent for m in made], now, deadline)
        await tx.execute(store.GIVEN, [row["staff_id"] for row in rows], now)
        ticket_of, until = {m.waiting.id: m.waiting.ticket for m in made}, rfc3339(deadline)
        for row in rows:
            ticket = ticket_of[row["entry_id"]]
            after.woke(stream(ticket), await emit(tx, stream(ticket), SYSTEM, TicketOffered(row["staff_id"], until)))
            after.offer(row["staff_id"], ticket, until)
    await after.say(kit)
    return len(rows)


async def take(kit: Kit, actor: Actor, ticket_id: int) -> tuple[int, int]:
    """The acting agent has the ticket from here on: its seq and version. Taking one's own again changes nothing.

    Raises NotAllowed, NotFound, AlreadyTaken, NotOpen.
    """
    if not actor.may(Can.TICKET_REPLY):
        raise NotAllowed
    after = After()

    async def run() -> tuple[int, int]:
        async with transaction(kit.db) as tx:
            return await take_in(tx, actor, ticket_id, after)

    done = await again(run)
    await after.say(kit)
    return done


async def take_in(tx: Tx, actor: Actor, ticket_id: int, after: After) -> tuple[int, int]:
    """``take`` within a transaction of the caller's, who says ``after`` when it stands."""
    row = await tx.fetchrow(store.CLAIM, ticket_id, actor.id)
    if row is None:
        now = await tickets.ticket(tx, ticket_id)
        if now is None:
            raise NotFound
        if now.owner_id == actor.id:
            return now.seq, now.version
        raise AlreadyTaken if now.owner_id is not None else NotOpen
    changed = TicketChanged({"owner_id": actor.id}, row["version"])
    await emit(tx, f"ticket:{ticket_id}", actor, changed, seq=row["seq"])
    after.woke(f"ticket:{ticket_id}", row["seq"])
    found = await store.standing(tx, ticket_id)
    if found is not None and found.entry_id is not None:
        await leave(tx, found, clock.now(), after)
    return row["seq"], row["version"]


async def bounce(kit: Kit, due: store.Due) -> None:
    """Nobody looked at an offer in time: the ticket is free again at its place; the second time the agent is away."""
    after, now = After(), clock.now()
    async with transaction(kit.db) as tx:
        await team_store.state(tx, due.staff_id, lock=True)
        if await tx.fetchval(store.END_OFFER, due.id, now, "bounced") is None:
            return
        after.offer(due.staff_id, due.ticket_id, None)
        event = OfferBounced(due.staff_id, "unanswered")
        after.woke(stream(due.ticket_id), await emit(tx, stream(due.ticket_id), SYSTEM, event))
        row = await tx.fetchrow(team_store.BOUNCED, due.staff_id)
        if row and row["bounces"] >= MOST_BOUNCES and row["state"] in ("available", "busy"):
            await change_state(tx, SYSTEM, due.staff_id, "away", "offers were not looked at", now, after)
    await after.say(kit)


async def change_state(tx: Tx, actor: Actor, staff_id: int, state: str, note: str, now: datetime, after: After) -> None:
    """Sets where an agent is. Who takes nothing more lets go of what was only offered."""
    await tx.execute(team_store.SET_STATE, staff_id, state, now, actor.ref, note)
    after.woke(f"staff:{staff_id}", await emit(tx, f"staff:{staff_id}", actor, AgentStateChanged(state, note)))
    after.state(staff_id, state, note)
    if state == "available":
        return
    for row in await tx.fetch(team_store.THEIR_OFFERS, staff_id, now):
        ticket = row["ticket_id"]
        after.offer(staff_id, ticket, None)
        after.woke(stream(ticket), await emit(tx, stream(ticket), actor, OfferBounced(staff_id, state)))


async def give_back(kit: Kit, actor: Actor, ticket_id: int) -> tuple[int, int] | None:
    """Puts one's ticket, or a ticket offered to one, back into the queue with the time it has waited.

    Returns the ticket's seq and version when it had been one's own. Raises NotFound, NotYours.
    """
    after = After()
    done = await again(partial(_give_back, kit, actor, ticket_id, after))
    await after.say(kit)
    await push(kit)
    return done


async def _give_back(kit: Kit, actor: Actor, ticket_id: int, after: After) -> tuple[int, int] | None:
    now = clock.now()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, ticket_id)
        found = await store.standing(tx, ticket_id)
        if found is None:
            raise NotFound
        if found.owner_id != actor.id and found.offer_staff != actor.id:
            raise NotYours
        if found.owner_id != actor.id:
            await end_offer(tx, found, now, "returned", after)
            after.woke(stream(ticket_id), await emit(tx, stream(ticket_id), actor, OfferBounced(actor.id, "returned")))
            return None
        done = await _release(tx, actor, ticket_id, actor.id, "given_back", after)
        if done is None:
            raise NotYours
        standing = await store.standing(tx, ticket_id)
        if standing and standing.entry_id:
            await tx.execute(store.LET_GO, standing.entry_id, actor.id, now)
        return done


async def return_work(kit: Kit, left: store.LeftBehind) -> None:
    """A ticket whose customer waits for somebody who is gone waits for everybody again."""
    after = After()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, left.id)
        if left.why != "disabled" and await tx.fetchval(store.STILL_GONE, left.owner_id) is None:
            return
        found = await store.standing(tx, left.id)
        if found is None or found.waiting_since is None:
            return
        await _release(tx, SYSTEM, left.id, left.owner_id, left.why, after)
    await after.say(kit)


async def _release(tx: Tx, actor: Actor, ticket_id: int, staff_id: int, why: str, after: After) -> tuple[int, int] | None:
    row = await tx.fetchrow(store.RELEASE, ticket_id, staff_id)
    if row is None:
        return None
    changed = TicketChanged({"owner_id": None}, row["version"])
    await emit(tx, f"ticket:{ticket_id}", actor, changed, seq=row["seq"])
    after.woke(f"ticket:{ticket_id}", row["seq"])
    after.woke(stream(ticket_id), await emit(tx, stream(ticket_id), actor, WorkReturned(staff_id, why)))
    await settle(tx, ticket_id, after)
    return row["seq"], row["version"]

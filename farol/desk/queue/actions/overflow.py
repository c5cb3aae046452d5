"""A team of which nobody is on shift lets no ticket wait for ever: after its time it goes to the first line, and back while it waits there still."""

from datetime import datetime
from functools import partial

from farol.core.tickets.log_store import bump
from farol.desk.queue import overflow_store, store, team_store
from farol.desk.queue.events import OverflowSet, TicketOverflowed
from farol.desk.queue.model import team_for
from farol.desk.queue.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from .waiting import settle


async def overflow(kit: Kit, waits: overflow_store.Forsaken) -> None:
    """Hands a ticket to the first line for its language, where somebody is there to take it; until its reason is another."""
    after = After()
    await again(partial(_overflow, kit, waits, clock.now(), after))
    await after.say(kit)


async def _overflow(kit: Kit, waits: overflow_store.Forsaken, now: datetime, after: After) -> None:
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, waits.ticket_id)
        found, teams = await store.standing(tx, waits.ticket_id), await team_store.teams(tx)
        first = team_for(teams, "", waits.language)
        if found is None or found.entry_team != waits.team_id or first is None or first.id == waits.team_id:
            return
        if not (await team_store.shift(tx, [first.id], now))[first.id]:
            return
        left = next((team.key for team in teams if team.id == waits.team_id), "")
        await tx.execute(store.ROUTE, waits.ticket_id, first.id, SYSTEM.ref)
        seq = await bump(tx, waits.ticket_id)
        happened = TicketOverflowed(left, first.key, round(waits.waited_s))
        after.woke(f"ticket:{waits.ticket_id}", await emit(tx, f"ticket:{waits.ticket_id}", SYSTEM, happened, seq=seq))
        await settle(tx, waits.ticket_id, after)


async def returning(kit: Kit) -> list[overflow_store.Away]:
    """What went on to the first line and waits there still, where somebody of its own team is there again."""
    gone = await overflow_store.away(kit.db)
    if not gone:
        return []
    teams, staffed = await team_store.teams(kit.db), await overflow_store.staffed(kit.db)
    own = [(one, team_for(teams, one.reason, one.language)) for one in gone]
    return [one for one, team in own if team is not None and team.id != one.team_id and team.id in staffed]


async def come_back(kit: Kit, one: overflow_store.Away) -> None:
    """Hands it back to its own team, with the wait it had; nothing where somebody was offered it meanwhile."""
    after = After()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, one.ticket_id)
        found = await store.standing(tx, one.ticket_id)
        if found is None or found.entry_team != one.team_id or found.routed != one.team_id or found.offer_id is not None:
            return
        await tx.execute(store.UNROUTE, one.ticket_id)
        await settle(tx, one.ticket_id, after)
    await after.say(kit)


async def set_overflow(kit: Kit, actor: Actor, team_id: int, overflow_s: int | None) -> None:
    """How long tickets wait for a team of which nobody is there; None: until somebody comes. The same again changes nothing. Raises NotFound."""
    async with transaction(kit.db) as tx:
        row = await tx.fetchrow(overflow_store.OVERFLOW, team_id)
        if row is None:
            raise NotFound
        if row["overflow_s"] == overflow_s:
            return
        await tx.execute(overflow_store.SET_OVERFLOW, team_id, overflow_s)
        seq = await emit(tx, f"team:{team_id}", actor, OverflowSet(overflow_s))
    await wake(kit.bus, f"team:{team_id}", seq)

"""A team of which nobody is on shift lets no ticket wait for ever: after its time it goes to the first line."""

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

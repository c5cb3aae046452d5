"""A ticket goes to a team's queue because somebody says so, and keeps the time it has waited."""

from farol.core.tickets.events import TicketChanged
from farol.desk.queue import store
from farol.desk.queue.events import WorkReturned
from farol.desk.queue.problems import NotOpen
from farol.desk.queue.telling import After
from farol.kit import clock
from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import Actor

from .waiting import settle, stream


async def send_to_team(tx: Tx, actor: Actor, ticket_id: int, team_id: int, after: After) -> tuple[int, int]:
    """Whoever had it has it no more; it waits for this team until its reason is another: the ticket's seq and version.

    Where its customer waits for nobody, it enters the queue when they write. The actor is not offered it again at once. Raises NotOpen.
    """
    row = await tx.fetchrow(store.TO_TEAM, ticket_id, team_id)
    if row is None:
        raise NotOpen
    await tx.execute(store.ROUTE, ticket_id, team_id, actor.ref)
    changed = TicketChanged({"owner_id": None, "team_id": team_id}, row["version"])
    await emit(tx, f"ticket:{ticket_id}", actor, changed, seq=row["seq"])
    after.woke(f"ticket:{ticket_id}", row["seq"])
    if row["was"] is not None:
        after.woke(stream(ticket_id), await emit(tx, stream(ticket_id), actor, WorkReturned(row["was"], "handed_over")))
    await settle(tx, ticket_id, after)
    found = await store.standing(tx, ticket_id)
    if found and found.entry_id and row["was"] is not None:
        await tx.execute(store.LET_GO, found.entry_id, row["was"], clock.now())
    return row["seq"], row["version"]


async def forget_route(tx: Tx, ticket_id: int) -> None:
    """It goes where its reason says again; what changes its owner puts it there."""
    await tx.execute(store.UNROUTE, ticket_id)

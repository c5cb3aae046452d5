"""A transfer is accepted, returned, taken back, or overtaken. Of several who accept, one has the ticket."""

from farol.core.notices.actions import notify
from farol.core.shield import scrub
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import Empty
from farol.desk.threads.telling import After
from farol.desk.transfer import store
from farol.desk.transfer.events import TicketTransferred, TransferReturned, TransferWithdrawn
from farol.desk.transfer.model import WHY, Transfer
from farol.desk.transfer.problems import NotReceiver, TransferOver
from farol.desk.transfer.store import Facts
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotFound

from .offer import receivers


async def accept(kit: Kit, actor: Actor, transfer_id: int) -> None:
    """The ticket is the actor's from here on. Raises NotFound, TransferOver, NotReceiver, and what hinders a receiver."""
    after = After()
    async with transaction(kit.db) as tx:
        facts, found = await _open(tx, transfer_id)
        await _is_receiver(tx, actor, found)
        await receivers(tx, facts, found.sender.id, actor.id if found.to_staff else None, found.to_team.key if found.to_team else None)
        team = found.to_team.key if found.to_team else None
        team_id = next((t["id"] for t in await tx.fetch(store.TEAMS) if t["key"] == team), None)
        row = await tx.fetchrow(store.OWN, facts.id, actor.id, team_id, found.sender.id)
        if row is None:
            raise TransferOver
        await tx.fetchval(store.ANSWER, transfer_id, "accepted", actor.id, "")
        fields: dict[str, str | int | None] = {"owner_id": actor.id, **({"team_id": team_id} if team else {})}
        changed = TicketChanged(fields, row["version"])
        after.woke(f"ticket:{facts.id}", await emit(tx, f"ticket:{facts.id}", actor, changed, seq=row["seq"]))
        times = await tx.fetchval(store.TIMES, facts.id)
        await _say(tx, actor, facts.id, TicketTransferred(transfer_id, found.sender.id, actor.id, team, times), after)
        title = {"en": f"{actor.name} has accepted {facts.number}", "zh": f"{actor.name} 已接手 {facts.number}"}
        await notify(tx, [found.sender.id], "assigned.accepted", ticket_id=facts.id, title=title, key=f"transfer:{transfer_id}:done", but=actor)
        await _everybody(tx, found, after)
    await after.say(kit)


async def give_back(kit: Kit, actor: Actor, transfer_id: int, why: str) -> None:
    """The receiver does not take it, and says why; the sender keeps it. Raises NotFound, TransferOver, NotReceiver, Empty."""
    words = shorten(scrub(why.strip()).text, WHY)
    if not words:
        raise Empty
    after = After()
    async with transaction(kit.db) as tx:
        facts, found = await _open(tx, transfer_id)
        await _is_receiver(tx, actor, found)
        await tx.fetchval(store.ANSWER, transfer_id, "returned", actor.id, words)
        await _say(tx, actor, facts.id, TransferReturned(transfer_id, found.sender.id, actor.id, words), after)
        title = {"en": f"{actor.name} returns {facts.number} to you", "zh": f"{actor.name} 把 {facts.number} 退回给您"}
        await notify(tx, [found.sender.id], "assigned.returned", ticket_id=facts.id, title=title, words=words,
                     key=f"transfer:{transfer_id}:done", but=actor)
        await _everybody(tx, found, after)
    await after.say(kit)


async def withdraw(kit: Kit, actor: Actor, transfer_id: int) -> None:
    """The sender, or who manages queues, takes it back. Raises NotFound, TransferOver, NotReceiver."""
    after = After()
    async with transaction(kit.db) as tx:
        facts, found = await _open(tx, transfer_id)
        if found.sender.id != actor.id and not actor.may(Can.QUEUE_MANAGE):
            raise NotReceiver
        await _drop(tx, actor, facts.id, found, "withdrawn", after)
    await after.say(kit)


async def overtaken(tx: Tx, ticket_id: int, after: After) -> None:
    """A transfer ends when its ticket is the sender's no more, or is done."""
    facts = await store.facts(tx, ticket_id, lock=True)
    found = await store.open_of(tx, ticket_id)
    if facts and found and (facts.owner_id != found.sender.id or facts.status not in ("open", "pending")):
        await _drop(tx, SYSTEM, ticket_id, found, "overtaken", after)


async def _drop(tx: Tx, actor: Actor, ticket_id: int, found: Transfer, why: str, after: After) -> None:
    await tx.fetchval(store.ANSWER, found.id, "withdrawn", actor.id if actor.kind == "staff" else None, why)
    await _say(tx, actor, ticket_id, TransferWithdrawn(found.id, why), after)
    await _everybody(tx, found, after)


async def _open(tx: Tx, transfer_id: int) -> tuple[Facts, Transfer]:
    ticket_id = await tx.fetchval(store.TICKET_OF, transfer_id)
    facts = None if ticket_id is None else await store.facts(tx, ticket_id, lock=True)
    found = await store.transfer(tx, transfer_id)
    if facts is None or found is None:
        raise NotFound
    if found.outcome is not None:
        raise TransferOver
    return facts, found


async def _is_receiver(tx: Tx, actor: Actor, found: Transfer) -> None:
    if found.to_staff is not None and found.to_staff.id == actor.id:
        return
    if found.to_team is not None and actor.id in {r["staff_id"] for r in await tx.fetch(store.MEMBERS, found.to_team.key)}:
        return
    raise NotReceiver


async def _say(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    seq = await bump(tx, ticket_id)
    after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))


async def _everybody(tx: Tx, found: Transfer, after: After) -> None:
    """Whoever was asked, and the sender, see that it is answered."""
    asked = {r["staff_id"] for r in await tx.fetch(store.MEMBERS, found.to_team.key)} if found.to_team else {found.to_staff.id if found.to_staff else 0}
    after.tell({*asked, found.sender.id}, "transfer", ticket=found.ticket_id, transfer=found.id)

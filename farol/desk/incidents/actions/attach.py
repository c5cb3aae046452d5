"""Tickets become cases of an incident, and stop being it."""

from typing import Any

from farol.desk.incidents import matching, store, ticket_store
from farol.desk.incidents.events import TicketAttached, TicketDetached
from farol.desk.incidents.problems import IncidentOver, NoIncident, OtherIncident
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import WAKE, emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

Spent = list[tuple[int, int]]
"""Tickets and the seq each has now."""


async def attach_in(tx: Tx, actor: Actor, incident_id: int, ids: list[int], how: str) -> Spent:
    """Attaches those of these tickets that can be, in the caller's transaction: open, of no incident, not taken out by hand.

    how: ``hand`` brings back what was taken out.
    """
    rows = await tx.fetch(ticket_store.ATTACH, incident_id, ids, how == "hand") if ids else []
    if not rows:
        return []
    done, seqs = [r["id"] for r in rows], [r["seq"] for r in rows]
    await tx.execute(ticket_store.EVENTS, done, seqs, TicketAttached.kind, actor.ref, False, [_body(incident_id, how)] * len(done))
    await tx.execute(ticket_store.SET, incident_id, done, "attached", how, actor.ref)
    return list(zip(done, seqs, strict=True))


def _body(incident_id: int, how: str) -> dict[str, Any]:
    return {"incident_id": incident_id, "how": how}


async def tell(kit: Kit, spent: Spent) -> None:
    """Lets screens know, after the commit."""
    for ticket, seq in spent:
        await wake(kit.bus, f"ticket:{ticket}", seq)


async def attach(kit: Kit, actor: Actor, incident_id: int, ids: list[int]) -> int:
    """A person says that these tickets are cases: how many became one. Raises NotFound, IncidentOver, OtherIncident."""

    async def run() -> Spent:
        async with transaction(kit.db) as tx:
            await _goes_on(tx, incident_id)
            done = await attach_in(tx, actor, incident_id, sorted(set(ids)), "hand")
            if not done and len(ids) == 1:
                await _why_not(tx, incident_id, ids[0])
            return done

    spent = await again(run)
    await tell(kit, spent)
    return len(spent)


async def _goes_on(tx: Tx, incident_id: int) -> None:
    state = await store.locked(tx, incident_id)
    if state is None:
        raise NotFound
    if state == "resolved":
        raise IncidentOver


async def _why_not(tx: Tx, incident_id: int, ticket_id: int) -> None:
    row = await tx.fetchrow(ticket_store.STANDS, ticket_id)
    if row is None:
        raise NotFound
    if row["incident_id"] not in (None, incident_id):
        raise OtherIncident


async def detach(kit: Kit, actor: Actor, incident_id: int, ticket_id: int) -> None:
    """A person says that this ticket is no case; nothing but a person attaches it again. Raises NotFound, NoIncident."""
    async with transaction(kit.db) as tx:
        seq = await tx.fetchval(ticket_store.DETACH, incident_id, ticket_id)
        if seq is None:
            if await tx.fetchval(ticket_store.REFUSE, incident_id, ticket_id, actor.ref) is not None:
                return
            if await tx.fetchrow(ticket_store.STANDS, ticket_id) is None:
                raise NotFound
            raise NoIncident
        await emit(tx, f"ticket:{ticket_id}", actor, TicketDetached(incident_id), seq=seq)
        await tx.execute(ticket_store.SET, incident_id, [ticket_id], "detached", "hand", actor.ref)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def decide(kit: Kit, actor: Actor, incident_id: int, *, take: bool, most: int = 500) -> int:
    """All proposals at once, at most so many: attached, or put aside. Returns how many."""
    ids = await ticket_store.proposed(kit.db, incident_id, most)
    if take:
        return await attach(kit, actor, incident_id, ids)
    async with transaction(kit.db) as tx:
        await _goes_on(tx, incident_id)
        await tx.execute(ticket_store.SET, incident_id, ids, "detached", "hand", actor.ref)
    return len(ids)


async def attach_new(tx: Tx, ticket_id: int) -> list[tuple[str, bytes]]:
    """A ticket that came or changed is compared with every open incident. Returns what the bus is to hear after the commit."""
    ongoing = await store.open_ones(tx)
    facts = await ticket_store.facts(tx, ticket_id) if ongoing else None
    if facts is None:
        return []
    fits = [(found, incident.id) for incident in ongoing if (found := matching.fit(incident.scope, facts))]
    for found, incident_id in sorted(fits, key=lambda pair: pair[0] != "sure"):
        if found == "sure":
            if spent := await attach_in(tx, SYSTEM, incident_id, [ticket_id], "opened"):
                return [(WAKE, f"ticket:{ticket} {seq}".encode()) for ticket, seq in spent]
        else:
            await tx.execute(ticket_store.PROPOSE, incident_id, [ticket_id], "opened", SYSTEM.ref)
    return []

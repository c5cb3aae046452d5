"""Raising an emergency: the ticket becomes a P0, people are rung group after group, until one of them takes it."""

from datetime import datetime, timedelta
from typing import Any

from farol.core.notices.actions import notify
from farol.core.tickets import actions as tickets
from farol.core.tickets.model import Change
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.trust.emergency import ring_store, store, words
from farol.trust.emergency.events import (
    EmergencyPromiseMissed,
    EmergencyRaised,
    EmergencyRung,
    EmergencyTaken,
)
from farol.trust.emergency.model import FIRST_UPDATE, FRAME, REASONS, Case, Cause, Kind, after, first_for
from farol.trust.emergency.problems import EmergencyOver, TakenAlready

from .sealing import Placing, place_later


async def raise_in(tx: Tx, ticket_id: int, kind: Kind, cause: Cause, after_: After, *, drill: bool = False) -> tuple[int, bool] | None:
    """The case of a ticket: its id, and whether it was raised now. None when there is no ticket that could hold one.

    Danger to a person takes the place of theft; a case that was over and is raised again rings anew.
    """
    found = await store.ticket(tx, ticket_id)
    if found is None or found.merged:
        return None
    now = clock.now()
    id_ = await store.add(tx, ticket_id, kind, cause, now, drill=drill)
    if id_ is None:
        before = await store.case(tx, store.BY_TICKET, ticket_id)
        assert before
        worse = kind == "risk" and before.kind == "stolen"
        if before.ended_at is None and not worse:
            return before.id, False
        id_ = before.id
        await tx.execute(store.ANEW, id_, "risk" if "risk" in (kind, before.kind) else kind)
    await _urgent(tx, ticket_id, kind, found, after_)
    await note(tx, SYSTEM, ticket_id, EmergencyRaised(id_, kind, cause, drill), after_)
    await tx.execute(store.PROMISE, id_, now + FIRST_UPDATE, None)
    await ring_in(tx, id_, after_)
    if kind == "risk":
        await enqueue(tx, place_later, Placing(id_), key=f"emergency:{id_}:place")
    return id_, True


async def _urgent(tx: Tx, ticket_id: int, kind: Kind, ticket: store.Ticket, after_: After) -> None:
    wanted = {"severity": "P0", "reason": REASONS[kind]}
    now = {"severity": ticket.severity, "reason": ticket.reason}
    if kind == "stolen" and ticket.reason == REASONS["risk"]:
        del wanted["reason"]
    fields: dict[str, Any] = {name: value for name, value in wanted.items() if now[name] != value}
    if ticket.status in ("resolved", "closed", "pending"):
        fields["status"] = "open"
    if fields:
        seq, _ = await tickets.change_in(tx, SYSTEM, ticket_id, Change(**fields))
        after_.woke(f"ticket:{ticket_id}", seq)


async def ring_in(tx: Tx, emergency_id: int, after_: After) -> None:
    """Rings the next group that has somebody in it; after the last one begins again. Nobody at all: it is tried again in a minute."""
    case = await store.case(tx, store.BY_ID, emergency_id, lock=True)
    if case is None or case.taken_by or case.ended_at:
        return
    groups, round_ = await ring_store.groups(tx), case.round
    position: int | None = after(case.position, groups) if case.position else first_for(case.kind, groups)
    people: list[int] = []
    for _ in range(len(groups) + 1):
        if position is None:
            position, round_ = (groups[0].position if groups else 0), round_ + 1
        group = next((one for one in groups if one.position == position), None)
        people = await ring_store.people(tx, group) if group else []
        if people:
            break
        position = after(position, groups)
    now = clock.now()
    wait = next((one.wait_s for one in groups if one.position == position), 60)
    await tx.execute(ring_store.MOVE, case.id, position or 0, round_, now + timedelta(seconds=wait))
    await tx.execute(ring_store.RING, case.id, round_, position or 0, people, now)
    await notify(tx, people, "emergency.ring", ticket_id=case.ticket_id, title=words.ring(case), key=f"emergency:{case.id}:{round_}:{position}")
    await note(tx, SYSTEM, case.ticket_id, EmergencyRung(position or 0, round_, people), after_)
    after_.tell(people, FRAME, emergency=case.id)


async def take(kit: Kit, actor: Actor, emergency_id: int) -> Case:
    """The actor has it: ringing ends, the ticket is theirs unless somebody has it, the customer reads their name and code.

    Taking what one has is harmless. Raises NotFound, EmergencyOver, TakenAlready.
    """
    after_ = After()
    async with transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(store.TICKET_OF, emergency_id)
        ticket = await store.ticket(tx, ticket_id) if ticket_id else None
        case = await store.case(tx, store.BY_ID, emergency_id, lock=True)
        if case is None or ticket is None:
            raise NotFound
        if case.ended_at:
            raise EmergencyOver
        if case.taken_by and case.taken_by != actor.id:
            raise TakenAlready(by=case.taker)
        if case.taken_by is None:
            await tx.execute(store.TAKE, emergency_id, actor.id, clock.now())
            if ticket.owner_id is None:
                seq, _ = await tickets.change_in(tx, actor, case.ticket_id, Change(owner_id=actor.id))
                after_.woke(f"ticket:{case.ticket_id}", seq)
            await note(tx, actor, case.ticket_id, EmergencyTaken(actor.id, actor.alias or actor.name), after_)
            after_.tell({one.staff_id for one in await ring_store.rung(tx, emergency_id)}, FRAME, emergency=emergency_id)
        found = await store.case(tx, store.BY_ID, emergency_id)
    await after_.say(kit)
    assert found
    return found


async def tick(kit: Kit, now: datetime | None = None) -> None:
    """Rings who is next where nobody came, and the duty managers where a customer did not hear from a person in time."""
    for row in await kit.db.fetch(ring_store.DUE, now or clock.now()):
        after_ = After()
        async with transaction(kit.db) as tx:
            await store.ticket(tx, await tx.fetchval(store.TICKET_OF, row["id"]))
            due = await store.case(tx, store.BY_ID, row["id"], lock=True)
            if due and due.ring_due and due.ring_due <= (now or clock.now()):
                await ring_in(tx, row["id"], after_)
        await after_.say(kit)
    for row in await kit.db.fetch(store.OVERDUE_ONES, now or clock.now()):
        await _overdue(kit, row["id"], now or clock.now())


async def _overdue(kit: Kit, emergency_id: int, now: datetime) -> None:
    after_ = After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, await tx.fetchval(store.TICKET_OF, emergency_id))
        case = await store.case(tx, store.BY_ID, emergency_id, lock=True)
        if case is None or await tx.fetchval(store.OVERDUE, emergency_id, now) is None:
            return
        duty = [one for one in await ring_store.groups(tx) if (one.owner_kind, one.owner_key) == ("role", "duty")]
        people = {*(await ring_store.people(tx, duty[0]) if duty else []), *([case.taken_by] if case.taken_by else [])}
        await notify(tx, people, "emergency.overdue", ticket_id=case.ticket_id, title=words.overdue(case), key=f"emergency:{case.id}:late:{case.update_due}")
        await note(tx, SYSTEM, case.ticket_id, EmergencyPromiseMissed(), after_)
        after_.tell(people, FRAME, emergency=case.id)
    await after_.say(kit)

"""One ticket goes on in another, and back.

Messages stay where they were said. Both tickets must stand on their own, which makes a circle impossible: of two agents who merge
crosswise, the second finds a ticket that was merged already.
"""

from datetime import datetime
from typing import Any

from farol.channels.email import store as email
from farol.core.tickets.events import TicketChanged, TicketMerged, TicketUnmerged
from farol.desk.merging import store
from farol.desk.merging.model import MOST_MERGED, Side, of_one_mailbox
from farol.desk.merging.problems import (
    IntoClosed,
    MergedAlready,
    NotMerged,
    OtherCustomer,
    SameTicket,
    SayWhy,
    TooManyMerged,
)
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

Heads = dict[int, int]
"""Tickets and the last seq spent on each: what to wake once the transaction stands."""


async def merge(kit: Kit, actor: Actor, ticket_id: int, into_id: int, why: str = "") -> None:
    """The ticket goes on in another of the same customer. Doing it again changes nothing.

    Raises NotFound, SameTicket, MergedAlready, IntoClosed, TooManyMerged, OtherCustomer, SayWhy, NotAllowed.
    """
    if ticket_id == into_id:
        raise SameTicket

    async def run() -> Heads:
        async with transaction(kit.db) as tx:
            return await merge_in(tx, actor, ticket_id, into_id, why.strip())

    await say(kit, await again(run))


async def merge_in(tx: Tx, actor: Actor, ticket_id: int, into_id: int, why: str) -> Heads:
    """``merge`` inside a transaction of the caller's, who says what it returns."""
    await store.lock(tx, [ticket_id, into_id])
    found = await store.sides(tx, [ticket_id, into_id])
    if len(found) < 2:
        raise NotFound
    ticket, into = found[ticket_id], found[into_id]
    if ticket.merged_into == into_id:
        return {}
    for side in (ticket, into):
        if side.merged_into is not None:
            raise MergedAlready(number=side.number, into=await store.number(tx, side.merged_into))
    if into.status == "closed":
        raise IntoClosed(number=into.number)
    await _may_join(tx, actor, ticket, into, why)
    if await store.size(tx, [ticket_id, into_id]) > MOST_MERGED:
        raise TooManyMerged(most=MOST_MERGED)
    return await _join(tx, actor, ticket, into, why)


async def _may_join(tx: Tx, actor: Actor, ticket: Side, into: Side, why: str) -> None:
    """Two customers are never joined, but for one person who also wrote from the mailbox that the exchange knows as theirs."""
    if ticket.customer_id == into.customer_id:
        return
    if not of_one_mailbox(ticket, into) or not await email.proven(tx, ticket.customer_id):
        raise OtherCustomer
    if not actor.may(Can.TICKET_MERGE_MAILED):
        raise NotAllowed
    if not why:
        raise SayWhy


async def _join(tx: Tx, actor: Actor, ticket: Side, into: Side, why: str) -> Heads:
    before = {"status": ticket.status, "stage": ticket.stage, "waiting_since": ticket.waiting_since,
              "resolved_at": await store.resolved_at(tx, ticket.id)}
    await tx.execute(store.MERGE, ticket.id, into.id, actor.id, why, before)
    closing = ticket.status != "closed"
    here = await tx.fetchrow(store.JOIN, ticket.id, into.id, 1 + closing)
    there = await tx.fetchrow(store.TAKE_IN, into.id, ticket.waiting_since)
    assert here
    assert there
    event = TicketMerged(
        ticket.id, ticket.number, into.id, into.number, here["version"], _text(ticket.waiting_since), here["messages"], why)
    ours = ticket.customer_id == into.customer_id
    if closing:
        await _changed(tx, actor, ticket.id, "closed", None, here["version"], here["seq"] - 1)
    await emit(tx, f"ticket:{ticket.id}", actor, event, public=ours, seq=here["seq"])
    if there["opened"]:
        await _changed(tx, actor, into.id, "open", None, there["version"], there["seq"] - 1)
    await emit(tx, f"ticket:{into.id}", actor, event, public=ours, seq=there["seq"])
    return {ticket.id: here["seq"], into.id: there["seq"]}


async def unmerge(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The ticket stands on its own again, as it stood before; what was written meanwhile stays where it was written.

    Raises NotFound, NotMerged.
    """

    async def run() -> Heads:
        async with transaction(kit.db) as tx:
            return await _part(tx, actor, ticket_id)

    await say(kit, await again(run))


async def _part(tx: Tx, actor: Actor, ticket_id: int) -> Heads:
    # Read, then locked in id order, then read again: the other side may have become another meanwhile.
    known = (await store.sides(tx, [ticket_id])).get(ticket_id)
    if known is None:
        raise NotFound
    if known.merged_into is None:
        raise NotMerged
    await store.lock(tx, [ticket_id, known.merged_into])
    standing = await store.standing(tx, ticket_id)
    if standing is None or standing.into_id != known.merged_into:
        raise NotMerged
    found = await store.sides(tx, [ticket_id, standing.into_id])
    ticket, into, before = found[ticket_id], found[standing.into_id], standing.before
    await tx.execute(store.UNDO, standing.id, actor.id)
    opening = before["status"] != "closed"
    here = await tx.fetchrow(store.PART, ticket_id, before["status"], before["stage"], _time(before["waiting_since"]),
                             _time(before["resolved_at"]), 1 + opening)
    assert here
    seq: int = await tx.fetchval(store.LET_GO, into.id)
    event = TicketUnmerged(
        ticket_id, ticket.number, into.id, into.number, here["version"], before["status"], before["waiting_since"] or "")
    ours = ticket.customer_id == into.customer_id
    if opening:
        await _changed(tx, actor, ticket_id, before["status"], before["stage"], here["version"], here["seq"] - 1)
    await emit(tx, f"ticket:{ticket_id}", actor, event, public=ours, seq=here["seq"])
    await emit(tx, f"ticket:{into.id}", actor, event, public=ours, seq=seq)
    return {ticket_id: here["seq"], into.id: seq}


async def _changed(tx: Tx, actor: Actor, ticket_id: int, status: str, stage: str | None, version: int, seq: int) -> None:
    """Everybody who follows a ticket's status sees it move as by any other hand."""
    fields: dict[str, Any] = {"status": status, "stage": stage}
    await emit(tx, f"ticket:{ticket_id}", actor, TicketChanged(fields, version), public=True, seq=seq)


def _text(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


async def say(kit: Kit, heads: Heads) -> None:
    """Wakes the readers of these tickets. Call it after the commit."""
    for ticket_id, seq in heads.items():
        await wake(kit.bus, f"ticket:{ticket_id}", seq)

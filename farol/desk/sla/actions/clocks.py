"""Clocks follow events, and time."""

from collections.abc import Sequence
from datetime import datetime

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketMerged, TicketOpened, TicketUnmerged
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, Recorded, emit, wake
from farol.kit.permission import SYSTEM
from farol.kit.problem import NotFound

from .. import clocks, rule_store, store
from ..model import Rules, State

REACTION = "sla_clocks"
KINDS = [TicketOpened.kind, MessagePosted.kind, TicketChanged.kind, TicketMerged.kind, TicketUnmerged.kind]
BATCH = 50


async def take_in(tx: Tx, event: Recorded) -> int | None:
    """Moves a ticket's clocks by one event. Returns the last seq spent to tell what fell due before it, None when nothing did."""
    said = event.event()
    if isinstance(said, MessagePosted) and (said.internal or said.thanks or said.author_kind not in ("customer", "staff")):
        return None
    rules = await rule_store.rules(tx)
    state = await held(tx, event.id, rules)
    told = _move(state, rules, event)
    seq = await tell(tx, state.ticket_id, told) if told else None
    await keep(tx, state, rules, event.at)
    return seq


def _move(state: State, rules: Rules, event: Recorded) -> list[Event]:
    match event.event():
        case MessagePosted(internal=False, thanks=False, author_kind=author, status=status):
            return clocks.said(state, rules, event.seq, event.at, author, status, event.actor)
        case TicketChanged(fields=fields):
            return clocks.changed(state, rules, event.seq, event.at, fields, event.actor)
        case TicketMerged(into_id=here, waiting_since=since) | TicketUnmerged(ticket_id=here, waiting_since=since) if since and here == event.id:
            return clocks.joined(state, rules, event.seq, event.at, datetime.fromisoformat(since))
    return []


async def held(tx: Tx, ticket_id: int, rules: Rules) -> State:
    """A ticket's state, locked until the end of the transaction; made from its opening when there is none. Raises NotFound."""
    if found := await store.load(tx, [ticket_id]):
        return found[0]
    opening = await store.opening(tx, ticket_id)
    if opening is None:
        raise NotFound
    state = clocks.opened(ticket_id, *opening, rules)
    if not await store.begin(tx, state):
        return (await store.load(tx, [ticket_id]))[0]
    return state


async def keep(tx: Tx, state: State, rules: Rules, now: datetime) -> None:
    """Saves a state with what lists and the schedule look at."""
    await store.save(tx, state, clocks.next_at(state, rules, now), clocks.soonest(state, now))


async def tell(tx: Tx, ticket_id: int, told: Sequence[Event]) -> int:
    """Emits on the ticket's stream, in order: the last seq. What is said of promises is for the customer too."""
    last = await store.bump(tx, ticket_id, len(told))
    for seq, event in enumerate(told, last - len(told) + 1):
        await emit(tx, f"ticket:{ticket_id}", SYSTEM, event, public=event.kind.startswith("promise."), seq=seq)
    return last


async def tick(kit: Kit, now: datetime | None = None) -> int:
    """Tells what fell due, once however many processes do this: how many tickets it was. now: the database's time unless given.

    A ticket with events that were not taken in waits, and everything waits a second: a reply in time may be on its way.
    """
    total = 0
    while True:
        spoken: list[tuple[int, int]] = []
        async with db.transaction(kit.db) as tx:
            ids, upto = await store.due(tx, BATCH, KINDS, REACTION, now)
            if upto is None:
                return total
            await store.hold(tx, ids)
            behind = await store.lagging(tx, ids, KINDS, REACTION)
            rules = await rule_store.rules(tx)
            for state in await store.load(tx, [i for i in ids if i not in behind]):
                told = clocks.advance(state, rules, upto)
                if told:
                    spoken.append((state.ticket_id, await tell(tx, state.ticket_id, told)))
                await keep(tx, state, rules, upto)
        total += len(ids)
        for ticket_id, seq in spoken:
            await wake(kit.bus, f"ticket:{ticket_id}", seq)
        if len(ids) < BATCH or behind:
            return total


async def rebuild(kit: Kit, ticket_id: int) -> None:
    """Makes a ticket's clocks again from its events, as far as they were taken in. Tells nothing; promises stay."""
    async with db.transaction(kit.db) as tx:
        upto = await store.taken(tx, REACTION, ticket_id)
        opening = await store.opening(tx, ticket_id)
        old = await store.load(tx, [ticket_id])
        if not upto or opening is None or not old:
            return
        rules = await rule_store.rules(tx)
        await store.forget(tx, ticket_id)
        state = clocks.opened(ticket_id, *opening, rules)
        for row in await store.history(tx, ticket_id, upto, KINDS):
            _move(state, rules, Recorded(*(row[name] for name in Recorded.__struct_fields__)))
        state.promise = old[0].promise
        await keep(tx, state, rules, state.at)

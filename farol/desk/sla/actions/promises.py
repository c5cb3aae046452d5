"""The promise ledger: when a customer was told to hear from us again."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets.problems import Empty, TicketClosed
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .. import clocks, measure, policy, promise_store, rule_store, store
from ..events import PromiseBroken, PromiseMade, PromiseMoved
from ..hours import due
from ..model import LEVELS, LONGEST_BUDGET_S, Facts, Promise, Rules, State
from ..problems import PromiseOpen, PromisePast, PromiseSettled, PromiseTooFar
from .clocks import held, keep, tell

CHANNEL = "console"


async def promise(kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, by: datetime, words: str) -> promise_store.Row:
    """Promises the customer to write again by then; with words, they go out as a public reply in the same transaction.

    A reply keeps the promise that was open before it. The same client_id promises only once.
    Raises NotFound, NotAllowed, PromisePast, PromiseTooFar, PromiseOpen, TicketClosed and what a reply raises.
    """
    _may(actor)
    wakes: list[tuple[int, tuple[bytes, ...]]] = []

    async def run() -> promise_store.Row:
        wakes.clear()
        async with db.transaction(kit.db) as tx:
            ticket = await ticket_store.ticket(tx, ticket_id)
            if ticket is None:
                raise NotFound
            rules = await rule_store.rules(tx)
            state = await held(tx, ticket_id, rules)
            if before := await promise_store.of_client(tx, ticket_id, client_id):
                return before
            if ticket.status == "closed":
                raise TicketClosed
            now = await promise_store.now(tx)
            _check(rules, Facts(state.facts.tier, ticket.severity, ticket.channel, ticket.reason), now, by)
            told = await _settle(tx, state, now)
            message_seq = None
            if words.strip():
                said, frames = await tickets.say(tx, actor, ticket_id, client_id=client_id, body=words, channel=CHANNEL, takes=True)
                assert said.seq is not None
                assert said.at is not None
                message_seq = said.seq
                wakes.append((said.seq, frames))
                told += clocks.keep(state, said.seq, said.at)
            if state.promise and state.promise.open:
                raise PromiseOpen(promise_id=state.promise.id)
            if told:
                await tell(tx, ticket_id, told)
                await keep(tx, state, rules, now)
            seq = await store.bump(tx, ticket_id, 1)
            made = await promise_store.add(tx, ticket_id, client_id, actor.id, by, seq, message_seq)
            await emit(tx, f"ticket:{ticket_id}", actor, PromiseMade(made.id, by), public=True, seq=seq)
            state.promise = made
            await keep(tx, state, rules, now)
            wakes.append((seq, ()))
            shown = await promise_store.shown(tx, made.id)
            assert shown
            return shown

    shown = await db.again(run, *tickets.UNIQUE, "sla_promise_client")
    for seq, frames in wakes:
        await wake(kit.bus, f"ticket:{ticket_id}", seq, *frames)
    return shown


async def move(kit: Kit, actor: Actor, promise_id: int, *, client_id: UUID, by: datetime, words: str) -> promise_store.Row:
    """Moves an open promise, before its time, with words that the customer receives as a public reply.

    Raises NotFound, NotAllowed, PromiseSettled, PromisePast, PromiseTooFar, Empty and what a reply raises.
    """
    _may(actor)
    if not words.strip():
        raise Empty
    wakes: list[tuple[int, tuple[bytes, ...]]] = []

    async def run() -> promise_store.Row:
        wakes.clear()
        async with db.transaction(kit.db) as tx:
            shown = await promise_store.shown(tx, promise_id)
            ticket = await ticket_store.ticket(tx, shown.ticket_id) if shown else None
            if shown is None or ticket is None:
                raise NotFound
            rules = await rule_store.rules(tx)
            state = await held(tx, ticket.id, rules)
            now, open_ = await promise_store.now(tx), state.promise
            if open_ is None or open_.id != promise_id or not open_.open or open_.by < now or await promise_store.answer(tx, open_):
                raise PromiseSettled
            said, frames = await tickets.say(tx, actor, ticket.id, client_id=client_id, body=words, channel=CHANNEL)
            assert said.seq is not None
            if said.outcome == "new":
                _check(rules, Facts(state.facts.tier, ticket.severity, ticket.channel, ticket.reason), now, by)
                seq = await store.bump(tx, ticket.id, 1)
                event = PromiseMoved(promise_id, open_.by, by, said.seq)
                _turn(open_, by, seq, said.seq, now)
                await promise_store.move(tx, open_)
                await emit(tx, f"ticket:{ticket.id}", actor, event, public=True, seq=seq)
                await keep(tx, state, rules, now)
                wakes.extend([(said.seq, frames), (seq, ())])
            again = await promise_store.shown(tx, promise_id)
            assert again
            return again

    shown = await db.again(run, *tickets.UNIQUE)
    for seq, frames in wakes:
        await wake(kit.bus, f"ticket:{shown.ticket_id}", seq, *frames)
    return shown


def _turn(promise: Promise, by: datetime, seq: int, message_seq: int, now: datetime) -> None:
    promise.by, promise.seq, promise.message_seq = by, seq, message_seq
    passed = measure.promise_percent(promise, now)
    promise.warned = min(promise.warned, max((level for level in LEVELS if level <= passed), default=0))


def _may(actor: Actor) -> None:
    if actor.kind != "staff" or not actor.may(Can.TICKET_REPLY):
        raise NotAllowed


def _check(rules: Rules, facts: Facts, now: datetime, by: datetime) -> None:
    """A promise lies ahead, and no further than the ticket's policy lets a customer wait for an update."""
    if by <= now:
        raise PromisePast
    found = policy.choose(rules.policies, facts)
    latest = now + timedelta(seconds=LONGEST_BUDGET_S)
    if found and found.update_s:
        latest = due(now, timedelta(seconds=found.update_s), rules.calendars[found.calendar_id])
    if by > latest:
        raise PromiseTooFar(latest=latest.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


async def _settle(tx: Tx, state: State, now: datetime) -> list[Event]:
    """What became of the promise that was open, where the clocks have not come to it yet."""
    old = state.promise
    if old is None or not old.open:
        return []
    if answer := await promise_store.answer(tx, old):
        if kept := clocks.keep(state, *answer):
            return kept
    elif old.by >= now:
        return []
    old.broken_at, old.warned = old.by, 100
    return [PromiseBroken(old.id, old.by, old.made_by)]

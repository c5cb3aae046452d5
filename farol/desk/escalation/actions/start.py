"""A ticket goes on a ladder: somebody asks, a clock breaches, or a promise was broken."""

from contextlib import suppress
from datetime import datetime

from farol.core.shield import scrub
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import TicketClosed
from farol.desk.escalation import defaults, ladder_store, store
from farol.desk.escalation.events import EscalationAcknowledged, EscalationStarted
from farol.desk.escalation.model import WORDS, Facts, Ladder, choose, fitting
from farol.desk.escalation.problems import AlreadyEscalated, NobodyToEscalateTo
from farol.desk.sla.events import ClockBreached, PromiseBroken
from farol.desk.threads.telling import After
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

from .steps import end, hold, say

CLOCKS = {"first_reply": "first reply", "next_reply": "next reply", "resolve": "resolution"}


async def escalate(kit: Kit, actor: Actor, ticket_id: int, *, why: str, ask: str, ladder_id: int | None) -> int:
    """Puts the ticket on a ladder: the escalation's id. ladder_id: left out, the most particular one that fits.

    Raises NotFound, TicketClosed, AlreadyEscalated, NobodyToEscalateTo, Invalid (a ladder that is gone).
    """
    async def run() -> tuple[int, After]:
        after = After()
        async with transaction(kit.db) as tx:
            facts = await locked(tx, ticket_id)
            if facts.status == "closed":
                raise TicketClosed
            if there := await tx.fetchrow(store.OPEN_OF, ticket_id):
                raise AlreadyEscalated(owner=there["name"])
            ladder = await _ladder(tx, facts, ladder_id)
            return await _begin(tx, actor, facts, ladder, "asked", why, ask, None, after), after

    escalation_id, after = await db.again(run, "escalation_open")
    await after.say(kit)
    return escalation_id


async def on_breach(tx: Tx, ticket_id: int, told: ClockBreached, after: After) -> None:
    """A missed service level puts the ticket on the ladder that asks for that, unless it is on one."""
    facts = await locked(tx, ticket_id)
    if facts.status not in ("open", "pending") or await tx.fetchrow(store.OPEN_OF, ticket_id):
        return
    found = [x for x in fitting(await ladder_store.ladders(tx), facts) if x.on_breach]
    if found:
        why = f"The {CLOCKS.get(told.clock, told.clock)} was due at {_at(told.due_at)}."
        with suppress(NobodyToEscalateTo):
            await _begin(tx, SYSTEM, facts, found[0], "breach", why, "", None, after)


async def on_broken_promise(tx: Tx, ticket_id: int, told: PromiseBroken, after: After) -> None:
    """A lead reviews every promise that was broken, once."""
    facts = await locked(tx, ticket_id)
    if await tx.fetchval(store.OF_PROMISE, told.promise_id) is None:
        why = f"The customer was promised an answer by {_at(told.by)} and heard nothing."
        with suppress(NobodyToEscalateTo):
            await _begin(tx, SYSTEM, facts, defaults.REVIEW, "promise", why, "", told.promise_id, after, besides=frozenset({told.staff_id}))


async def on_ticket_ended(tx: Tx, ticket_id: int, actor: Actor, after: After) -> None:
    """A ticket that is resolved, closed or merged needs no ladder any more; reviews of promises go on."""
    facts = await locked(tx, ticket_id)
    if facts.status in ("open", "pending"):
        return
    for row in await tx.fetch(store.OPEN_LADDERS_OF, ticket_id):
        if (e := await store.running(tx, row["id"])) is not None:
            await end(tx, actor, facts, e, "ticket_ended", "", after)


async def locked(tx: Tx, ticket_id: int) -> Facts:
    """The ticket as it stands and stays until the end of the transaction. Raises NotFound."""
    await tx.execute(store.LOCK, ticket_id)
    facts = await store.facts(tx, ticket_id)
    if facts is None:
        raise NotFound
    return facts


async def _ladder(tx: Tx, facts: Facts, ladder_id: int | None) -> Ladder:
    ladders = await ladder_store.ladders(tx)
    if ladder_id is None:
        return next(iter(fitting(ladders, facts)), defaults.PLAIN)
    chosen = next((x for x in ladders if x.id == ladder_id), None)
    if chosen is None:
        raise Invalid(errors=[{"field": "ladder_id", "why": "no such ladder"}])
    return chosen


async def _begin(
    tx: Tx, actor: Actor, facts: Facts, ladder: Ladder, cause: str, why: str, ask: str, promise_id: int | None, after: After,
    besides: frozenset[int] = frozenset(),
) -> int:
    starter = frozenset({actor.id}) if actor.kind == "staff" else frozenset[int]()
    people = await store.candidates(tx, facts.id)
    who = choose(ladder.steps[0].owner, people, facts.team, rather_not=besides | starter)
    if who is None:
        raise NobodyToEscalateTo
    said, wanted = (shorten(scrub(text.strip()).text, WORDS) for text in (why, ask))
    escalation_id: int = await tx.fetchval(
        store.ADD, facts.id, cause, promise_id, ladder.id or None, ladder.name, ladder.steps, said, wanted, facts.now, actor.ref)
    e = await store.running(tx, escalation_id)
    assert e
    await say(tx, actor, facts.id, EscalationStarted(e.id, cause, e.name, said, wanted, who.id), after)
    await hold(tx, actor, facts, e, 0, who, after)
    if who.id == actor.id and actor.kind == "staff":  # there is nobody but them
        now = await store.running(tx, escalation_id)
        assert now
        await tx.execute(store.ACKNOWLEDGE, now.hold_id, facts.now)
        await tx.execute(store.NO_TIMER, e.id)
        await say(tx, actor, facts.id, EscalationAcknowledged(e.id, who.id), after)
    return escalation_id


def _at(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC")

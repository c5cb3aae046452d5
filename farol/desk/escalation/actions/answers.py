"""What people do with an escalation: acknowledge it, hand it back, solve it. Of two at once, one does."""

from farol.core.shield import scrub
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import Empty
from farol.desk.escalation import store
from farol.desk.escalation.events import EscalationAcknowledged
from farol.desk.escalation.model import OUTCOMES, WORDS, Facts, choose, fits
from farol.desk.escalation.problems import AlreadyAcknowledged, EscalationOver, NobodyElse, NotYourStep
from farol.desk.escalation.store import Running
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound

from .start import locked
from .steps import end, move, say


async def acknowledge(kit: Kit, actor: Actor, escalation_id: int) -> None:
    """The actor works on it and no further step comes. Who the step could as well have named, or manages escalations, takes it so.

    Doing it again is harmless. Raises NotFound, EscalationOver, AlreadyAcknowledged, NotYourStep.
    """
    after = After()
    async with transaction(kit.db) as tx:
        facts, e = await _open(tx, escalation_id)
        if e.acknowledged_at is not None:
            if e.staff_id == actor.id:
                return
            raise AlreadyAcknowledged(owner=e.staff_name)
        if e.staff_id != actor.id:
            people = await store.candidates(tx, facts.id)
            me = next((c for c in people if c.id == actor.id), None)
            if me is None or not (actor.may(Can.ESCALATION_MANAGE) or fits(e.steps[e.step].owner, me, facts.team)):
                raise NotYourStep(owner=e.staff_name)
            await move(tx, actor, facts, e, e.step, me, "taken", "", after)
            facts, e = await _open(tx, escalation_id)
        await tx.execute(store.ACKNOWLEDGE, e.hold_id, facts.now)
        await tx.execute(store.NO_TIMER, e.id)
        await say(tx, actor, facts.id, EscalationAcknowledged(e.id, actor.id), after)
        _both(e, after)
    await after.say(kit)


async def hand_back(kit: Kit, actor: Actor, escalation_id: int, why: str) -> None:
    """Its owner cannot: it goes to the next step now, on the last one to somebody else.

    Raises NotFound, EscalationOver, NotYourStep, NobodyElse, Empty.
    """
    words = _words(why)
    after = After()
    async with transaction(kit.db) as tx:
        facts, e = await _open(tx, escalation_id)
        if e.staff_id != actor.id:
            raise NotYourStep(owner=e.staff_name)
        step = min(e.step + 1, len(e.steps) - 1)
        people = [c for c in await store.candidates(tx, facts.id) if c.id != actor.id]
        had = frozenset(await tx.fetchval(store.PAST, e.id, step) or ())
        who = choose(e.steps[step].owner, people, facts.team, avoid=had)
        if who is None:
            raise NobodyElse
        await move(tx, actor, facts, e, step, who, "handed_back", words, after)
        _both(e, after)
    await after.say(kit)


async def solve(kit: Kit, actor: Actor, escalation_id: int, outcome: str, words: str) -> None:
    """Says how it came out, which ends it. outcome: one of ``OUTCOMES`` for its cause.

    Raises NotFound, EscalationOver, NotYourStep, Invalid, Empty.
    """
    said = _words(words)
    after = After()
    async with transaction(kit.db) as tx:
        facts, e = await _open(tx, escalation_id)
        if e.staff_id != actor.id and not actor.may(Can.ESCALATION_MANAGE):
            raise NotYourStep(owner=e.staff_name)
        if outcome not in OUTCOMES[e.cause]:
            raise Invalid(errors=[{"field": "outcome", "why": "not one of " + ", ".join(OUTCOMES[e.cause])}])
        await end(tx, actor, facts, e, outcome, said, after)
    await after.say(kit)


async def _open(tx: Tx, escalation_id: int) -> tuple[Facts, Running]:
    ticket_id = await tx.fetchval(store.TICKET_OF, escalation_id)
    if ticket_id is None:
        raise NotFound
    facts = await locked(tx, ticket_id)
    e = await store.running(tx, escalation_id)
    if e is None or e.ended_at is not None:
        raise EscalationOver
    return facts, e


def _both(e: Running, after: After) -> None:
    """Who escalated and who had it see how it stands."""
    kind, _, id_ = e.started_by.partition(":")
    after.tell({*([int(id_)] if kind == "staff" else []), *([e.staff_id] if e.staff_id else [])}, "escalation", ticket=e.ticket_id, escalation=e.id)


def _words(text: str) -> str:
    if not text.strip():
        raise Empty
    return shorten(scrub(text.strip()).text, WORDS)

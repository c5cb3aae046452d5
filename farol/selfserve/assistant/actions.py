"""What the assistant does: takes a turn about a customer's message, and is switched on and off."""

from typing import Any, cast
from uuid import NAMESPACE_OID, uuid5

import msgspec
import structlog

from farol.core.tickets import actions as tickets
from farol.core.tickets import frames, posting
from farol.core.tickets.actions import UNIQUE, change_in, clean
from farol.core.tickets.model import Change, Draft
from farol.core.tickets.problems import Stale, TicketClosed
from farol.core.urgency.problems import HumanOnly
from farol.core.urgency.silence import silent
from farol.desk.queue.actions import ask_people
from farol.desk.triage.actions import TRIAGE
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import Conflict, Invalid, Problem
from farol.selfserve.knowledge import store as knowledge
from farol.selfserve.knowledge.audience import Reader
from farol.selfserve.retrieval.library import Library

from . import store, turn_store
from .around import Around, Who
from .events import AssistantSet, HandedOver, TurnTaken
from .model import CHANNELS, LANGUAGES, Case, Rules, Turn
from .rephrasing import rephrased
from .thinking import Turn as Thinking
from .turn.given import Given, Heard, Thought
from .turn.note import note
from .turn.speaking import keeps_out
from .turn.trace import Trace
from .turn_store import Standing

OTTO = Actor("assistant", 0, frozenset({Can.TICKET_REPLY}))
"""As whom it speaks: events name it ``assistant:0``."""
STREAM = "assistant:1"
log = structlog.get_logger()
TRIES = 3
"""When somebody says something while it thinks, it looks again."""
ANSWERS = ("answer", "choices", "question", "step")
"""Moves after which the customer is the next to speak."""


async def answer(kit: Kit, ticket_id: int, seq: int, rules: Rules | None = None) -> Turn | None:
    """One turn about the customer's message of that seq: what was done; None where it keeps out or the turn was taken before.

    rules: others than those that are set. Harmless to run again or twice at once. Whatever becomes of it, people are asked about the ticket again unless it answered.
    """
    rules = rules or await store.rules(kit.db)
    for _ in range(TRIES):
        stands, case = await turn_store.standing(kit.db, ticket_id, seq), await store.case(kit.db, ticket_id)
        if stands is None:
            return None
        why = keeps_out(stands, rules, case)
        if why in ("later", "taken"):
            return None
        if why or await silent(kit.db, ticket_id):
            async with db.transaction(kit.db) as tx:
                await ask_people(tx, ticket_id)
            return None
        thought = await _thought(kit, ticket_id, stands, case or Case(), rules)
        try:
            return await _take(kit, ticket_id, seq, stands, thought, rules)
        except Stale:
            continue
        except (TicketClosed, HumanOnly):
            break
    async with db.transaction(kit.db) as tx:
        await ask_people(tx, ticket_id)
    return None


async def try_out(kit: Kit, words: str, language: str) -> Thought:
    """What it would do about the first words of somebody who is not signed in. Nothing is kept."""
    rules = await store.rules(kit.db)
    given = Given(words, clock.now(), kept=language, misses=rules.misses, to_people=rules.to_people, site=kit.settings.public_url)
    around = Around(kit, Who())
    thinking = Thinking(around, given, [])
    return await _worded(around, given, await thinking.think(), thinking.trace)


async def _thought(kit: Kit, ticket_id: int, stands: Standing, case: Case, rules: Rules) -> Thought:
    tier, entity = await knowledge.reader(kit.db, stands.customer_id)
    who = Who(
        ticket_id, stands.number, stands.customer_id, stands.uid, stands.time_zone, stands.severity, stands.about,
        Reader("customer", tier, entity), stands.due)
    given = Given(
        stands.words, clock.now(), stands.language, stands.chosen, stands.removed, stands.files, stands.before,
        "" if stands.reason_by == TRIAGE.ref else stands.reason, stands.reason, case, stands.turns == 0, rules.misses, rules.to_people, kit.settings.public_url)
    around = Around(kit, who)
    thinking = Thinking(around, given, stands.tried, stands.turns)
    try:
        return await _worded(around, given, await thinking.think(), thinking.trace)
    except db.LOST:
        raise
    except Exception:  # whatever broke: a customer who wrote is never left without an answer
        log.exception("assistant.failed", ticket=ticket_id)
        return thinking.failed()


async def _worded(around: Around, given: Given, thought: Thought, trace: Trace) -> Thought:
    heard = Heard(given.words[:2_000], thought.language, [], [], {})
    worded = await rephrased(around, heard, thought, trace)
    return msgspec.structs.replace(worded, stages=trace.stages)


async def _take(kit: Kit, ticket_id: int, seq: int, seen: Standing, thought: Thought, rules: Rules) -> Turn | None:
    """Says it and keeps it, unless a person came meanwhile. Raises Stale when the conversation or an article that is quoted went on."""
    woken: list[tuple[str, int, tuple[bytes, ...]]] = []

    async def run() -> Turn | None:
        woken.clear()
        async with db.transaction(kit.db) as tx:
            await tx.execute(turn_store.LOCK, ticket_id)
            now = await turn_store.standing(tx, ticket_id, seq)
            if now is None or now.taken:
                return None
            if keeps_out(now, rules, await store.case(tx, ticket_id)) or now.last_public_seq != seen.last_public_seq:
                raise Stale(last_public_seq=now.last_public_seq)
            if not await turn_store.stands(tx, thought.quotes, clock.now().date()):
                if kit.has(Library):
                    kit.get(Library).stale()
                raise Stale(last_public_seq=now.last_public_seq)
            reply = await _say(tx, ticket_id, seq, now, thought, woken)
            move = thought.move
            turn = Turn(
                seq, reply, move.kind, move.reason, thought.language, move.parts if reply else None, thought.stages, thought.took_us, thought.model,
                clock.now())
            await store.keep_turn(tx, ticket_id, turn)
            await store.keep_case(tx, ticket_id, thought.case)
            stream = f"assistant_case:{ticket_id}"
            told = TurnTaken(seq, reply, move.kind, move.reason, thought.language)
            woken.append((stream, await emit(tx, stream, OTTO, told), ()))
            if thought.case.state != "talking":
                await ask_people(tx, ticket_id)
                over = HandedOver(thought.case.why, thought.case.reason, thought.language)
                woken.append((stream, await emit(tx, stream, OTTO, over), ()))
            return turn

    turn = await db.again(run, *UNIQUE)
    for stream, number, shown in woken:
        await wake(kit.bus, stream, number, *shown)
    return turn


async def _say(tx: db.Tx, ticket_id: int, seq: int, now: Standing, thought: Thought, woken: list[tuple[str, int, tuple[bytes, ...]]]) -> int | None:
    """The seq of its message, None where it says nothing; whoever goes on finds a note."""
    reply = None
    if thought.move.kind != "silent":
        said, shown = await tickets.say(
            tx, OTTO, ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:assistant:{ticket_id}:{seq}"), body=thought.move.text, channel=now.channel,
            seen=now.last_public_seq, answers=thought.move.kind in ANSWERS)
        reply = said.seq
        assert reply is not None
        woken.append((f"ticket:{ticket_id}", reply, shown))
        if thought.move.kind in ANSWERS and (changed := await _waits(tx, ticket_id, solved=thought.solved)):
            woken.append((f"ticket:{ticket_id}", changed, ()))
    if thought.case.summary and thought.case.state == "handed":
        text, removed = clean(note(thought.case.summary), [])
        draft = Draft(
            ticket_id, uuid5(NAMESPACE_OID, f"farol:assistant:note:{ticket_id}"), OTTO.kind, OTTO.id, text, True, now.channel, (), removed, None)
        outcome = (await posting.post(tx, [draft]))[0]
        if outcome.outcome == "new" and outcome.seq is not None:
            woken.append((f"ticket:{ticket_id}", outcome.seq, frames.posted(draft, outcome, OTTO)))
    return reply


async def _waits(tx: db.Tx, ticket_id: int, *, solved: bool) -> int:
    """The ticket waits for its customer, so that no clock of people runs; what the customer calls solved is resolved, unless something stands
    against that. The seq spent, 0 for none."""
    for status in ("resolved", "pending") if solved else ("pending",):
        try:
            async with cast(Any, tx).transaction():  # a connection, which nests
                seq, _ = await change_in(tx, OTTO, ticket_id, Change(status=status))
                return seq
        except Problem:
            continue
    return 0


async def set_rules(kit: Kit, actor: Actor, new: Rules) -> Rules:
    """Switches it on or off, or sets where and how it answers. Raises Invalid, Conflict."""
    for field, given, known in (("channels", new.channels, CHANNELS), ("languages", new.languages, LANGUAGES)):
        if wrong := [one for one in given if one not in known]:
            raise Invalid(errors=[{"field": field, "why": f"not known: {', '.join(wrong)}"}])
    async with db.transaction(kit.db) as tx:
        version = await store.set_rules(tx, new, actor.ref)
        if version is None:
            raise Conflict
        told = AssistantSet(new.active, new.channels, new.languages, new.to_people, new.misses, version)
        seq = await emit(tx, STREAM, actor, told)
    await wake(kit.bus, STREAM, seq)
    return msgspec.structs.replace(new, version=version)

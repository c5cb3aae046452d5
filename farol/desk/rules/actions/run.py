"""Rules at work: on what happens to a ticket, exactly once an event, and on what time does.

A rule acts at most once in a chain. What rules do is known as theirs, so a chain that will not end is ended after three rounds.
"""

from datetime import timedelta

import msgspec

from farol.core.tickets.log_store import bump
from farol.desk.conditions import store as conditions
from farol.desk.conditions.evaluate import Verdict, evaluate
from farol.desk.conditions.facts import Facts
from farol.desk.conditions.model import parse
from farol.desk.conditions.problems import ConditionInvalid
from farol.desk.effects import actions as effecting
from farol.desk.effects.model import NOTE, OF_RULES, Effect
from farol.desk.macros import actions as macros
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded, emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from .. import run_store, store
from ..events import RuleApplied
from ..model import FIRST_WORDS, MOST_CHAIN, Result, Rule, minutes_of, triggers_of
from ..run_store import Chain

PAGE = 200
MOST_A_TICK = 10_000
"""Tickets that one rule about time looks at in one go."""
SHOWN = 6


def actor_of(rule: Rule) -> Actor:
    """As whom a rule acts: events name it ``rule:7``. Whoever wrote it had the rights to all it does."""
    return Actor("rule", rule.id, frozenset(Can))


async def take_in(kit: Kit, tx: Tx, event: Recorded) -> int | None:
    """Lets the rules look at an event: the last number of the ticket that was spent, None for none."""
    triggers = triggers_of(event)
    rules = await store.active(tx, set(triggers)) if triggers else []
    if not rules:
        return None
    chain = await run_store.chain(tx, event.id, event.seq)
    stopped = chain.depth >= MOST_CHAIN
    upto = max(event.seq, FIRST_WORDS)
    found = await conditions.facts(tx, [event.id], upto)
    if not found:
        return None
    facts, results, spent, ran = found[0], [], [], list(chain.rules)
    for rule in rules:
        if stopped or rule.id in ran:
            results.append(_result(rule, None, "stopped" if stopped else "again"))
            continue
        result, seqs = await _look(kit, tx, rule, facts, chain.root_seq)
        results.append(result)
        if result.matched:
            ran.append(rule.id)
        if seqs:
            spent += seqs
            [facts] = await conditions.facts(tx, [event.id], upto)
    if spent:
        await run_store.add_causes(tx, event.id, spent, Chain(chain.root_seq, chain.depth + 1, ran))
    trigger = next(each for rule in rules for each in rule.triggers if each in triggers)
    await run_store.add_run(tx, event.id, event.seq, trigger, chain, stopped, results)
    return spent[-1] if spent else None


async def _look(kit: Kit, tx: Tx, rule: Rule, facts: Facts, root_seq: int) -> tuple[Result, list[int]]:
    """One rule's look at a ticket, and the numbers it spent."""
    try:
        verdict = evaluate(parse(rule.conditions), facts, clock.now())
    except ConditionInvalid:
        return _result(rule, None, "broken"), []
    if not verdict.held:
        return _result(rule, verdict), []
    cause = effecting.Cause(f"rule:{rule.id}:{facts.id}:{root_seq}", rule.zh, rule.en)
    done = await effecting.carry_out(tx, actor_of(rule), facts, await _spelled(kit, tx, rule, facts), cause)
    if any(outcome.done for outcome in done.outcomes):
        seq = await bump(tx, facts.id)
        outcomes = [msgspec.to_builtins(outcome) for outcome in done.outcomes]
        await emit(tx, f"ticket:{facts.id}", actor_of(rule), RuleApplied(rule.id, rule.version, rule.zh, rule.en, outcomes), seq=seq)
        done.seqs.append(seq)
    return msgspec.structs.replace(_result(rule, verdict), outcomes=done.outcomes), done.seqs


def _result(rule: Rule, verdict: Verdict | None, why: str = "") -> Result:
    return Result(rule.id, rule.version, rule.zh, rule.en, bool(verdict and verdict.held), verdict.deciding[:SHOWN] if verdict else [], [], why)


async def _spelled(kit: Kit, tx: Tx, rule: Rule, facts: Facts) -> list[Effect]:
    """A rule's effects, with a macro as what it does and its words as a proposal: no rule speaks to a customer."""
    found: list[Effect] = []
    for effect in rule.effects:
        if effect.do != "macro":
            found.append(effect)
            continue
        try:
            macro, prepared = await macros.prepare(kit, tx, actor_of(rule), facts.id, effect.value)
        except NotFound:
            continue
        found += [each for each in macro.effects if each.do in OF_RULES and each.value != "me"]
        if prepared.text:
            head = f"建议回复（{macro.name_zh}）：" if prepared.language == "zh" else f"Proposed reply ({macro.name_en}):"
            found.append(Effect("note", f"{head}\n\n{prepared.text}"[:NOTE]))
    return found


async def tick(kit: Kit) -> int:
    """Lets the rules about time look: how many tickets they acted on. Harmless to run twice at once."""
    acted = 0
    for rule in await store.active(kit.db, {"time"}):
        bounds = minutes_of(parse(rule.conditions)) or {}
        now = clock.now()
        times = {name: now + timedelta(minutes=m) if name == "due_minutes" else now - timedelta(minutes=m) for name, m in bounds.items()}
        after = looked = 0
        while looked < MOST_A_TICK and (ids := await run_store.due(kit.db, rule.id, after, times, PAGE)):
            for facts in await conditions.facts(kit.db, ids):
                if evaluate(parse(rule.conditions), facts, now).held:
                    acted += await _act_in_time(kit, rule, facts.id)
            after, looked = ids[-1], looked + len(ids)
    return acted


async def _act_in_time(kit: Kit, rule: Rule, ticket_id: int) -> bool:
    async with db.transaction(kit.db) as tx:
        held = await tx.fetchrow(run_store.LOCK, ticket_id)
        if held is None:
            return False
        [facts] = await conditions.facts(tx, [ticket_id])
        if not evaluate(parse(rule.conditions), facts, clock.now()).held:
            return False
        if not await tx.fetchval(run_store.TIMED, rule.id, ticket_id, held["last_public_seq"]):
            return False
        result, seqs = await _look(kit, tx, rule, facts, held["seq"])
        chain = Chain(held["seq"], 0, [])
        if seqs:
            await run_store.add_causes(tx, ticket_id, seqs, Chain(held["seq"], 1, [rule.id]))
        await run_store.add_run(tx, ticket_id, held["seq"], "time", chain, False, [result])
    if seqs:
        await wake(kit.bus, f"ticket:{ticket_id}", seqs[-1])
    return True

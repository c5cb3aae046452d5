"""A dry run: what a rule would do to the newest tickets as they stand, and what that would set off. Nothing is done."""

import asyncio
from typing import Any

import msgspec

from farol.core.tickets import visibility
from farol.desk.conditions import store as conditions
from farol.desk.conditions.evaluate import Seen, evaluate
from farol.desk.conditions.facts import Facts
from farol.desk.conditions.model import Node, parse
from farol.desk.effects.model import CHANGES, Effect, severity_after
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor

from .. import run_store, store
from ..model import MOST_CHAIN, Draft, Trigger, sets_off

MOST_SHOWN = 50
SLICE = 25
MOST_CHAINS = 10


class Would(msgspec.Struct, frozen=True):
    """An effect as it would be. was: as it is now."""

    do: str
    value: Any
    was: Any
    changes: bool


class Hit(msgspec.Struct, frozen=True):
    """A ticket that matches, why, and what would become of it."""

    ticket_id: int
    number: str
    subject: str
    seen: list[Seen]
    would: list[Would]


class Name(msgspec.Struct, frozen=True):
    """A rule in a chain; id 0 is the one that is tried, when it is new."""

    id: int
    zh: str
    en: str


class Follows(msgspec.Struct, frozen=True):
    """Rules that would set each other off on a ticket, in order. loop: one comes back to a rule that acted already, or it is
    more rounds than rules may take; at run time it is stopped there."""

    rules: list[Name]
    number: str
    loop: bool


class Trial(msgspec.Struct, frozen=True):
    """looked: tickets that were looked at, the newest. matched, changed: how many match, and of those would change.
    hits: the newest of them. chains: what would follow."""

    looked: int
    matched: int
    changed: int
    hits: list[Hit]
    chains: list[Follows]


class _Known(msgspec.Struct, frozen=True):
    name: Name
    triggers: frozenset[Trigger]
    node: Node
    effects: list[Effect]


async def try_out(kit: Kit, actor: Actor, draft: Draft, most: int, id_: int | None) -> Trial:
    """Tries a rule on the newest tickets that the actor may see. id_: the rule it is to take the place of."""
    ids = sorted(await visibility.seen(kit.db, actor, await run_store.newest(kit.db, most)), reverse=True)
    tried = _Known(Name(id_ or 0, draft.zh, draft.en), frozenset(draft.triggers), parse(draft.conditions), draft.effects)
    others = [_Known(Name(r.id, r.zh, r.en), frozenset(r.triggers), parse(r.conditions), r.effects)
              for r in await store.rules(kit.db) if r.active and r.id != id_]
    hits: list[Hit] = []
    chains: dict[tuple[int, ...], Follows] = {}
    matched = changed = 0
    for at in range(0, len(ids), SLICE):
        facts_of = {facts.id: facts for facts in await conditions.facts(kit.db, ids[at: at + SLICE])}
        for ticket_id in ids[at: at + SLICE]:
            facts = facts_of[ticket_id]
            verdict = evaluate(tried.node, facts, clock.now())
            if not verdict.held:
                continue
            matched += 1
            would = foresee(facts, draft.effects)
            changed += any(each.changes for each in would)
            if len(hits) < MOST_SHOWN:
                hits.append(Hit(facts.id, facts.number, facts.subject, verdict.deciding[:6], would))
            follows = follow(tried, others, facts)
            if follows and len(chains) < MOST_CHAINS:
                chains.setdefault(tuple(name.id for name in follows.rules), follows)
        await asyncio.sleep(0)
    return Trial(len(ids), matched, changed, hits, sorted(chains.values(), key=lambda chain: not chain.loop))


def foresee(facts: Facts, effects: list[Effect]) -> list[Would]:
    """What effects would make of a ticket."""
    found = []
    for effect in effects:
        was, value = getattr(facts, effect.do, None) if effect.do in CHANGES else None, effect.value
        match effect.do:
            case "severity":
                value = severity_after(facts.severity, effect.value)
            case "owner":
                value = None if effect.value == "none" else effect.value
            case "tag_add":
                was, value = facts.tags, [each for each in effect.value if each not in facts.tags]
            case "tag_remove":
                was, value = facts.tags, [each for each in effect.value if each in facts.tags]
        changes = bool(value) if effect.do.startswith("tag_") else value != was
        found.append(Would(effect.do, value, was, changes))
    return found


def after(facts: Facts, effects: list[Effect]) -> Facts:
    """The ticket as it would be then."""
    new: dict[str, Any] = {}
    for would in foresee(facts, effects):
        if would.do in CHANGES:
            new[would.do] = would.value
        elif would.do == "tag_add":
            new["tags"] = [*new.get("tags", facts.tags), *would.value]
        elif would.do == "tag_remove":
            new["tags"] = [tag for tag in new.get("tags", facts.tags) if tag not in would.value]
    return msgspec.structs.replace(facts, **new)


def follow(first: _Known, others: list[_Known], facts: Facts) -> Follows | None:
    """What the rule would set off on a ticket, and what that would; None when nothing."""
    names, acting, now = [first.name], first, facts
    for _ in range(MOST_CHAIN):
        then = after(now, acting.effects)
        if then == now:
            break
        told = sets_off(acting.effects)
        ready = next((k for k in (*others, first) if k is not acting and k.triggers & told and evaluate(k.node, then, clock.now()).held
                      and after(then, k.effects) != then), None)
        if ready is None:
            break
        looped = ready.name.id in {name.id for name in names}
        names.append(ready.name)
        if looped:
            return Follows(names, facts.number, True)
        acting, now = ready, then
    return Follows(names, facts.number, len(names) > MOST_CHAIN) if len(names) > 1 else None

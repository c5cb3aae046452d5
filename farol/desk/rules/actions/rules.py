"""Rules are written, switched, ordered and taken away; every version is kept."""

from typing import Any

from farol.desk.conditions.model import parse as parse_conditions
from farol.desk.effects import store as effect_store
from farol.desk.effects.model import OF_RULES, may
from farol.desk.effects.model import parse as parse_effects
from farol.desk.effects.problems import EffectInvalid
from farol.desk.macros import store as macros
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Conflict, NotFound

from .. import defaults, store
from ..events import RuleRemoved, RuleSaved, RulesOrdered
from ..model import MOST_RULES, NAME, Draft, Rule, minutes_of
from ..problems import RuleEmpty, RuleTimeOpen, TooManyRules


def draft_of(given: Any) -> Draft:
    """A rule as it was typed, checked. Raises RuleEmpty, RuleTimeOpen, ConditionInvalid, EffectInvalid."""
    effects = parse_effects(given.effects, OF_RULES)
    zh, en = given.zh.strip(), given.en.strip()
    if not (zh and en and given.triggers and effects) or max(len(zh), len(en)) > NAME:
        raise RuleEmpty
    for at, effect in enumerate(effects):
        if effect.do == "owner" and effect.value == "me":
            raise EffectInvalid(at=at, do="owner", why="value")
    node = parse_conditions(given.conditions)
    if "time" in given.triggers and minutes_of(node) is None:
        raise RuleTimeOpen
    return Draft(zh, en, given.active, list(dict.fromkeys(given.triggers)), given.conditions, effects)


async def check(reads: db.Reads, actor: Actor, draft: Draft) -> None:
    """Whether the actor may let this be done, and whether what it names is there. Raises EffectInvalid."""
    may(actor, draft.effects)
    for at, effect in enumerate(draft.effects):
        match effect.do:
            case "owner" if isinstance(effect.value, int):
                if not await effect_store.active(reads, [effect.value]):
                    raise EffectInvalid(at=at, do=effect.do, why="staff")
            case "notify":
                wanted = [each for each in effect.value if isinstance(each, int)]
                if set(wanted) - await effect_store.active(reads, wanted):
                    raise EffectInvalid(at=at, do=effect.do, why="staff")
            case "stage" if effect.value is not None:
                if not await effect_store.stages(reads, [effect.value]):
                    raise EffectInvalid(at=at, do=effect.do, why="stage")
            case "macro":
                macro = await macros.by_id(reads, effect.value)
                if macro is None or macro.scope == "me":
                    raise EffectInvalid(at=at, do=effect.do, why="macro")


async def save(kit: Kit, actor: Actor, draft: Draft, id_: int | None = None, version: int = 0) -> Rule:
    """Adds a rule at the end, or changes the one on screen. Raises what ``check`` does, TooManyRules, NotFound, Conflict."""
    async with db.transaction(kit.db) as tx:
        await tx.execute(store.LOCK)
        await check(tx, actor, draft)
        return await _put(tx, actor, draft, id_, version)


async def _put(tx: Tx, actor: Actor, draft: Draft, id_: int | None, version: int) -> Rule:
    if id_ is None and await tx.fetchval(store.COUNT) >= MOST_RULES:
        raise TooManyRules(most=MOST_RULES)
    if id_ is not None and await store.one(tx, id_) is None:
        raise NotFound
    saved = await store.save(tx, draft, actor.ref, id_, version)
    if saved is None:
        raise Conflict
    await emit(tx, f"rule:{saved[0]}", actor, RuleSaved(saved[1], draft.zh, draft.en, draft.active))
    made = await store.one(tx, saved[0])
    assert made
    return made


async def remove(kit: Kit, actor: Actor, id_: int) -> None:
    """It is no more; what it did stays, with its trace. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        await tx.execute(store.LOCK)
        names = await store.remove(tx, id_, actor.ref)
        if names is None:
            raise NotFound
        await emit(tx, f"rule:{id_}", actor, RuleRemoved(*names))


async def arrange(kit: Kit, actor: Actor, ids: list[int]) -> list[Rule]:
    """The rules take their turns in this order, which names each of them once. Raises Conflict when it does not."""
    async with db.transaction(kit.db) as tx:
        await tx.execute(store.LOCK)
        if sorted(ids) != sorted(rule.id for rule in await store.rules(tx)):
            raise Conflict
        await tx.execute(store.ORDER, ids)
        await emit(tx, "rules:1", actor, RulesOrdered(ids))
        return await store.rules(tx)


async def seed(kit: Kit) -> None:
    """The rules a desk begins with, where there has never been one."""
    async with db.transaction(kit.db) as tx:
        await tx.execute(store.LOCK)
        if not await tx.fetchval(store.ANY):
            for draft in defaults.RULES:
                await _put(tx, SYSTEM, draft, None, 0)

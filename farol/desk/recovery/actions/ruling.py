"""A lead changes the rules: all of them at once, with the reason, and every earlier set stays."""

from decimal import Decimal
from itertools import pairwise

from farol.core.tickets.checks import check_told
from farol.desk.guard.never import never
from farol.desk.recovery import rule_store
from farol.desk.recovery.events import RecoveryRulesSet
from farol.desk.recovery.model import Rule, RuleSet, Tier
from farol.desk.recovery.problems import RulesWrong
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Conflict

STREAM = "recovery_rules:0"
MOST_RULES, MOST_TIERS = 60, 10


async def set_rules(kit: Kit, actor: Actor, version: int, rules: list[Rule], tiers: list[Tier], words: str) -> RuleSet:
    """The new set holds for prices from here on; who agreed to a price keeps it until it is checked.

    version: of the set that was changed. Raises RulesWrong, Conflict when somebody else was faster.
    """
    wrong = [*(fault for n, rule in enumerate(rules) for fault in _faults(n, rule)), *_tier_faults(tiers)]
    if not rules or len(rules) > MOST_RULES:
        wrong.append({"field": "rules", "why": f"one to {MOST_RULES} rules"})
    if not words.strip() or "\0" in words:
        wrong.append({"field": "words", "why": "say why"})
    if wrong:
        raise RulesWrong(errors=wrong)
    async with transaction(kit.db) as tx:
        await check_told(tx, actor, *(text for rule in rules for text in (rule.zh, rule.en)))
        if (await rule_store.newest(tx)).version != version or not await rule_store.add(tx, version + 1, rules, tiers, words.strip(), actor.id):
            raise Conflict
        seq = await emit(tx, STREAM, actor, RecoveryRulesSet(version + 1, words.strip()))
    await wake(kit.bus, STREAM, seq)
    return await rule_store.newest(kit.db)


def _faults(n: int, rule: Rule) -> list[dict[str, str]]:
    where, found = f"rules[{n}]", list[dict[str, str]]()
    if not rule.eligible and not (rule.zh.strip() and rule.en.strip()):
        found.append({"field": f"{where}.zh", "why": "say in both languages why not"})
    if rule.fee_usd is not None and rule.fee_times is not None:
        found.append({"field": f"{where}.fee_usd", "why": "one price, not two"})
    if rule.eligible and rule.kind == "foreign_memo":
        found.append({"field": f"{where}.kind", "why": "what stands in another account goes to risk, whatever a rule says"})
    if rule.days_to < rule.days_from:
        found.append({"field": f"{where}.days_to", "why": "not before its beginning"})
    if rule.usd_from is not None and rule.usd_below is not None and Decimal(rule.usd_below) <= Decimal(rule.usd_from):
        found.append({"field": f"{where}.usd_below", "why": "not above its beginning"})
    for field, words in (("zh", rule.zh), ("en", rule.en)):
        if any(never(words)) or "\0" in words:
            found.append({"field": f"{where}.{field}", "why": "asks for what support never asks for"})
    return found


def _tier_faults(tiers: list[Tier]) -> list[dict[str, str]]:
    starts = [Decimal(tier.usd_from) for tier in tiers]
    if not tiers or len(tiers) > MOST_TIERS or min(starts) != 0 or len(set(starts)) != len(starts):
        return [{"field": "tiers", "why": f"one to {MOST_TIERS}, each from another worth, the first from 0"}]
    needs = [set(tier.evidence) for tier in sorted(tiers, key=lambda tier: Decimal(tier.usd_from))]
    if any("txid" not in one for one in needs) or any(not one - {"txid"} for one in needs):
        return [{"field": "tiers", "why": "each asks for the transaction and for something that shows whose it was"}]
    return [] if all(a <= b for a, b in pairwise(needs)) else [{"field": "tiers", "why": "more worth never asks for less"}]

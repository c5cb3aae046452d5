"""Whether a deposit can be brought back, and its price: the exchange's own word first, then the table. No I/O."""

from datetime import datetime
from decimal import ROUND_UP, Decimal, localcontext

from farol.core.chains.numbers import EXACT
from farol.core.exchange.shapes import Text
from farol.trust.proposals.limits import UNPRICED

from .model import Evidence, Facts, Judged, Quote, Rule, RuleSet
from .words import FOREIGN, NO_PRICE, NO_RULE, OF_THE_CORE, TOO_SMALL

PLACES = Decimal("0.00000001")


def judge(facts: Facts, rules: RuleSet, now: datetime) -> Judged:
    """What stands for this deposit now. Exact, however many digits there are; only a division is rounded, up."""
    with localcontext(EXACT):
        return _judged(facts, rules, now)


def _judged(facts: Facts, rules: RuleSet, now: datetime) -> Judged:
    if facts.kind == "foreign_memo":
        return Judged("checking", why="risk", words=FOREIGN, risk=True)
    if facts.core is not None:
        return _by_core(facts, rules, now)
    rule = next((rule for rule in rules.rules if fits(rule, facts, now)), None)
    if rule is None:
        return Judged("not_eligible", why="no_rule", words=NO_RULE)
    if not rule.eligible:
        return Judged("not_eligible", why="rule", words=Text(rule.zh, rule.en))
    priced = price(rule, facts)
    if priced is None:
        return Judged("asked", why="no_price", words=NO_PRICE)
    fee, how = priced
    return _quoted(facts, rules, now, fee, how, rule.way, rule.kind, (rule.days_from, rule.days_to), core=False)


def fits(rule: Rule, facts: Facts, now: datetime) -> bool:
    """Whether the row is about this deposit. An unknown worth or age meets no bound that asks for one, except that an unknown
    age is not held against its owner."""
    if rule.kind != facts.kind or (rule.supported is not None and rule.supported != facts.supported):
        return False
    if rule.usd_from is not None and (facts.usd is None or facts.usd < Decimal(rule.usd_from)):
        return False
    if rule.usd_below is not None and (facts.usd is None or facts.usd >= Decimal(rule.usd_below)):
        return False
    return rule.max_days is None or facts.at is None or (now - facts.at).days < rule.max_days


def price(rule: Rule, facts: Facts) -> tuple[Decimal, Text] | None:
    """The fee in the deposit's own coin, and how it follows; None where nobody knows what the coin is worth."""
    if rule.fee_times is not None:
        if facts.withdraw_fee is None:
            return None
        fee = Decimal(facts.withdraw_fee) * rule.fee_times
        sum_ = f"{rule.fee_times} × {facts.withdraw_fee} = {plain(fee)} {facts.coin}"
        return fee, Text(f"费用：提币手续费的 {rule.fee_times} 倍，{sum_}", f"Fee: {rule.fee_times} times the withdrawal fee, {sum_}")
    if rule.fee_usd is None:
        return Decimal(0), Text("免费", "Free of charge")
    if not facts.usd or not Decimal(facts.amount):
        return None
    amount = Decimal(facts.amount)
    fee = (Decimal(rule.fee_usd) * amount / facts.usd).quantize(PLACES, ROUND_UP)
    if facts.usd == amount:
        return Decimal(rule.fee_usd), Text(f"费用：{rule.fee_usd} {facts.coin}", f"Fee: {rule.fee_usd} {facts.coin}")
    sum_ = f"{rule.fee_usd} USD × {facts.amount} {facts.coin} ÷ {plain(facts.usd)} USD = {plain(fee)} {facts.coin}"
    return fee, Text(f"费用：{sum_}（向上取到 8 位小数）", f"Fee: {sum_} (rounded up to 8 decimals)")


def evidence(rules: RuleSet, usd: Decimal | None) -> list[Evidence]:
    """What a deposit of this worth is shown with. What nobody can price counts with ``UNPRICED``, as it does for approvals."""
    worth = UNPRICED if usd is None else usd
    tiers = sorted((tier for tier in rules.tiers if Decimal(tier.usd_from) <= worth), key=lambda tier: Decimal(tier.usd_from))
    return list(tiers[-1].evidence) if tiers else ["txid", "sender_picture"]


def plain(value: Decimal) -> str:
    """Without an exponent or zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _by_core(facts: Facts, rules: RuleSet, now: datetime) -> Judged:
    core = facts.core
    assert core
    if not core.eligible:
        return Judged("not_eligible", why=f"core.{core.why}"[:64], words=OF_THE_CORE.get(core.why, NO_RULE))
    if core.fee is not None and Decimal(core.fee) and core.coin and core.coin != facts.coin:
        return Judged("asked", why="no_price", words=NO_PRICE)
    days = core.days or 14
    fee = Decimal(core.fee or "0")
    how = Text(f"费用：{plain(fee)} {facts.coin}（交易所公布）", f"Fee: {plain(fee)} {facts.coin}, as the exchange publishes it")
    return _quoted(facts, rules, now, fee, how, "credit" if facts.credits else "recover", core.kind, (1, days), core=True)


def _quoted(
    facts: Facts, rules: RuleSet, now: datetime, fee: Decimal, how: Text, way: str, kind: str, days: tuple[int, int], *, core: bool,
) -> Judged:  # fmt: skip
    amount = Decimal(facts.amount)
    if fee >= amount:
        return Judged("not_eligible", why="too_small", words=TOO_SMALL)
    rest = plain(amount - fee)
    sum_ = f"{plain(amount)} − {plain(fee)} = {rest} {facts.coin}"
    return Judged("quoted", Quote(
        way, kind, facts.coin, facts.amount, plain(fee), rest, *days,  # type: ignore[arg-type]
        Text(f"{how.zh}。您收到：{sum_}", f"{how.en}. You receive: {sum_}"), evidence(rules, facts.usd), "exchange" if core else "rules",
        rules.version, now))

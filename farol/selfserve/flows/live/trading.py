"""Orders, positions that were closed by force, and keys of programs."""

from farol.core.exchange.errors import look_up
from farol.core.exchange.mask import money
from farol.core.exchange.model import ApiKey, Liquidation, Order
from farol.core.exchange.shapes import Text
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.rules import RULES
from farol.desk.triage.rules.names import ORDER, named
from farol.selfserve.tools import arithmetic
from farol.selfserve.tools.words import Words

from . import witness
from .told import Look, Told, lines, tells
from .witness import two


@tells("order", "orders")
def order(look: Look) -> Told | None:
    """Where an order stands, and what of it is filled."""
    one = look.thing
    if not isinstance(one, Order):
        return None
    texts = [both("委托 {symbol}：{status}", "Order {symbol}: {status}", symbol=one.symbol, status=named(ORDER, one.status))]
    if one.filled is not None and one.amount is not None:
        base = one.symbol.split("-")[0]
        texts.append(both("已成交 {filled}，共 {all}", "{filled} of {all} are filled", filled=money(one.filled, base), all=money(one.amount, base)))
    evidence = [*witness.of(one, look.reader), f"{one.filled} {one.symbol.split('-')[0]}", f"{one.amount} {one.symbol.split('-')[0]}"]
    for meaning in look_up(one.reject_code)[:1] if one.reject_code else ():
        texts += [meaning.cause, meaning.fix]
        evidence += [half for text in (meaning.cause, meaning.fix) for half in (text.zh, text.en)]
    return Told(lines(*texts), evidence)


@tells("liquidation", "liquidations")
def liquidation(look: Look) -> Told | None:
    """When it was closed, and each step of its arithmetic."""
    one = look.thing
    if not isinstance(one, Liquidation):
        return None
    head = both("{symbol} 仓位在 {at} 被强平", "{symbol} position was liquidated at {at}", symbol=one.symbol, at=moment_of(one.at, look.reader))
    zh, en = arithmetic.steps(one, "zh"), arithmetic.steps(one, "en")
    sums = [Text(f"{a[0]}：{a[1]}", f"{b[0]}: {b[1]}") for a, b in zip(zh, en, strict=True)]
    return Told(lines(head, *sums), [*witness.of(one, look.reader), *(sum_ for _, sum_ in zh)], "liquidations")


@tells("mark", "liquidations")
def mark(look: Look) -> Told | None:
    """Which price counts."""
    return Told(Text(*two(Words.li_mark)), [], "liquidations") if isinstance(look.thing, Liquidation) else None


@tells("api_key", "api_keys")
def api_key(look: Look) -> Told | None:
    """A key's last error, with what it means and what to do."""
    one = look.thing
    if not isinstance(one, ApiKey) or not one.last_error:
        return None
    texts = [both("API 密钥 {label} 最近报错 {code}", "API key {label}: last error {code}", label=one.label, code=one.last_error)]
    evidence = witness.of(one, look.reader)
    for meaning in [each for each in look_up(one.last_error) if each.kind == "api"][:2]:
        texts += [meaning.cause, meaning.fix]
        evidence += [half for text in (meaning.cause, meaning.fix) for half in (text.zh, text.en)]
    return Told(lines(*texts), evidence)


@tells("error", "api_keys")
def error(look: Look) -> Told | None:
    """An error code of the customer's own words, where no key of theirs names one."""
    if isinstance(look.thing, ApiKey) and look.thing.last_error:
        return None
    found = [meaning for code in sorted(look.said.errors) for meaning in look_up(code) if meaning.kind == "api"][:2]
    texts = [text for meaning in found for text in (meaning.cause, meaning.fix)]
    return Told(lines(*texts), [half for text in texts for half in (text.zh, text.en)]) if texts else None


@tells("leaving", "balances", "networks")
def leaving(look: Look) -> Told | None:
    """Coins that are held and take no deposits any more, and on which networks they can still leave."""
    facts = [one for one in RULES["prod.swap_delist"].run(look.seen, look.said) if one.code == "coin.leaving"]
    if not facts:
        return None
    texts, evidence = [Text(one.zh, one.en) for one in facts[:2]], []
    for one in facts[:2]:
        rows = [row.network for row in look.seen.networks if row.coin == one.ref and row.withdraw_enabled]
        where = Text("、".join(rows), ", ".join(rows))
        texts.append(both("{coin} 还可以提：{where}", "{coin} can still be withdrawn on: {where}", coin=one.ref, where=where) if rows
                     else both("{coin} 现在不能提", "{coin} cannot be withdrawn now", coin=one.ref))  # fmt: skip
        evidence += [f"{one.ref} {network}" for network in rows] + [one.ref]
    return Told(lines(*texts), evidence)

"""Why a position was closed by force, worked out step by step from the exchange's own figures. No I/O.

Products are of linear contracts, priced and settled in a stable coin; of others the figures are told and nothing is multiplied.
"""

from decimal import Decimal, localcontext

from farol.core.exchange.mask import thousands
from farol.core.exchange.model import Liquidation, Mark
from farol.kit.i18n import Say, Tongue

from .words import Words

LINEAR = ("USDT", "USDC")
DIGITS = 170
"""Enough for the product of two amounts of the longest form without rounding."""
MOST_MARKS = 60
SIDES = {"long": 1, "buy": 1, "short": -1, "sell": -1}


def steps(found: Liquidation, lang: Tongue) -> list[tuple[str, str]]:
    """Each step: what it is, and its arithmetic. A figure the exchange did not give leaves its step out."""
    with localcontext() as context:
        context.prec = DIGITS
        return [(name.text(lang), sum_) for name, sum_ in _steps(found, lang)]


def _steps(found: Liquidation, lang: Tongue) -> list[tuple[Say, str]]:
    coin, way = quote_coin(found.symbol), SIDES.get(found.side.casefold(), 0)
    size, rate, trigger = found.size, found.maintenance_margin_rate, found.trigger_mark_price
    bankrupt, fill = found.bankruptcy_price, found.fill_price
    made: list[tuple[Say, str]] = []
    crossed = crossing(found, way)
    if trigger is not None:
        made.append((Words.li_trigger, thousands(trigger)))
    if crossed and crossed.mark and crossed.at and trigger is not None:
        sign = "≤" if way > 0 else "≥"
        made.append((Words.li_crossed, f"{crossed.at:%Y-%m-%d %H:%M:%S} UTC · {thousands(crossed.mark)} {sign} {thousands(trigger)}"))
    if coin and size is not None and trigger is not None and rate is not None:
        needed = Decimal(size) * Decimal(trigger) * Decimal(rate)
        made.append((Words.li_needed, f"{thousands(size)} × {thousands(trigger)} × {rate} = {_text(needed)} {coin}"))
    if bankrupt is not None:
        made.append((Words.li_bankrupt, thousands(bankrupt)))
    if fill is not None:
        made.append((Words.li_fill, thousands(fill)))
    if coin and way and size is not None and fill is not None and bankrupt is not None:
        left = (Decimal(fill) - Decimal(bankrupt)) * way * Decimal(size)
        first, second = (fill, bankrupt) if way > 0 else (bankrupt, fill)
        made.append((Words.li_left, f"({thousands(first)} − {thousands(second)}) × {thousands(size)} = {_text(left)} {coin}"))
        if found.fees is not None:
            made.append((Words.li_after, f"{_text(left)} − {thousands(found.fees)} = {_text(left - Decimal(found.fees))} {coin}"))
    elif found.fees is not None:
        made.append((Words.li_fees, thousands(found.fees)))
    return made


def crossing(found: Liquidation, way: int) -> Mark | None:
    """The first moment of the series at which the mark price had reached the trigger."""
    if found.trigger_mark_price is None or not way:
        return None
    trigger = Decimal(found.trigger_mark_price)
    return next((one for one in found.mark_series if one.mark is not None and (Decimal(one.mark) - trigger) * way <= 0), None)


def quote_coin(symbol: str) -> str:
    """The coin a linear contract is settled in; empty for any other."""
    plain = symbol.upper().replace("_", "-").removesuffix("-PERP").removesuffix("-SWAP")
    return next((coin for coin in LINEAR if plain.endswith(coin)), "")


def _text(value: Decimal) -> str:
    plain = f"{value:f}"
    return thousands(plain.rstrip("0").rstrip(".") if "." in plain else plain)

"""What the demo exchange tells of itself and of money: networks and their switches, published tables, prices, bands."""

from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from farol.core import chains
from farol.core.exchange.facts import Facts
from farol.core.exchange.model import NetworkInfo

from .booked import Balance, minimum
from .cases.deposits import PAUSED_IN
from .cases.products import DELISTED
from .cases.withdrawals import CLOSED_COIN, CLOSED_NETWORK
from .world import World

PUBLISHED = Path(__file__).with_name("published")
PRICES = {
    "BTC": Decimal("92140.20"), "ETH": Decimal("3281.44"), "SOL": Decimal("187.31"), "XRP": Decimal("2.4105"),
    "TON": Decimal("5.6120"), "DOGE": Decimal("0.1984"), "USDT": Decimal("1"),
}  # fmt: skip
"""USDT per coin: invented, and the same every day."""
_OFF_THE_BOARD = {"LTC": Decimal("96.40"), "BCH": Decimal("498.20"), DELISTED: Decimal("0.041")}
"""Those not on the front page."""

_TOKEN_NETWORKS = (
    "ETH",
    "TRON",
    "BSC",
    "POLYGON",
    "ARBITRUM",
    "OPTIMISM",
    "AVAXC",
    "SOL",
    "TON",
    "APT",
    "NEAR",
)
WITHDRAW_FEES = {
    ("USDT", "ETH"): "4.5", ("USDT", "TRON"): "1.5", ("USDT", "BSC"): "0.3", ("USDT", "SOL"): "0.8", ("USDT", "TON"): "0.2",
    ("BTC", "BTC"): "0.00006", ("ETH", "ETH"): "0.0012", ("XRP", "XRP"): "0.2", ("DOGE", "DOGE"): "4", ("SOL", "SOL"): "0.006",
}  # fmt: skip
"""In the coin itself, a withdrawal; what is not listed costs ``OTHER_FEES``."""
OTHER_FEES = {"USDT": "0.5"}
_BANDS = ((1_000, "lt1k"), (10_000, "1k-10k"), (100_000, "10k-100k"), (1_000_000, "100k-1m"))


def networks(world: World) -> list[NetworkInfo]:
    """Native coins on all networks, USDT on those that carry it, and one coin that leaves; as switched now."""
    pairs = [("USDT", code) for code in _TOKEN_NETWORKS]
    pairs += [(entry.native, code) for code, entry in chains.networks().items()]
    since = world.tale.anchor("")
    paused = {
        (PAUSED_IN, PAUSED_IN): {"deposit_enabled": False, "deposit_resume_at": since + timedelta(hours=6), "updated_at": since},
        (CLOSED_COIN, CLOSED_NETWORK): {"withdraw_enabled": False, "withdraw_resume_at": since + timedelta(hours=3), "updated_at": since},
        (DELISTED, "BSC"): {"deposit_enabled": False, "updated_at": since, "tips": _LEAVING},
    }
    return [_network(world, coin, code, paused.get((coin, code), {})) for coin, code in [*pairs, (DELISTED, "BSC")]]


_LEAVING = {"zh": "LUMA 已下架：充值关闭，提币再开放三天。", "en": "LUMA was delisted: deposits are closed, withdrawals stay open for three days."}


def _network(world: World, coin: str, code: str, paused: dict[str, Any]) -> NetworkInfo:
    entry = chains.networks()[code]
    fee = WITHDRAW_FEES.get((coin, code)) or OTHER_FEES.get(coin, "0.01")
    now = NetworkInfo(
        coin, code, True, True, min_deposit=minimum(coin), memo_required=chains.memo_required(code),
        confirm_credit=entry.demo_confirm_credit, confirm_unlock=entry.demo_confirm_unlock,
        min_withdraw=f"{Decimal(fee) * 5:f}", withdraw_fee=fee,
    )  # fmt: skip
    switched = world.ledger.fields("network", f"{coin}:{code}")
    return msgspec.convert({**msgspec.to_builtins(now), **msgspec.to_builtins(paused), **switched}, NetworkInfo)


@lru_cache
def tables() -> dict[str, Facts]:
    """Every published table by its name. Raises on a malformed file, when first asked."""
    found = [msgspec.json.decode(path.read_bytes(), type=Facts) for path in PUBLISHED.glob("*.json")]
    return {table.name: table for table in found}


def worth(balance: Balance) -> Decimal:
    """In USDT."""
    return value(balance.coin, balance.total)


def value(coin: str, amount: Decimal) -> Decimal:
    """In USDT; nothing for a coin without a price."""
    price = PRICES.get(coin) or _OFF_THE_BOARD.get(coin) or Decimal(0)
    return (amount * price).quantize(Decimal("0.01"))


def band(balance: Balance) -> str:
    """The band of its worth."""
    in_usdt = worth(balance)
    return "0" if not in_usdt else next((name for top, name in _BANDS if in_usdt < top), "gt1m")

"""Facts of the demo exchange that do not move: when people joined, sign-ins, networks, bands of money."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from farol.core import chains
from farol.core.exchange.facts import Facts
from farol.core.exchange.model import NetworkInfo

from .world import Balance, minimum

PUBLISHED = Path(__file__).with_name("published")
JOINED = {
    MEI.uid: datetime(2021, 3, 8, tzinfo=UTC), IVAN.uid: datetime(2024, 6, 19, tzinfo=UTC),
    ROSA.uid: datetime(2023, 11, 2, tzinfo=UTC), MALLORY.uid: datetime(2026, 10, 30, tzinfo=UTC),
}  # fmt: skip
PRICES = {
    "BTC": Decimal("92140.20"), "ETH": Decimal("3281.44"), "SOL": Decimal("187.31"), "XRP": Decimal("2.4105"),
    "TON": Decimal("5.6120"), "DOGE": Decimal("0.1984"), "USDT": Decimal("1"),
}  # fmt: skip
"""USDT per coin: invented, and the same every day."""

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


def networks() -> list[NetworkInfo]:
    """Native coins on all networks, USDT on those that carry it."""
    pairs = [("USDT", code) for code in _TOKEN_NETWORKS]
    pairs += [(entry.native, code) for code, entry in chains.networks().items()]
    return [_network(coin, chains.networks()[code]) for coin, code in pairs]


def _network(coin: str, entry: chains.Network) -> NetworkInfo:
    fee = WITHDRAW_FEES.get((coin, entry.code)) or OTHER_FEES.get(coin, "0.01")
    return NetworkInfo(
        coin, entry.code, True, True, min_deposit=minimum(coin), memo_required=chains.memo_required(entry.code),
        confirm_credit=entry.demo_confirm_credit, confirm_unlock=entry.demo_confirm_unlock,
        min_withdraw=f"{Decimal(fee) * 5:f}", withdraw_fee=fee,
    )  # fmt: skip


@lru_cache
def tables() -> dict[str, Facts]:
    """Every published table by its name. Raises on a malformed file, when first asked."""
    found = [msgspec.json.decode(path.read_bytes(), type=Facts) for path in PUBLISHED.glob("*.json")]
    return {table.name: table for table in found}


def worth(balance: Balance) -> Decimal:
    """In USDT."""
    return (balance.total * PRICES.get(balance.coin, Decimal(0))).quantize(Decimal("0.01"))


def band(balance: Balance) -> str:
    """The band of its worth."""
    value = worth(balance)
    return "0" if not value else next((name for top, name in _BANDS if value < top), "gt1m")


def sessions(uid: str, anchor: datetime) -> list[dict[str, Any]]:
    """Sign-ins as the core tells them: device and country, no address."""
    phone = {
        "device_label": "iPhone, app 8.2",
        "country": {"20778177": "CN", "83920041": "RU"}.get(uid, "ES"),
    }
    return [
        {"at": anchor - timedelta(minutes=4), "method": "passkey", "result": "ok", "is_current": True, **phone},
        {"at": anchor - timedelta(hours=2), "device_label": "Chrome on Windows", "country": phone["country"],
         "method": "password_totp", "result": "challenged" if uid == MEI.uid else "ok", "is_current": False},
    ]  # fmt: skip

"""Figures of a record of the exchange, written from the record itself: what an answer's words are held against.

Only fields that their owner may know. Why something is reviewed, and everything of a hold that may not be disclosed, never comes near it.
"""

from datetime import datetime
from typing import Any

import msgspec

from farol.core import chains
from farol.core.exchange.gates import gates
from farol.core.exchange.mask import money, thousands
from farol.core.exchange.model import Deposit, Hold, NetworkInfo
from farol.core.exchange.shapes import Reader
from farol.core.exchange.words import span, when
from farol.kit.i18n import Say

NAMES = frozenset({
    "coin", "network", "txid", "memo", "deposit_id", "withdrawal_id", "order_id", "p2p_order_id", "liquidation_id", "fiat_id", "symbol", "rail",
    "currency", "fiat", "return_code", "vip_level", "level", "label", "key_prefix", "last_error", "reject_code",
})  # fmt: skip
FIGURES = frozenset({
    "amount", "fee", "min_deposit", "fiat_amount", "filled", "price", "avg_price", "size", "leverage", "maintenance_margin_rate",
    "trigger_mark_price", "bankruptcy_price", "fill_price", "fees", "vol_30d", "maker", "taker", "next_gap", "withdraw_24h", "used",
    "min_withdraw", "withdraw_fee", "confirmations", "confirm_required_credit", "confirm_required_unlock", "confirm_credit", "confirm_unlock",
    "attempts_left", "required_credit", "required_unlock",
})  # fmt: skip


def of(record: Any, reader: Reader) -> list[str]:
    """One line for each field that may be told."""
    coin = next((value for name in ("coin", "currency", "fiat") if (value := getattr(record, name, ""))), "")
    found = [line for name in record.__struct_fields__ for line in _field(name, getattr(record, name), coin, reader)]
    if isinstance(record, Deposit):
        found += _gates(record, reader)
    if isinstance(record, NetworkInfo):
        found.append(f"{record.coin} on {record.network}")
    return found


def _field(name: str, value: Any, coin: str, reader: Reader) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, datetime):
        return moments(name, value, reader)
    if name.endswith("_s") and isinstance(value, int):
        return [f"{name}: {value} s", span(value).en]
    if name in FIGURES:
        plain = thousands(str(value))
        unit = getattr(value, "coin", coin)
        return [f"{name}: {plain}", f"{name}: {money(str(value), unit)}"] if unit else [f"{name}: {plain}"]
    if name in NAMES:
        return [f"{name}: {value}"]
    if isinstance(value, Hold):
        return hold(value, reader)
    if isinstance(value, msgspec.Struct) and name in ("limits", "timers"):
        return of(value, reader)
    return []


def hold(one: Hold, reader: Reader) -> list[str]:
    """Its times; nothing of one that may not be disclosed."""
    if not one.disclosable:
        return []
    found = [line for name in ("started_at", "until") if (at := getattr(one, name)) for line in moments(name, at, reader)]
    if one.until and one.started_at:
        found.append(f"length: {span(round((one.until - one.started_at).total_seconds())).en}")
    return found


def moments(name: str, at: datetime, reader: Reader) -> list[str]:
    """A time as its reader's clock and calendar have it, and in UTC."""
    return [f"{name}: {at:%Y-%m-%d %H:%M} UTC", f"{name}: {when(at, reader, 'zh')}", f"{name}: {when(at, reader, 'en')}"]


def _gates(one: Deposit, reader: Reader) -> list[str]:
    network = chains.network(one.network)
    found = gates(one, network.block_time_s if network else None, reader.now)
    if found is None:
        return []
    both = (found.credited, found.withdrawable)
    counts = [f"{gate.have} of {gate.need}, {gate.need - gate.have} more confirmations" for gate in both]
    return counts + [line for gate in both if gate.at for line in moments("at", gate.at, reader)]


def resumes(row: NetworkInfo, reader: Reader) -> list[str]:
    """When its switches are expected back."""
    times = (row.deposit_resume_at, row.withdraw_resume_at)
    return [line for at in times if at for line in moments("resumes", at, reader)]


def two(words: Say) -> tuple[str, str]:
    """A sentence in Chinese and in English."""
    return words.text("zh"), words.text("en")

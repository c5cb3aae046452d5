"""A venue's currencies, as ccxt tells them, into entries of ``/v1/networks``. No I/O.

ccxt turns amounts into floats; where the venue's own record has them as text, that text is taken.
"""

import re
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from farol.core import chains
from farol.core.exchange.model import NetworkInfo

_DECIMAL = re.compile(r"[0-9]{1,40}(\.[0-9]{1,40})?")


class Fields(msgspec.Struct, frozen=True):
    """What a venue calls things in its own record of a network; empty where it says nothing."""

    credit: str = ""
    unlock: str = ""
    memo: str = ""
    least_in: str = ""
    least_out: str = ""
    fee: str = ""
    contract: str = ""


class _Vendors(msgspec.Struct, frozen=True):
    names: dict[str, dict[str, str]]
    fields: dict[str, Fields]


class Entry(NetworkInfo, frozen=True):
    """With the venue's own record, as it came."""

    raw: dict[str, Any] = {}


class Told(msgspec.Struct, frozen=True):
    """entries: what could be told. left_out: ccxt's names of networks that are none of Farol's, with how often."""

    entries: list[Entry]
    left_out: dict[str, int]


@cache
def _vendors() -> _Vendors:
    return msgspec.json.decode(files(__package__ or "").joinpath("vendors.json").read_bytes(), type=_Vendors)


def code(venue: str, name: str) -> str:
    """Farol's code of a network the venue calls so; empty when it is none of ours.

    The names people use are those of chains.json; the venue's table says where they would lead astray.
    """
    for names in (_vendors().names.get(venue, {}), _vendors().names["*"]):
        if name in names:
            return names[name]
    found = chains.network(name)
    return found.code if found else ""


def networks(venue: str, currencies: dict[str, Any], now: datetime) -> Told:
    """Every coin on every network that Farol knows. Where two of the venue's chains are one network, the open one counts."""
    found: dict[tuple[str, str], Entry] = {}
    left_out: dict[str, int] = {}
    for coin, currency in currencies.items():
        for name, network in ((currency or {}).get("networks") or {}).items():
            known = code(venue, name)
            if not known:
                left_out[name] = left_out.get(name, 0) + 1
                continue
            entry = _entry(venue, str(coin), known, network, now)
            before = found.get((entry.coin, known))
            if before is None or (entry.deposit_enabled, entry.withdraw_enabled) > (before.deposit_enabled, before.withdraw_enabled):
                found[(entry.coin, known)] = entry
    return Told([found[pair] for pair in sorted(found)], left_out)


def _entry(venue: str, coin: str, known: str, network: dict[str, Any], now: datetime) -> Entry:
    """A switch the venue does not tell counts as closed: nobody may be sent to a network on a guess."""
    names, limits = _vendors().fields.get(venue, Fields()), network.get("limits") or {}
    info = network.get("info") if isinstance(network.get("info"), dict) else {}
    raw: dict[str, Any] = info or {}
    memo = raw.get(names.memo) if names.memo else None
    return Entry(
        coin, known, network.get("deposit") is True, network.get("withdraw") is True,
        min_deposit=_amount(raw.get(names.least_in), (limits.get("deposit") or {}).get("min")),
        memo_required=_yes(memo) if memo is not None else chains.memo_required(known),
        confirm_credit=_count(raw.get(names.credit)), confirm_unlock=_count(raw.get(names.unlock)),
        min_withdraw=_amount(raw.get(names.least_out), (limits.get("withdraw") or {}).get("min")),
        withdraw_fee=_amount(raw.get(names.fee), network.get("fee")), vendor_chain=str(network.get("id") or "")[:300],
        contract=str(raw.get(names.contract) or "")[:300], updated_at=now, raw=raw,
    )  # fmt: skip


def _amount(text: Any, number: Any) -> str | None:
    """The venue's own text, otherwise ccxt's number in its shortest exact form; None for what is no amount."""
    if isinstance(text, str) and _DECIMAL.fullmatch(text):
        return text
    if isinstance(number, int | float) and not isinstance(number, bool) and 0 <= number < 1e30:
        return f"{Decimal(repr(number)):f}"
    return None


def _count(value: Any) -> int | None:
    text = str(value) if value is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _yes(value: Any) -> bool:
    return value is True or str(value).casefold() == "true"

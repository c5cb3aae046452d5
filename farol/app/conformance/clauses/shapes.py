"""What every answer keeps to: amounts as text, times with a zone, networks by their codes, refusals with a code."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, PRINCIPLES, Skip, clause, hold, without
from farol.core import chains

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?")
_FREE = ("raw", "data", "tips", "text", "values", "title", "rows", "columns")
"""Fields whose content is the exchange's own."""
AMOUNTS = frozenset({
    "amount", "fee", "min_deposit", "min_withdraw", "withdraw_fee", "price", "filled", "avg_price",
    "size", "leverage", "fill_price", "fees", "exact", "vol_30d", "maker", "taker",
    "next_gap", "withdraw_24h", "used", "fiat_amount", "bankruptcy_price", "trigger_mark_price", "maintenance_margin_rate",
})  # fmt: skip
"""Fields that hold decimals, wherever they stand."""


class _Float(msgspec.Struct, frozen=True):
    text: str


_EXACT = msgspec.json.Decoder(float_hook=_Float)


def walked(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every leaf: its path, the name it stands under, itself. What the exchange writes freely is left out."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in _FREE:
                yield from _leaf(f"{path}.{name}" if path else name, name, each)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _leaf(f"{path}[{place}]", path.rpartition(".")[2].partition("[")[0], each)


def _leaf(path: str, name: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, dict | list):
        yield from walked(value, path)
    else:
        yield path, name, value


def _exact(body: bytes) -> Any:
    """Numbers with a point stay recognisable."""
    return _EXACT.decode(body)


@clause(
    "CL-SHAPE-01", "Amounts are decimal text, never numbers.", source=PRINCIPLES,
    how="Every read's JSON is searched for numbers with a point, and for amounts that are numbers at all.",
    do='Write "18500.00" in quotes. A float rounds a customer\'s money before anybody sees it.',
)  # fmt: skip
async def amounts(bench: Bench) -> None:
    problems, seen = [], []
    for read in await bench.answered():
        found = [
            f"{read.question.name}: {path} is the number {getattr(value, 'text', value)}"
            for path, name, value in walked(_exact(read.answer.body))
            if isinstance(value, _Float) or (name in AMOUNTS and isinstance(value, int) and not isinstance(value, bool))
        ]
        problems += found
        seen += [read.answer] if found else []
    hold(problems, *seen[:3])


@clause(
    "CL-SHAPE-02", "Times are RFC 3339 with a zone.", source=PRINCIPLES,
    how="Every text that looks like a time in every read is searched for its zone; numbers in fields of time are named too.",
    do='Write "2026-11-22T10:00:00Z". A time without a zone is eight hours wrong for somebody.',
)  # fmt: skip
async def times(bench: Bench) -> None:
    problems, seen = [], []
    for read in await bench.answered():
        found = [f"{read.question.name}: {path} is {value}" for path, name, value in walked(_exact(read.answer.body)) if _timeless(name, value)]
        problems += found
        seen += [read.answer] if found else []
    hold(problems, *seen[:3])


def _timeless(name: str, value: Any) -> bool:
    if isinstance(value, str):
        return _TIME.fullmatch(value) is not None
    return isinstance(value, int | _Float) and not isinstance(value, bool) and (name.endswith(("_at", "until")) or name in ("at", "clock", "begin", "end"))


@clause(
    "CL-SHAPE-03", "Networks have the codes of chains.json.", source=PRINCIPLES,
    how="The network of every deposit, withdrawal and entry of /v1/networks is looked up in Farol's list.",
    do="Map your chain names to these codes (USDT-TRC20, trc20usdt and TRX are TRON); put your own into vendor_chain.",
)  # fmt: skip
async def codes(bench: Bench) -> None:
    known, problems, count = chains.networks(), [], 0
    for name in ("networks", "deposits", "withdrawals"):
        for one in await bench.maybe(name):
            count += 1
            if one.network not in known:
                problems.append(f"{name}: {one.network}")
    if not count:
        without(Skip.NO_DATA, "no read that names a network has an entry")
    hold(sorted(set(problems)))


@clause(
    "CL-SHAPE-04", "States are words of the description, or your own where none fits.", source=f"{GUIDE}, States",
    how="States that Farol does not know are counted; a list of which more than half reads as unknown says nothing to anybody.",
    do="Map your states as the guide's tables say. Send your own word only where none of them is true.",
)  # fmt: skip
async def states(bench: Bench) -> None:
    problems, count = [], 0
    for name in ("deposits", "withdrawals", "orders", "fiat"):
        entries = [getattr(one, "state", getattr(one, "status", "")) for one in await bench.maybe(name)]
        unknown = [state for state in entries if state == "unknown"]
        count += len(entries)
        if len(unknown) * 2 > len(entries):
            problems.append(f"{name}: {len(unknown)} of {len(entries)} states are not known")
    if not count:
        without(Skip.NO_DATA, "no list with states has an entry")
    hold(problems)

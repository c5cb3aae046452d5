"""Slots filled from every source, with conflicts marked. Pure."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from farol.core import chains
from farol.desk.fields.model import Filled

from .model import Said, Slot, SlotState

_RANK = ("staff", "exchange", "customer", "screenshot")
MOST_SAID = 6
_TOLD = frozenset(("coin", "network", "txid", "amount", "time", "withdrawal_id", "p2p_order_id", "order_id", "level", "reject_code", "uid"))
"""Slots the core can fill for a customer it knows, once it is clear which deposit, withdrawal or order is meant."""
_NEAR = timedelta(minutes=30)
"""People remember times to about this."""


def slots(fields: list[Filled], said: Iterable[tuple[str, Said]], *, known: bool) -> list[Slot]:
    """One slot for each that the reason asks for. ``known``: there is an account the core can be asked about."""
    by_slot: dict[str, list[Said]] = {}
    for key, one in said:
        by_slot.setdefault(key, []).append(one)
    return [_slot(one, by_slot.get(one.field.key, []), known) for one in fields if one.field.slot]


def _slot(filled: Filled, said: list[Said], known: bool) -> Slot:
    key = filled.field.key
    every = [Said("staff", filled.value, "", "staff"), *said] if filled.value is not None else list(said)
    kept = _once(key, sorted(every, key=lambda one: _RANK.index(one.source)))[:MOST_SAID]
    state: SlotState = "missing"
    if kept:
        state = "conflict" if _conflict(key, kept) else "filled" if filled.value is not None else "offered"
    return Slot(filled.field, state, filled.value, kept, known and key in _TOLD)


def _once(key: str, said: list[Said]) -> list[Said]:
    """Each thing once from each source, what somebody vouches for first."""
    kept: list[Said] = []
    for one in sorted(said, key=lambda each: (_RANK.index(each.source), not each.sure)):
        if not any(other.source == one.source and agree(key, other, one) for other in kept):
            kept.append(one)
    return kept


def _conflict(key: str, said: list[Said]) -> bool:
    """Whether two sources that both name something cannot both be right. One customer naming two things is no conflict: any of
    them may be the one."""
    sources = {one.source for one in said}
    return any(
        not any(agree(key, mine, theirs) for mine in said if mine.source == a for theirs in said if theirs.source == b)
        for a in sources for b in sources if _RANK.index(a) < _RANK.index(b)
    )  # fmt: skip


def agree(key: str, a: Said, b: Said) -> bool:
    """Whether two values of a slot are the same thing, said in different ways."""
    if isinstance(a.value, dict) and isinstance(b.value, dict):
        return _amounts(a, b)
    if isinstance(a.value, bool) or isinstance(b.value, bool):
        return bool(a.value == b.value)
    x, y = str(a.value), str(b.value)
    if key in ("time", "period"):
        return _times(a, b) if (a.readings or a.at) and (b.readings or b.at) else x == y
    if key == "coin":
        return chains.same_coin(x, y)
    if key in ("network", "chain"):
        return str(chains.network(x) or x) == str(chains.network(y) or y)
    return chains.one_spelling(x) == chains.one_spelling(y) or x.casefold() == y.casefold()


def _amounts(a: Said, b: Said) -> bool:
    coins = a.value.get("coin", ""), b.value.get("coin", "")
    if all(coins) and not chains.same_coin(*coins):
        return False
    try:
        x, y = Decimal(a.value["amount"]), Decimal(b.value["amount"])
    except (InvalidOperation, KeyError):
        return False
    if x == y:
        return True
    loose = next((one for one in (a, b) if not one.sure and one.source == "customer"), None)
    return loose is not None and max(x, y) <= min(x, y) * Decimal("1.2")


def _times(a: Said, b: Said) -> bool:
    def spans(one: Said) -> list[Any]:
        if one.source == "exchange" and one.at:
            return [(one.at, one.at)]
        return [(span.begin, span.end) for span in one.readings]

    mine, theirs = spans(a), spans(b)
    if not mine or not theirs:
        return True  # a time somebody wrote down in free words is compared by people
    return any(x0 <= y1 + _NEAR and y0 <= x1 + _NEAR for x0, x1 in mine for y0, y1 in theirs)

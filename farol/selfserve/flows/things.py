"""Which of the customer's own things is meant: one they named, the only one that fits the reason, or one of three to choose from. Pure."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from farol.core import chains
from farol.core.exchange.items import deposit_item, withdrawal_item
from farol.core.exchange.mask import money
from farol.core.exchange.shapes import Reader, Text
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.model import Said, Seen
from farol.desk.triage.rules import RULES
from farol.desk.triage.rules.names import FIAT, P2P, SIDE, named

from .live import witness

LIKELY = 0.55
"""A thing that a rule speaks for at least so strongly is what somebody may mean who names none."""
AHEAD = 0.35
"""By so much the strongest has to be ahead of the next to be meant without a question."""


class Kind(NamedTuple):
    """read: the field of ``Seen``. id: its id's name. title: what it is called in a list."""

    read: str
    id: str
    title: Callable[[Any, Reader], Text]


def _order(one: Any, reader: Reader) -> Text:
    return both("委托 {symbol} {at}", "{symbol} order, {at}", symbol=one.symbol, at=moment_of(one.created_at or reader.now, reader))


def _liquidation(one: Any, reader: Reader) -> Text:
    return both("{symbol} 强平 {at}", "{symbol} liquidation, {at}", symbol=one.symbol, at=moment_of(one.at, reader))


def _p2p(one: Any, _: Reader) -> Text:
    return both("C2C {side} {what}（{state}）", "P2P {side} of {what} ({state})", side=named(SIDE, one.side), what=money(one.amount or "0", one.coin),
                state=named(P2P, one.state))  # fmt: skip


def _fiat(one: Any, _: Reader) -> Text:
    return both("{rail} {what}（{state}）", "{rail} {what} ({state})", rail=one.rail, what=money(one.amount or "0", one.currency), state=named(FIAT, one.state))


KINDS: dict[str, Kind] = {
    "deposit": Kind("deposits", "deposit_id", lambda one, reader: deposit_item(one, reader).title),
    "withdrawal": Kind("withdrawals", "withdrawal_id", lambda one, reader: withdrawal_item(one, reader).title),
    "order": Kind("orders", "order_id", _order), "liquidation": Kind("liquidations", "liquidation_id", _liquidation),
    "p2p_order": Kind("p2p", "p2p_order_id", _p2p), "fiat": Kind("fiat", "fiat_id", _fiat),
    "api_key": Kind("api_keys", "key_prefix", lambda one, _: both("密钥 {label}", "Key {label}", label=one.label)),
}  # fmt: skip


def ref(kind: str, one: Any) -> str:
    """``deposit:DEP-1``."""
    return f"{kind}:{getattr(one, KINDS[kind].id)}"


def find(seen: Seen, thing: str) -> Any:
    """The thing of that ref, where it is still among the customer's own; None otherwise."""
    kind, _, id_ = thing.partition(":")
    if kind not in KINDS or not id_:
        return None
    return next((one for one in getattr(seen, KINDS[kind].read) if getattr(one, KINDS[kind].id) == id_), None)


def likely(reason: str, kind: str, seen: Seen, said: Said, slots: dict[str, str]) -> list[Any]:
    """Those that can be meant, the likeliest first; one alone is the one. Never a guess between several that fit as well."""
    every = list(getattr(seen, KINDS[kind].read))
    if named_ := _named(every, kind, said, slots):
        return named_
    facts = sorted(RULES[reason].run(seen, said), key=lambda one: -one.strength) if reason in RULES else []
    strong = {one.ref: one.strength for one in reversed(facts) if one.strength >= LIKELY and one.ref}
    found = sorted((one for one in every if getattr(one, KINDS[kind].id) in strong), key=lambda one: -strong[getattr(one, KINDS[kind].id)])
    if len(found) > 1 and strong[getattr(found[0], KINDS[kind].id)] >= strong[getattr(found[1], KINDS[kind].id)] + AHEAD:
        return found[:1]
    return found or every


def certain(reason: str, kind: str, seen: Seen, said: Said, slots: dict[str, str]) -> Any:
    """The one that is meant, None while it is open."""
    found = likely(reason, kind, seen, said, slots)
    return found[0] if len(found) == 1 else None


def label(kind: str, one: Any, reader: Reader) -> Text:
    """What a choice of it says."""
    title = KINDS[kind].title(one, reader)
    return both("{title}（{network}）", "{title} ({network})", title=title, network=one.network) if getattr(one, "network", "") else title


def evidence(one: Any, reader: Reader) -> list[str]:
    """What its label may be held against."""
    return witness.of(one, reader)


def _named(every: list[Any], kind: str, said: Said, slots: dict[str, str]) -> list[Any]:
    """Things whose id, hash or address was named; else those of the amount that was."""
    ids = said.ids | {chains.one_spelling(value).casefold() for key, value in slots.items() if key in ("txid", "address") or key.endswith("_id")}
    own = [one for one in every if {str(getattr(one, name, "")).casefold() for name in (KINDS[kind].id, "txid", "address")} & (ids - {""})]
    if own:
        return own
    amounts = [one.value for one in said.mentions if one.kind == "amount"]
    amounts += [slots["amount"].split(" ")[0]] if "amount" in slots else []
    return [one for one in every if any(_same(getattr(one, "amount", None), value) for value in amounts)]


def _same(amount: Any, said: str) -> bool:
    try:
        return amount is not None and Decimal(str(amount)) == Decimal(said)
    except InvalidOperation:
        return False

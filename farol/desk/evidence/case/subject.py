"""Which deposit or withdrawal a ticket is about, and what the exchange says of it. Pure."""

from decimal import Decimal
from typing import Any, NamedTuple

from farol.core import chains
from farol.core.exchange.shapes import ExchangeView, FoundView, Item

from .model import Said

_ASKED = {"dep": ("deposit",), "wd": ("withdrawal",)}
_NOWHERE = ("unknown", "not_found", "other_user", "not_ours")
MOST_CHOICES = 5


class Subject(NamedTuple):
    """One of the two is set when it is known; choices: items it could be, when several fit."""

    item: Item | None
    found: FoundView | None
    choices: list[Item]


NOBODY = Subject(None, None, [])


def subject(reason: str | None, view: ExchangeView, said: list[tuple[str, Said]]) -> Subject:
    """A transaction that was traced to the customer, an id they quote, the one item with the amount they name, or the only
    one that needs a look. Never a guess between several."""
    family = (reason or "").partition(".")[0]
    items = [one for one in view.items if one.kind in _ASKED.get(family, ("deposit", "withdrawal"))]
    traced = [one for one in view.found if one.trace and one.trace.found not in _NOWHERE]
    if traced:
        ids = {chains.one_spelling(one.value or one.text) for one in traced}
        same = [one for one in view.items if one.txid and chains.one_spelling(one.txid) in ids]
        return Subject(same[0] if len(same) == 1 else None, traced[0], [])
    quoted = {str(one.value).upper() for slot, one in said if slot.endswith("_id")}
    named = [one for one in view.items if one.id.upper() in quoted]
    if len(named) == 1:
        return Subject(named[0], None, [])
    if family not in _ASKED:
        return NOBODY
    amounts = [one.value for slot, one in said if slot == "amount" and one.source != "exchange"]
    fits = [one for one in items if any(_same(one, amount) for amount in amounts)] or [one for one in items if one.tone in ("failed", "held")]
    fits = fits or ([one for one in items if one.tone == "moving"] if not amounts else [])
    return Subject(fits[0] if len(fits) == 1 else None, None, fits[:MOST_CHOICES] if len(fits) > 1 else [])


def _same(item: Item, amount: Any) -> bool:
    return chains.same_coin(item.coin, amount["coin"]) and Decimal(item.amount.replace(",", "")) == Decimal(amount["amount"])


def told(about: Subject) -> list[tuple[str, Said]]:
    """What the exchange says of the subject, slot by slot."""
    facts: list[tuple[str, Any]] = []
    item, trace = about.item, about.found.trace if about.found else None
    if item:
        ref, at = f"{item.kind}:{item.id}", item.at
        facts = [("amount", _amount(item.amount, item.coin)), ("coin", item.coin), ("network", _network(item.network)), ("txid", item.txid),
                 ("time", f"{item.at:%Y-%m-%d %H:%M} UTC")]  # fmt: skip
        if item.kind == "withdrawal":
            facts.append(("withdrawal_id", item.id))
    elif trace and about.found:
        ref, at = f"{trace.kind}:", None
        facts = [("txid", about.found.value or about.found.text), ("network", _network(trace.network)), ("coin", trace.coin or None)]
        if trace.amount and trace.coin:
            facts.append(("amount", _amount(trace.amount, trace.coin)))
    else:
        return []
    return [(slot, Said("exchange", value, str(value) if not isinstance(value, dict) else f"{value['amount']} {value['coin']}", ref, at))
            for slot, value in facts if value]  # fmt: skip


def _amount(amount: str, coin: str) -> dict[str, str]:
    return {"amount": amount.replace(",", ""), "coin": coin}


def _network(name: str) -> str:
    known = chains.network(name)
    return known.code if known else name

"""From what a browser sent to answers, and from answers to verdicts: what each field is worth, what is known besides."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import msgspec

from farol.core.customers.model import Customer
from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused, customer_items, published
from farol.core.exchange.items import deposit_item, withdrawal_item
from farol.core.exchange.model import NetworkInfo, Why
from farol.core.exchange.shapes import Item
from farol.core.exchange.shapes import Reader as Times
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from .checks import Given, Verdict, check
from .model import LONGEST_ANSWER, LONGEST_WORDS, Answers, Form
from .words import Words

PREFIX = "slot_"
LONGEST_ABOUT = 100
LOOK_BACK = timedelta(days=90)
"""How old a deposit or withdrawal may be that a link names."""


class Seen(msgspec.Struct, frozen=True):
    """What the exchange lists of the customer's own things for this form. down: it did not answer."""

    items: tuple[Item, ...] = ()
    down: bool = False

    def chosen(self, about: str) -> Item | None:
        """The thing an answer names, if it is one of these."""
        return next((item for item in self.items if key_of(item) == about), None)


def key_of(item: Item) -> str:
    """How a form names a deposit or withdrawal."""
    return f"{item.kind}:{item.id}"


def answers_of(form: Form, sent: Mapping[str, Any]) -> Answers:
    """What was sent, for the questions of this form and no others. Raises Invalid."""
    words = str(sent.get("words", "")).replace("\r\n", "\n")
    slots = {slot.key: str(sent.get(PREFIX + slot.key, "")) for slot in form.slots}
    about = str(sent.get("about", ""))
    for name, value in (("words", words), ("about", about), *((PREFIX + key, value) for key, value in slots.items())):
        if "\0" in value:
            raise Invalid(errors=[{"field": name, "why": "holds a NUL character"}])
    kept = {key: value[: LONGEST_ANSWER * 2].strip() for key, value in slots.items() if value.strip()}
    return Answers(kept, words[: LONGEST_WORDS * 2], about[:LONGEST_ABOUT])


async def seen(kit: Kit, actor: Actor, customer: Customer, form: Form, about: str = "") -> Seen:
    """The customer's own recent deposits or withdrawals; nothing for a form or a person without any.

    about: the one that was chosen, which is among them also when it is older, as long as it is the customer's.
    """
    if not form.pick or not customer.uid:
        return Seen()
    try:
        found = await customer_items(kit, actor, customer.uid, customer.time_zone)
        items = tuple(item for item in found if item.kind == form.pick)
        kind, _, id_ = about.partition(":")
        if id_ and kind == form.pick and all(item.id != id_ for item in items):
            items = (*await _older(kit, actor, customer, kind, id_), *items)
    except ExchangeDown:
        return Seen(down=True)
    return Seen(items)


async def _older(kit: Kit, actor: Actor, customer: Customer, kind: str, id_: str) -> tuple[Item, ...]:
    """The customer's own one of that id, looked for in their account alone."""
    link, why, uid = kit.get(CoreLink), Why("self", "customer.form", actor.ref), customer.uid or ""
    since, times = clock.now() - LOOK_BACK, Times(clock.now(), customer.time_zone)
    try:
        if kind == "deposit":
            return tuple(deposit_item(one, times) for one in await link.deposits(why, uid, since) if one.deposit_id == id_)
        return tuple(withdrawal_item(one, times) for one in await link.withdrawals(why, uid, since) if one.withdrawal_id == id_)
    except ExchangeRefused:
        return ()


async def board(kit: Kit) -> list[NetworkInfo]:
    """The exchange's networks, however old; empty while they were never read."""
    return (await published.networks(kit)).value or []


def verdicts(form: Form, answers: Answers, item: Item | None, rows: list[NetworkInfo], words: Words, zone: str) -> dict[str, Verdict]:
    """A verdict for each question that was asked and answered."""
    given = Given(answers.slots, rows, words, zone)
    asked = form.open_slots(answers.slots, picked=item is not None)
    return {slot.key: found for slot in asked if (found := check(slot, answers.slots.get(slot.key, ""), given))}

"""From what a browser sent to answers, and from answers to verdicts: what each field is worth, what is known besides."""

from collections.abc import Mapping
from typing import Any

import msgspec

from farol.core.customers.model import Customer
from farol.core.exchange import ExchangeDown, customer_items, published
from farol.core.exchange.model import NetworkInfo
from farol.core.exchange.shapes import Item
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from .checks import Given, Verdict, check
from .model import LONGEST_ANSWER, LONGEST_WORDS, Answers, Form
from .words import Words

PREFIX = "slot_"
LONGEST_ABOUT = 100


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


async def seen(kit: Kit, actor: Actor, customer: Customer, form: Form) -> Seen:
    """The customer's own recent deposits or withdrawals; nothing for a form or a person without any."""
    if not form.pick or not customer.uid:
        return Seen()
    try:
        found = await customer_items(kit, actor, customer.uid, customer.time_zone)
    except ExchangeDown:
        return Seen(down=True)
    return Seen(tuple(item for item in found if item.kind == form.pick))


async def board(kit: Kit) -> list[NetworkInfo]:
    """The exchange's networks, however old; empty while they were never read."""
    return (await published.networks(kit)).value or []


def verdicts(form: Form, answers: Answers, item: Item | None, rows: list[NetworkInfo], words: Words, zone: str) -> dict[str, Verdict]:
    """A verdict for each question that was asked and answered."""
    given = Given(answers.slots, rows, words, zone)
    asked = form.open_slots(answers.slots, picked=item is not None)
    return {slot.key: found for slot in asked if (found := check(slot, answers.slots.get(slot.key, ""), given))}

"""The ticket that comes of a form: words a person reads at a glance, and facts the desk's fields keep."""

from collections.abc import Mapping
from typing import Any

import msgspec

from farol.core.exchange.shapes import Item
from farol.kit import clock, i18n

from .actions import fact, item_facts
from .checks import Verdict
from .model import LONGEST_WORDS, Answers, Form
from .words import Words


class Composed(msgspec.Struct, frozen=True):
    """subject and body: in the customer's language; facts: by the names of the desk's fields."""

    subject: str
    body: str
    facts: dict[str, Any]


def compose(form: Form, answers: Answers, verdicts: Mapping[str, Verdict], item: Item | None, words: Words, zone: str) -> Composed:
    """Everything that was chosen and answered, each with its question, then the customer's own account."""
    colon, lines, facts = words.colon, [form.title(words.lang)], item_facts(item) if item else {}
    if item:
        at = i18n.moment(item.at, clock.now(), words.lang, zone)
        lines.append(f"{words.in_ticket_about}{colon}{item.title.of(words.lang)}（{item.network}），{at}" if words.chinese
                     else f"{words.in_ticket_about}{colon}{item.title.of(words.lang)} ({item.network}), {at}")
        if item.txid:
            lines.append(f"TXID{colon}{item.txid}")
    for slot in form.slots:
        if found := verdicts.get(slot.key):
            value = slot.chosen(found.value, words.lang) if slot.options else _said(found.value, slot.check, words)
            lines.append(f"{slot.label(words.lang)}{colon}{value}")
            if (kept := fact(slot.key, found)) is not None:
                facts[slot.key] = kept
    story = answers.words.strip()[:LONGEST_WORDS]
    return Composed(_subject(form, verdicts, item, words), "\n".join(lines) + (f"\n\n{story}" if story else ""), facts)


def _said(value: str, kind: str, words: Words) -> str:
    if kind != "yes_no":
        return value
    return words.yes if value == "yes" else words.no


def _subject(form: Form, verdicts: Mapping[str, Verdict], item: Item | None, words: Words) -> str:
    amount = verdicts.get("amount")
    coin = verdicts.get("coin")
    what = f"{item.amount} {item.coin}" if item else amount.value if amount and amount.state == "good" else coin.value if coin else ""
    return f"{form.title(words.lang)} · {what}" if what else form.title(words.lang)

"""From a form and what stands in it to what the templates draw and the script is told."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from farol.core.customers.model import Customer
from farol.core.exchange.shapes import Item
from farol.core.shield import advice
from farol.core.urgency import Urgency
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.script import PORTAL
from farol.selfserve.portal.view import Reader

from .checks import Verdict
from .model import GIVEN_BY_PICK, Answers, Form, Slot, tree
from .reading import Seen, key_of
from .store import Draft
from .suggest import Near, Ongoing
from .words import Words

TONES = {"failed": " risk", "held": " risk", "moving": " you", "done": " good"}
KEYBOARDS = {"time": "datetime-local", "amount": "text"}


class Look(msgspec.Struct, frozen=True):
    """What can be said of a half-written form: read by the page and by its script."""

    articles: list[Near]
    incidents: list[Ongoing]
    coach: list[str]
    urgent: Urgency


def page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    """Values of the layout, with the words of forms."""
    return {**portal.page(kit, reader, customer, path), "w": Words(reader.lang), "own_script": PORTAL}


def chooser(drafts: Sequence[Draft], titles: Mapping[str, Form], reader: Reader, words: Words) -> dict[str, Any]:
    """The tree of reasons, and what was begun."""
    begun = [
        {"reason": one.reason, "title": titles[one.reason].title(reader.lang), "kept": words.draft_kept.format(at=reader.when(one.kept_at))}
        for one in drafts if one.reason in titles
    ]  # fmt: skip
    branches = [(topic.key, topic.title(reader.lang), [(form.reason, form.title(reader.lang)) for form in found]) for topic, found in tree()]
    return {"drafts": begun, "tree": branches}


def form_values(
    form: Form, answers: Answers, verdicts: Mapping[str, Verdict], seen: Seen, customer: Customer, words: Words,
) -> dict[str, Any]:
    """The form itself: what can be picked, each question with its verdict, the checklist."""
    picked = seen.chosen(answers.about)
    zone = words.zone_time.format(place=i18n.place(customer.time_zone, words.lang))
    return {
        "form": form, "title": form.title(words.lang), "ready": [zh if words.chinese else en for zh, en in form.ready],
        "items": [_item(one, answers.about, words, customer.time_zone) for one in seen.items], "not_listed": picked is None and bool(answers.slots),
        "down": seen.down, "answers": answers, "legend": words.which_withdrawal if form.pick == "withdrawal" else words.which_deposit,
        "fields": [field(form, slot, answers, verdicts.get(slot.key), words, zone) for slot in form.slots],
        "story": words.story, "papers": form.papers,
    }  # fmt: skip


def _item(item: Item, about: str, words: Words, zone: str) -> dict[str, Any]:
    return {
        "key": key_of(item), "title": item.title.of(words.lang), "line": item.line.of(words.lang), "tone": TONES.get(item.tone, ""),
        "network": item.network, "when": i18n.moment(item.at, clock.now(), words.lang, zone), "chosen": key_of(item) == about,
    }  # fmt: skip


def field(form: Form, slot: Slot, answers: Answers, verdict: Verdict | None, words: Words, zone: str) -> dict[str, Any]:
    """A question with what stands in it and what is said of that. zone: what is said beside a time."""
    options = [("yes", words.yes), ("no", words.no)] if slot.check == "yes_no" else [
        (key, zh if words.chinese else en) for key, zh, en in slot.options]
    hint = zone if slot.check == "time" else slot.hint(words.lang)
    return {
        "key": slot.key, "label": slot.label(words.lang), "hint": hint, "optional": slot.optional, "options": options, "check": slot.check,
        "value": answers.slots.get(slot.key, ""), "type": KEYBOARDS.get(slot.check, "text"), "given": slot.key in GIVEN_BY_PICK and bool(form.pick),
        "mono": slot.check in ("txid", "address", "id", "code"), "state": verdict.state if verdict else "", "words": verdict.words if verdict else "",
        "asked": slot.asked(answers.slots), **_condition(form, slot, words),
    }  # fmt: skip


def _condition(form: Form, slot: Slot, words: Words) -> dict[str, str]:
    if slot.when is None or (on := form.slot(slot.when[0])) is None:
        return {"when": "", "values": "", "only": ""}
    said = words.comma.join(on.chosen(value, words.lang) for value in slot.when[1])
    return {"when": on.key, "values": " ".join(slot.when[1]), "only": words.asked_if.format(label=on.label(words.lang), value=said)}


def removed(kinds: Sequence[str], words: Words) -> str:
    """What the customer is told when a secret was masked; empty when none was."""
    return advice(kinds, words.lang) if kinds else ""

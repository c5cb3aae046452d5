"""A form on pages that are not ours: what it asks, as data, and how a filled-in one becomes a ticket."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from farol.core.customers.model import Customer
from farol.core.tickets.model import Opened
from farol.kit import i18n
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, Tongue, direction
from farol.kit.permission import Actor
from farol.kit.ratelimit import limit
from farol.selfserve.portal.replying import MOST_FILES, Upload

from . import actions, reading, view
from .checks import Verdict
from .compose import compose
from .model import LONGEST_ANSWER, LONGEST_WORDS, Answers, Form
from .problems import AnswersLookWrong, FormEmpty
from .words import Words

SAID = (
    "add_files", "as_is", "choose", "em_another", "em_away", "em_done", "em_done_known", "em_done_text", "em_email", "em_email_why",
    "em_going", "em_name", "never_send", "optional", "papers_help", "send_ticket", "story", "story_hint", "too_long", "uploading",
)  # fmt: skip
"""The sentences that the element draws; it carries none of its own."""


class Ask(msgspec.Struct, frozen=True):
    """A question. options: value and words. when, values: asked only if that other question has one of these answers."""

    key: str
    label: str
    hint: str
    optional: bool
    type: str
    options: list[tuple[str, str]]
    when: str
    values: list[str]


class Shown(msgspec.Struct, frozen=True):
    """A form as data. Nothing in it is of a person. key: its name in addresses."""

    key: str
    title: str
    language: str
    dir: str
    ready: list[str]
    asks: list[Ask]
    papers: bool
    most_files: int
    longest_answer: int
    longest_words: int
    words: dict[str, str]


class Filled(msgspec.Struct, frozen=True):
    """What came back. form_id: made where it was filled in, the same when it is sent twice; as_is: it really is so."""

    form_id: UUID
    answers: Answers
    as_is: bool
    files: Sequence[UUID] = ()
    uploads: Sequence[Upload] = ()


def asks(form: Form, answers: Answers, verdicts: dict[str, Verdict], words: Words, zone: str) -> list[dict[str, Any]]:
    """Every question as the templates draw it."""
    beside = words.zone_time.format(place=i18n.place(zone, words.lang))
    return [view.field(form, slot, answers, verdicts.get(slot.key), words, beside) for slot in form.slots]


def shown(form: Form, lang: Tongue) -> Shown:
    """The form in a language. Times are asked in UTC: nothing is known of who reads it."""
    words = Words(lang)
    questions = [
        Ask(f["key"], f["label"], f["hint"], f["optional"], f["type"], f["options"], f["when"], f["values"].split())
        for f in asks(form, Answers(), {}, words, "UTC")
    ]
    ready = [zh if words.chinese else en for zh, en in form.ready]
    return Shown(
        form.reason, form.title(lang), HTML_LANG[lang], direction(lang), ready, questions, form.papers, MOST_FILES, LONGEST_ANSWER,
        LONGEST_WORDS, {name: getattr(words, name) for name in SAID})


def stranger(ip: str, email: str) -> None:
    """What nobody vouches for is held tight: ten at once from an address of the net, three a day to a mailbox. Raises TooMany."""
    limit("form_stranger", ip, rate_per_s=1 / 30, burst=10)
    limit("form_mailbox", email.strip().lower(), rate_per_s=1 / 28_800, burst=3)


async def take(kit: Kit, actor: Actor, customer: Customer, form: Form, filled: Filled, lang: Tongue) -> Opened:
    """The ticket. Raises FormEmpty, AnswersLookWrong, and what opening and files raise."""
    words, answers = Words(lang), filled.answers
    if answers.empty:
        raise FormEmpty
    verdicts = await judged(kit, form, answers, words, customer.time_zone)
    wrong = [{"field": key, "why": found.words} for key, found in verdicts.items() if found.state == "wrong"]
    if wrong and not filled.as_is:
        raise AnswersLookWrong(errors=wrong)
    limit("open_ticket", actor.ref, rate_per_s=0.05, burst=10)
    made = compose(form, answers, verdicts, None, words, customer.time_zone)
    return await actions.send(kit, actor, actions.Sending(
        form, filled.form_id, made.subject, made.body, made.facts, None, lang, filled.uploads, filled.files))


async def judged(kit: Kit, form: Form, answers: Answers, words: Words, zone: str) -> dict[str, Verdict]:
    """A verdict for each answer."""
    return reading.verdicts(form, answers, None, await reading.board(kit), words, zone)

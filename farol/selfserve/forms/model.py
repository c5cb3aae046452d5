"""What each form asks. Pure; the slots of a reason are the taxonomy's, less what the exchange and the sign-in tell."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from farol.core.reasons import reasons
from farol.kit.i18n import Tongue, written

LONGEST_ANSWER = 500
"""Characters of one answer; the story has ``LONGEST_WORDS``."""
LONGEST_WORDS = 6_000
STOLEN = "sec.account_stolen"
AT_RISK = "care.person_at_risk"
FALLBACK = "gen.howto"
PAPERS = frozenset({"screenshot", "proof_of_ownership", "documents", "evidence", "payment_proof", "bank_statement", "bank_receipt"})
"""Slots that a file answers, not words."""
GIVEN_BY_PICK = frozenset({"coin", "network", "txid", "amount", "time", "withdrawal_id"})
"""Slots that are known once the customer has said which deposit or withdrawal it is."""

Check = Literal["text", "coin", "network", "txid", "amount", "address", "memo", "time", "id", "symbol", "code", "choice", "yes_no"]


class Slot(msgspec.Struct, frozen=True):
    """A question. when: only if that other slot was answered with one of these values. options: value, zh, en."""

    key: str
    zh: str
    en: str
    check: Check
    hint_zh: str = ""
    hint_en: str = ""
    optional: bool = False
    options: tuple[tuple[str, str, str], ...] = ()
    when: tuple[str, tuple[str, ...]] | None = None

    def label(self, lang: Tongue) -> str:
        """The question as asked."""
        return self.zh if written(lang) == "zh" else self.en

    def hint(self, lang: Tongue) -> str:
        """Where to find it; empty for what needs none."""
        return self.hint_zh if written(lang) == "zh" else self.hint_en

    def asked(self, answers: Mapping[str, str]) -> bool:
        """Whether it is asked, given the other answers."""
        return self.when is None or answers.get(self.when[0], "") in self.when[1]

    def chosen(self, value: str, lang: Tongue) -> str:
        """An option as its customer read it."""
        return next((zh if written(lang) == "zh" else en for key, zh, en in self.options if key == value), value)


class Form(msgspec.Struct, frozen=True):
    """The form of a reason. pick: which of the customer's own things it can be about. ready: what to have at hand, zh and en.
    papers: whether a file usually belongs to it."""

    reason: str
    topic: str
    zh: str
    en: str
    articles: tuple[str, ...]
    ready: tuple[tuple[str, str], ...]
    pick: Literal["", "deposit", "withdrawal"]
    slots: tuple[Slot, ...]
    papers: bool

    def title(self, lang: Tongue) -> str:
        """The reason in the customer's words."""
        return self.zh if written(lang) == "zh" else self.en

    def slot(self, key: str) -> Slot | None:
        """The slot of that name, if this form asks for it."""
        return next((slot for slot in self.slots if slot.key == key), None)

    def open_slots(self, answers: Mapping[str, str], *, picked: bool) -> list[Slot]:
        """What is asked, given what was answered and whether a deposit or withdrawal was chosen."""
        return [slot for slot in self.slots if slot.asked(answers) and not (picked and slot.key in GIVEN_BY_PICK)]


class Topic(msgspec.Struct, frozen=True):
    """A branch of the tree."""

    key: str
    zh: str
    en: str

    def title(self, lang: Tongue) -> str:
        """Its name."""
        return self.zh if written(lang) == "zh" else self.en


class Answers(msgspec.Struct, frozen=True):
    """A form as somebody filled it in so far. about: ``deposit:ID`` or ``withdrawal:ID`` of what was chosen, empty for none."""

    slots: dict[str, str] = {}
    words: str = ""
    about: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written or chosen."""
        return not (self.words.strip() or self.about or any(value.strip() for value in self.slots.values()))


class _File(msgspec.Struct):
    topics: tuple[Topic, ...]
    forms: dict[str, "_Written"]


class _Written(msgspec.Struct):
    topic: str
    zh: str
    en: str
    articles: tuple[str, ...]
    ready: tuple[tuple[str, str], ...]
    pick: Literal["", "deposit", "withdrawal"] = ""


@lru_cache
def slots() -> dict[str, Slot]:
    """Every question by its name."""
    raw = json.loads(files(__package__).joinpath("asked.json").read_text("utf-8"))
    return {key: msgspec.convert({"key": key, **body}, Slot) for key, body in raw.items()}


@lru_cache
def _written() -> _File:
    return msgspec.json.decode(files(__package__).joinpath("forms.json").read_bytes(), type=_File)


@lru_cache
def forms() -> dict[str, Form]:
    """Every form by its reason, in the order of the tree."""
    found = {}
    for code, one in _written().forms.items():
        wanted = reasons()[code].slots
        asked = tuple(slots()[key] for key in wanted if key in slots())
        # A question that hangs on another needs that one beside it.
        kept = tuple(slot for slot in asked if slot.when is None or slot.when[0] in wanted)
        found[code] = Form(code, one.topic, one.zh, one.en, one.articles, one.ready, one.pick, kept, bool(PAPERS & set(wanted)))
    return found


def tree() -> list[tuple[Topic, list[Form]]]:
    """Topics with their forms."""
    return [(topic, [form for form in forms().values() if form.topic == topic.key]) for topic in _written().topics]

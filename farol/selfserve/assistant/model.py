"""Nouns of the assistant: what it may do in a turn, what it shows with it, and where it got it from."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.selfserve.flows.model import MOST_CHOICES as MOST_CHOICES
from farol.selfserve.flows.model import Choice as Choice
from farol.selfserve.flows.model import Place as Place
from farol.selfserve.flows.model import Source as Source

MoveKind = Literal["answer", "choices", "question", "step", "hand_off", "hold", "silent"]
"""answer: quoted passages or the customer's own data. choices: at most three, or somebody of the staff. question: one, for what is missing.
step: one of a guided flow. hand_off: a person goes on from here. hold: nobody is there now; when somebody will be. silent: says nothing."""


class Parts(msgspec.Struct, frozen=True):
    """What a screen that can draw shows in place of the message's text, which holds everything for channels that cannot.

    lead: the words without choices and sources. human: whether a button for a person stands beside the choices.
    """

    lead: str
    choices: list[Choice] = []
    sources: list[Source] = []
    place: Place | None = None
    human: bool = True


class Move(msgspec.Struct, frozen=True):
    """What the assistant does in one turn. text: complete in itself, with numbered choices and addresses of sources.

    evidence: the texts every figure, link, id and time limit of the words stands in. reason: what it took the customer's matter for.
    """

    kind: MoveKind
    text: str
    parts: Parts
    evidence: list[str] = []
    reason: str = ""


class Stage(msgspec.Struct, frozen=True):
    """One stage of a turn, as it is kept for "why did it say this". came_to: in plain words of the console's two languages.

    detail: figures and names behind it, never a customer's words. took_us: microseconds.
    """

    name: str
    took_us: int
    zh: str
    en: str
    detail: dict[str, str | int | float | list[str]] = {}


class Rules(msgspec.Struct, frozen=True):
    """Whether, where and how the assistant answers. languages: codes; empty for every one that it has words in.

    to_people: beginnings of reasons that go to a person at once. misses: after so many answers that missed, a person goes on.
    """

    active: bool
    channels: list[str]
    languages: list[str]
    to_people: list[str]
    misses: int
    version: int


CHANNELS = ("webchat", "email", "telegram", "discord", "facebook", "whatsapp", "x", "portal")
LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar")
DEFAULT = Rules(False, ["webchat"], [], [], 2, 0)
"""Until somebody sets it."""

CaseState = Literal["talking", "handed", "quiet"]


class Offer(msgspec.Struct, frozen=True):
    """A choice that was given. label: as it was shown. to: what it stands for: ``article:SLUG``, ``reason:CODE``,
    ``person``, ``other``, ``yes`` or ``no``."""

    label: str
    to: str


class Summary(msgspec.Struct, frozen=True):
    """What a person is told who goes on. why: ``asked``, ``missed``, ``urgent``, ``reason``, ``flow``, ``files``, ``often`` or ``failed``.

    tried: titles of what was answered with. slots: what the customer named, by kind. wait_zh, wait_en: what they were told of the wait.
    """

    why: str
    reason: str
    language: str
    severity: str
    tried: list[str] = []
    slots: dict[str, str] = {}
    wait_zh: str = ""
    wait_en: str = ""


class Case(msgspec.Struct, frozen=True):
    """The assistant in one ticket. asked: turns in which it has asked something. flow: as the guided flow keeps it."""

    state: CaseState = "talking"
    why: str = ""
    reason: str = ""
    language: str = ""
    misses: int = 0
    asked: int = 0
    flow: dict[str, Any] | None = None
    slots: dict[str, str] = {}
    offered: list[Offer] = []
    summary: Summary | None = None


class Turn(msgspec.Struct, frozen=True):
    """One turn as it was taken. seq: of the customer's message; reply_seq: of the answer, None for none. took_us: microseconds, all together."""

    seq: int
    reply_seq: int | None
    kind: MoveKind
    reason: str
    language: str
    parts: Parts | None
    stages: list[Stage]
    took_us: int
    model: str
    at: datetime

"""Nouns of the assistant: what it may do in a turn, what it shows with it, and where it got it from."""

from datetime import date
from typing import Literal

import msgspec

MoveKind = Literal["answer", "choices", "question", "step", "hand_off", "hold", "silent"]
"""answer: quoted passages or the customer's own data. choices: at most three, or somebody of the staff. question: one, for what is missing.
step: one of a guided flow. hand_off: a person goes on from here. hold: nobody is there now; when somebody will be. silent: says nothing."""
MOST_CHOICES = 3


class Choice(msgspec.Struct, frozen=True):
    """A button. Pressing it says ``label`` in the customer's name, as typing it or its number does."""

    label: str


class Source(msgspec.Struct, frozen=True):
    """Where an answer comes from. kind: an ``article`` of the help centre, or ``exchange``, the customer's own data there.

    url: of the page, empty for none. version, at: of the article, and when it was last checked; when the exchange was asked.
    language: of the source's own words, BCP 47. translated: whether the customer reads them in another one.
    """

    kind: Literal["article", "exchange"]
    title: str
    url: str
    version: int
    at: date | None
    language: str
    translated: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where in a guided flow a step stands: the first is 1."""

    flow: str
    at: int
    of: int


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

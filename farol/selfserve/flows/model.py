"""Nouns of the flows: what a turn of one is told, where a customer stands in it, and what comes out of a turn."""

from datetime import date
from typing import Any, Literal

import msgspec

from farol.desk.triage.model import Seen
from farol.kit.i18n import Lang, lang_of

MOST_CHOICES = 3
MOST_ASKED = 2
"""Questions in one turn."""
LONGEST_LABEL = 60
MOST_MISSES = 2
"""After so many answers that fit nothing that was asked, a person goes on."""


class Choice(msgspec.Struct, frozen=True):
    """A button. Pressing it says ``label`` in the customer's name, as typing it or its number does."""

    label: str


class Source(msgspec.Struct, frozen=True):
    """Where an answer comes from. kind: an ``article`` of the help centre, ``exchange``, the customer's own data there, or a ``page`` of ours.

    url: of the page, a path without host or empty for none. version, at: of the article, and when it was last checked; when the exchange
    was asked. language: of the source's own words, BCP 47. translated: whether the customer reads them in another one.
    """

    kind: Literal["article", "exchange", "page"]
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


class Option(msgspec.Struct, frozen=True):
    """A choice that was given. label: as it was shown. to: where it leads: ``step:KEY``, ``reason:CODE``, ``thing:KIND:ID``, ``none`` (of
    the things), ``skip``, ``solved``, ``unsolved``. sets: slots it fills."""

    label: str
    to: str
    sets: dict[str, str] = {}


class FlowState(msgspec.Struct, frozen=True):
    """Where a customer stands. flow: reason, with the version of its file. step: key of the one shown last. thing: what it is about, as
    ``deposit:DEP-1``, ``none`` when it is none of those listed. done: keys of steps shown before. asked: slots asked for last.
    """

    flow: str
    version: int
    step: str
    thing: str = ""
    done: list[str] = []
    asked: list[str] = []
    options: list[Option] = []
    misses: int = 0


class Knows(msgspec.Struct, frozen=True):
    """All that a turn depends on. language: BCP 47. slots: what is known so far. seen: None for somebody who is not signed in.
    zone: IANA, for whom times are written. state: None at the beginning. said: the customer's new words.
    """

    reason: str
    language: str
    slots: dict[str, str]
    seen: Seen | None
    zone: str
    state: FlowState | None
    said: str

    @property
    def lang(self) -> Lang:
        """The language of the words: Chinese for every Chinese, English for all others."""
        return lang_of(self.language)


class FlowTurn(msgspec.Struct, frozen=True):
    """What is said next.

    lead: the words, without choices and sources; empty where nothing may be said. done: the customer says it is solved.
    missing_slots: asked for in this turn. hand_off: why a person goes on from here: ``people``, ``unsolved``, ``not_understood`` or
    ``unknown``; empty while the flow goes on. evidence: texts in which every figure of lead and choices stands. reason: what the matter
    turned out to be. slots: all that is known now. language: of lead and choices, to be translated where the customer's is another.
    """

    lead: str
    state: FlowState | None
    reason: str
    language: str
    choices: list[Choice] = []
    sources: list[Source] = []
    place: Place | None = None
    done: bool = False
    missing_slots: list[str] = []
    hand_off: str = ""
    evidence: list[str] = []
    slots: dict[str, str] = {}


def stored(raw: Any) -> FlowState | None:
    """A state as it was kept; None for one that an earlier release wrote in another form."""
    try:
        return msgspec.convert(raw, FlowState)
    except msgspec.ValidationError:
        return None

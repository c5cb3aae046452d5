"""Hearing urgency in words of any channel. Pure, so that a form can ask before there is a ticket. No I/O."""

import re
import unicodedata
from typing import Literal

from .grammar import alone, rung
from .spelling import clauses
from .words import DENIALS

Urgency = Literal["", "stolen", "risk"]
MOST = 12_000
"""Characters that are looked at: more than a message may have."""
SHORT = 80
"""A denial is short. In a long text the same words are part of a story."""
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


def fold(text: str) -> str:
    """One spelling: width and case are one, invisible characters and runs of blanks are gone."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text[:MOST])).translate(_APOSTROPHES)
    return _SPACES.sub(" ", plain).casefold().strip()


_DENIAL = "|".join(re.escape(fold(word)) for word in sorted(DENIALS, key=len, reverse=True))
_DENIES = re.compile(rf"(?:{_DENIAL})(?![a-zà-ÿа-яё])")


def hear(*texts: str) -> Urgency:
    """Danger to a person before theft; empty for everything that can wait its turn. Recall first: a false alarm costs a glance, a missed one an
    account or a life."""
    parts = clauses("\n".join(texts)[:MOST])
    if rung("care", parts) or alone(parts):
        return "risk"
    return "stolen" if rung("theft", parts) else ""


def denies(text: str) -> bool:
    """Whether a short text says "that was not me"."""
    said = fold(text)
    return len(said) <= SHORT and _DENIES.match(said) is not None

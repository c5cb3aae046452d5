"""The word for a person in thirty languages, and the question whether somebody is one.

A message asks for a person when it is little more than the word: "agent", "please connect me to a human". Inside a sentence about
something else ("the P2P agent took my coins") the word asks for nobody; what always asks is listed apart.
"""

import json
from functools import lru_cache
from importlib.resources import files

import regex  # type: ignore[import-untyped]

from farol.core.urgency.hear import fold

LONGEST = 80
"""Folded characters of a message that can be little more than the word."""
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[-'][\p{L}\p{M}]+)*")
_JOINED = regex.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CLEAN = regex.compile(r"[^\w\s'-]+|_")
_NEVER = regex.compile(r"(?:不要|不用|别|別|不想|无需|無需)(?:转|轉|接|找)?(?:人工|真人)|(?:don't|dont|do not|no) (?:want|need) (?:a |an |to talk to |to speak to )*(?:human|agent|person)|non[- ]?human")


@lru_cache
def _people() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Words written without spaces, longest first; others as the words they consist of."""
    raw = json.loads(files(__package__).joinpath("people.json").read_text("utf-8"))
    every = {fold(word) for words in raw.values() for word in words}
    joined = sorted((word for word in every if _JOINED.search(word)), key=lambda word: (-len(word), word))
    return tuple(joined), tuple(sorted({tuple(word.split()) for word in every if not _JOINED.search(word)}, key=len, reverse=True))


@lru_cache
def _asking() -> dict[str, list[str]]:
    raw = json.loads(files(__package__).joinpath("asking.json").read_text("utf-8"))
    return {
        "joined": sorted({fold(word) for word in raw["around"]["joined"]}, key=lambda word: (-len(word), word)),
        "words": [fold(word) for word in raw["around"]["words"]], "always": [fold(word) for word in raw["always"]],
        "are_you": [fold(word) for word in raw["are_you"]], "pointless": [fold(word) for word in raw["pointless"]],
    }  # fmt: skip


@lru_cache
def _words_around() -> frozenset[str]:
    return frozenset(_asking()["words"])


def wants_person(text: str) -> bool:
    """Whether somebody asks for a person."""
    said = fold(text)
    if _NEVER.search(said):
        return False
    if _any_of("always").search(said):
        return True
    return bool(said) and len(said) <= LONGEST and (_little_more_joined(said) or _little_more(said))


def asks_what_it_is(text: str) -> bool:
    """Whether somebody asks if a person or a machine writes here."""
    said = fold(text)
    return len(said) <= 2 * LONGEST and _any_of("are_you").search(said) is not None


def says_nothing(text: str) -> bool:
    """Whether it is a greeting or a call alone, which tells nothing of the matter."""
    said = _CLEAN.sub(" ", fold(text)).strip()
    return not said or said in _asking()["pointless"]


@lru_cache
def _any_of(kind: str) -> regex.Pattern:
    """Whether one of them stands there, in whole words where words have ends."""
    joined = [regex.escape(phrase) for phrase in _asking()[kind] if _JOINED.search(phrase)]
    spaced = [regex.escape(phrase) for phrase in _asking()[kind] if not _JOINED.search(phrase)]
    return regex.compile(rf"{'|'.join(joined)}|(?<!\w)(?:{'|'.join(spaced)})(?!\w)")


def _little_more_joined(said: str) -> bool:
    whole = _CLEAN.sub("", said).replace(" ", "")
    for word in _people()[0]:
        if word in whole:
            left = whole.replace(word, "", 1)
            for around in (*_people()[0], *_asking()["joined"]):
                left = left.replace(around, "")
            if not left:
                return True
    return False


def _little_more(said: str) -> bool:
    words = _WORD.findall(_CLEAN.sub(" ", said))
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            if tuple(words[at : at + size]) in _people()[1]:
                left = [*words[:at], *words[at + size :]]
                return all(word in _words_around() or (word,) in _people()[1] for word in left)
    return False

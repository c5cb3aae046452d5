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
_ENDLESS = regex.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""Scripts whose words have no blanks between them."""
_CLEAN = regex.compile(r"[^\w\s'-]+|_")
_NEVER = regex.compile(
    r"(?:不要|不用|别|別|不想|无需|無需)(?:给我|給我|帮我|幫我)?(?:转|轉|接|找|要)?(?:人工(?!智)|真人)(?:客服)?|(?:没|沒)(?:有)?(?:说|說|要|叫|让|讓)(?:你|您)?(?:要|转|轉|找)?(?:人工(?!智)|真人)(?:客服)?"
    r"|人工智能|人工智慧|(?:dont|do not|didnt|did not|never|not|no) (?:want|need|ask(?:ed)? for|asking for|wanted|request(?:ed)?)(?: to (?:talk|speak|chat) (?:to|with))?"
    r"(?: an?)?(?: real| live)? (?:human|agent|person|operator)|non[- ]?human|не (?:нужен|хочу|просила?|звала?|зовите|надо)(?: мне)? (?:человека?|оператора?)"
    r"|no (?:quiero|necesito|ped[ií]) (?:hablar con )?(?:un |una )?(?:humano|persona|agente)|não (?:quero|preciso|pedi) (?:falar com )?(?:um |uma )?(?:humano|pessoa|atendente)")
"""Denied, or another word: what is left beside it is read on its own."""


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
    said = _NEVER.sub(" ", fold(text)).strip()
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
    joined = [regex.escape(phrase) for phrase in _asking()[kind] if _ENDLESS.search(phrase)]
    spaced = [regex.escape(phrase) for phrase in _asking()[kind] if not _ENDLESS.search(phrase)]
    return regex.compile(rf"{'|'.join(joined)}|(?<!\w)(?:{'|'.join(spaced)})(?!\w)")


def _little_more_joined(said: str) -> bool:
    loose = {word for word in _words_around() if word.isascii()} | {word[0] for word in _people()[1] if len(word) == 1}
    whole = "".join(word for word in _CLEAN.sub(" ", said).split() if word not in loose)
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

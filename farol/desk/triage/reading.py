"""What words alone say: a share for each reason. ``Reader`` is the seam: anything that reads a text this way can stand here.

``Words`` needs no model: it counts the desk's word lists (``cues.json``: nouns of the matter, a list for each family and reason)
and compares characters with sentences customers have written before (the taxonomy's). Both are looked up, nothing is learnt. Lists and
sentences are Chinese and English; what is written in another language is read by the product's model where it is at hand (``ByLanguage``).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log, sqrt
from typing import Protocol

import msgspec

from farol.core.language import FIRST, detect
from farol.core.reasons import reasons
from farol.core.understanding import Understood, resident

from .model import MOST_WORDS, Reading, family_of

CUE, NEAREST = 1.0, 2.0
"""How much a word of a list and the likeness to known sentences weigh."""
SHARP = 1.6
"""How fast shares fall with the score."""
NEAR = 2
"""Sentences that count, the most alike."""
MOST_HEARD = 6
LISTED = frozenset({"zh", "en", "und"})
"""Languages of the lists and the sentences."""
UNDERSTOOD = 0.3
"""Likeness to a known sentence, or a word of a list, from which a text counts as understood."""
_ID = re.compile(r"[0-9A-Za-z_:]{20,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_]+(?:['’][^\W\d_]+)?|#", re.UNICODE)
_HAN = re.compile(r"[\u3400-\u9fff]")


class Reader(Protocol):
    """Something that says what a text is about. ``read`` has no effects, takes at most some milliseconds and never fails."""

    def read(self, text: str) -> Reading:
        """The text's reading, whatever its language."""
        ...


class Example(msgspec.Struct, frozen=True):
    """A sentence whose reason is known."""

    reason: str
    text: str


def examples(keep: Sequence[int] | None = None) -> list[Example]:
    """The taxonomy's sentences. keep: of each reason and language only those at these places, for holding others back."""
    return [
        Example(code, text) for code, leaf in reasons().items() for sentences in (leaf.utt_zh, leaf.utt_en)
        for place, text in enumerate(sentences) if keep is None or place in keep
    ]  # fmt: skip


def plain(text: str) -> str:
    """Lower case; ids are dropped and numbers become ``#``."""
    return _NUMBER.sub("#", _ID.sub(" ", text[:MOST_WORDS])).casefold()


def pieces(text: str) -> Counter[str]:
    """Characters in runs: one to three of Chinese; elsewhere words, pairs of words and runs of four within words."""
    found: Counter[str] = Counter()
    before = ""
    for word in _WORD.findall(plain(text)):
        if _HAN.match(word):
            for size in (1, 2, 3):
                found.update(word[at : at + size] for at in range(len(word) - size + 1))
            before = ""
        else:
            framed = f" {word} "
            found.update([framed, *(framed[at : at + 4] for at in range(len(framed) - 3))])
            if before:
                found[f"{before}{framed}"] += 1
            before = framed
    return found


class Words:
    """The reader that is always there."""

    def __init__(self, known: Iterable[Example], cues: "Cues | None" = None) -> None:
        self._cues = cues or word_lists()
        self._known = list(known)
        counted = [pieces(one.text) for one in self._known]
        seen = Counter(piece for each in counted for piece in each)
        self._rare = {piece: log((1 + len(counted)) / (1 + n)) + 1 for piece, n in seen.items()}
        self._unseen = log(1 + len(counted)) + 1
        self._holds: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, each in enumerate(counted):
            for piece, weight in self._weighed(each).items():
                self._holds[piece].append((place, weight))

    def _weighed(self, counted: Counter[str]) -> dict[str, float]:
        weights = {piece: (1 + log(n)) * self._rare.get(piece, self._unseen) for piece, n in counted.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}

    def read(self, text: str) -> Reading:
        """Shares by word lists and the nearest sentences."""
        likeness: dict[int, float] = defaultdict(float)
        for piece, weight in self._weighed(pieces(text)).items():
            for place, held in self._holds.get(piece, ()):
                likeness[place] += weight * held
        near: dict[str, list[float]] = defaultdict(list)
        for place, alike in sorted(likeness.items(), key=lambda pair: -pair[1]):
            for of in (near[self._known[place].reason], near[family_of(self._known[place].reason)]):
                if len(of) < NEAR:
                    of.append(alike)
        families, leaves, heard = self._cues.hits(plain(text))
        own = {code: CUE * min(leaves.get(code, 0), 2) + NEAREST * sum(near.get(code, ())) for code in reasons()}
        strongest = {name: max(min(leaves.get(code, 0), 2) for code in codes) for name, codes in by_family().items()}
        whole = {name: CUE * (min(families.get(name, 0), 2) + strongest[name]) + NEAREST * sum(near.get(name, ())) for name in by_family()}
        share = _shares(whole)
        shares = {code: share[name] * part for name, codes in by_family().items()
                  for code, part in _shares({code: own[code] for code in codes}).items()}
        best = max(likeness.values(), default=0.0)
        said = [self._known[place].text for place, alike in sorted(likeness.items(), key=lambda pair: -pair[1])[:1] if alike >= UNDERSTOOD]
        cued = 1.0 if heard else 0.0
        sure = min(1.0, max(best / UNDERSTOOD / 2, 0.5 * cued + best))
        return Reading(shares, round(sure, 3), [*heard[:MOST_HEARD], *said])


def _shares(scores: dict[str, float]) -> dict[str, float]:
    """Scores as parts of one."""
    top = max(scores.values())
    raised = {name: exp(SHARP * (score - top)) for name, score in scores.items()}
    total = sum(raised.values())
    return {name: value / total for name, value in raised.items()}


@lru_cache
def by_family() -> dict[str, list[str]]:
    """The reasons of each family."""
    found: dict[str, list[str]] = {}
    for code in reasons():
        found.setdefault(family_of(code), []).append(code)
    return found


class Cues:
    """Word lists. Latin words begin where a word begins; Chinese is found anywhere."""

    def __init__(self, families: dict[str, list[str]], leaves: dict[str, list[str]]) -> None:
        self._families = {name: _pattern(words) for name, words in families.items()}
        self._leaves = {code: _pattern(words) for code, words in leaves.items()}

    def hits(self, text: str) -> tuple[dict[str, int], dict[str, int], list[str]]:
        """How many different words of each list stand in a lower-case text, and which words those are."""
        families = {name: set(found) for name, pattern in self._families.items() if (found := pattern.findall(text))}
        leaves = {code: set(found) for code, pattern in self._leaves.items() if (found := pattern.findall(text))}
        heard = list(dict.fromkeys(word for words in (*leaves.values(), *families.values()) for word in sorted(words)))
        return {name: len(words) for name, words in families.items()}, {code: len(words) for code, words in leaves.items()}, heard


def _pattern(words: list[str]) -> re.Pattern[str]:
    each = [rf"(?<![^\W_])(?:{re.escape(word)})" if word.isascii() else re.escape(word) for word in sorted(words, key=len, reverse=True)]
    return re.compile("|".join(each) or r"(?!)")


@lru_cache
def word_lists() -> Cues:
    """The desk's lists."""
    raw = json.loads(files(__package__).joinpath("cues.json").read_text("utf-8"))

    def both(kind: str) -> dict[str, list[str]]:
        return {name: [*of["zh"], *of["en"]] for name, of in raw[kind].items()}

    return Cues(both("families"), both("leaves"))


class ByLanguage:
    """Words for Chinese, English and what may be either; the model for every other language."""

    def __init__(self, words: Reader) -> None:
        self._words = words

    def read(self, text: str) -> Reading:
        """By the model only where it answers at once: nobody waits here until it was made."""
        guess = detect(text)
        if guess.code.partition("-")[0] in LISTED or guess.sure < FIRST or not resident.ready:
            return self._words.read(text)
        return learnt(resident.model().understand(text[:MOST_WORDS], guess.code))


def learnt(found: Understood) -> Reading:
    """The model's shares as a reading. What it takes for something else was not understood, so only the exchange's state can speak."""
    shares = {one.code: one.p for one in found.reasons}
    whole = sum(shares.get(code, 0.0) for code in reasons())
    if found.out_of_scope or not whole:
        return Reading(dict.fromkeys(reasons(), 1 / len(reasons())), 0.0, [])
    reading = Reading({code: shares.get(code, 0.0) / whole for code in reasons()}, 0.0, [])
    return msgspec.structs.replace(reading, sure=round(reading.family(reading.best_family()), 3))


@lru_cache
def reader() -> Reader:
    """The reader of this process."""
    return ByLanguage(Words(examples()))

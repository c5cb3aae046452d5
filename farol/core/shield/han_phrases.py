"""Seed phrases in Chinese, where one character is one word and prose uses the same characters.

The lists run from the most common character to the rarest, so a phrase drawn at random looks unlike prose:
each character adds the logarithm of how much likelier it is in a phrase than in prose (measured on 18,528
stretches of twelve from encyclopaedia text). That score, the checksum and the spacing decide together.
"""

import hashlib
import math
import re
from collections.abc import Iterator
from functools import cache

from .context import said_seed
from .han_prose import pairs
from .model import Hit
from .wordlists import han_ranks

SIZES = (24, 21, 18, 15, 12)
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"[{_HAN}]{{12,}}")
# Single characters set apart by spaces, numbers, commas: prose is never written so.
_APART = re.compile(f"(?<![{_HAN}])[{_HAN}](?:[^{_HAN}\ufffc]{{1,32}}[{_HAN}](?![{_HAN}])){{9,}}")
_APART_DISTINCT = 8  # dates repeat 年 and 月
_GROUPS = re.compile(f"[{_HAN}]{{2,22}}(?:\\s{{1,3}}[{_HAN}]{{2,22}}){{1,11}}")
_NAMED_WITHIN = 24

_PROSE = 100  # how flat prose is over ranks; fits the measured text
_UNKNOWN = -2.0  # a character outside the lists: a slip in a phrase, common in prose
_COMMON_PAIR = -4.0  # two neighbours that form an everyday word: one pair in 4,000 by chance
WITH_CHECKSUM_ALONE = (
    -4.5
)  # one in a thousand phrases scores less; 4 % of prose scores more, a 16th by checksum
WITHOUT_CHECKSUM_ALONE = 3.0  # no prose of 1,153 stretches scored so
WITH_CHECKSUM_INSIDE = 1.5  # inside a longer stretch every offset is a chance to be wrong
LONG_ALONE = 6.0  # twenty-four characters: no prose of 8,000 stretches reached 0.1
WITHOUT_CHECKSUM_NAMED = -7.0


def find(text: str) -> Iterator[Hit]:
    """Chinese seed phrases: set apart, as a whole stretch, in groups, named, or inside a sentence."""
    for apart in _APART.finditer(text):
        characters = re.findall(f"[{_HAN}]", apart.group())
        if (
            sum(character in han_ranks() for character in characters)
            >= len(characters) - len(characters) // 6
        ):
            yield Hit(*apart.span(), "seed_phrase")
    for run in _RUN.finditer(text):
        yield from _stretch(text, run.start(), run.end())
    for groups in _GROUPS.finditer(text):
        together = re.sub(r"\s", "", groups.group())
        if len(together) in SIZES and _convincing(together):
            yield Hit(*groups.span(), "seed_phrase")


def _stretch(text: str, start: int, end: int) -> Iterator[Hit]:
    run = text[start:end]
    if len(run) in SIZES and _convincing(run):
        yield Hit(start, end, "seed_phrase")
        return
    scores = [0.0]
    for previous, character in zip("。" + run, run, strict=False):
        scores.append(scores[-1] + _weight(previous, character))
    done = 0
    for place in range(len(run) - SIZES[-1] + 1):
        if place < done:
            continue
        for size in SIZES:
            if place + size <= len(run) and _inside(text, run, start, place, size, scores):
                yield Hit(start + place, start + place + size, "seed_phrase")
                done = place + size
                break


def _inside(text: str, run: str, start: int, place: int, size: int, scores: list[float]) -> bool:
    score = scores[place + size] - scores[place]
    if score <= WITHOUT_CHECKSUM_NAMED:
        return False
    if size == SIZES[0] and score > LONG_ALONE:
        return True
    agrees = checksum_agrees(run[place : place + size])
    if agrees and score > WITH_CHECKSUM_INSIDE:
        return True
    before = text[max(0, start + place - _NAMED_WITHIN) : start + place]
    return (agrees or len(run) == place + size) and said_seed(before, at_end=True)


def _convincing(run: str) -> bool:
    score = sum(map(_weight, "。" + run, run))
    return score > WITHOUT_CHECKSUM_ALONE or (score > WITH_CHECKSUM_ALONE and checksum_agrees(run))


@cache
def _weights() -> dict[str, float]:
    scale = math.log((2048 + _PROSE) / _PROSE) / 2048
    return {character: math.log((rank + _PROSE) * scale) for character, rank in han_ranks().items()}


def _weight(previous: str, character: str) -> float:
    return _weights().get(character, _UNKNOWN) + (_COMMON_PAIR if previous + character in pairs() else 0.0)


def checksum_agrees(phrase: str) -> bool:
    """Whether the last bits of a Chinese BIP-39 phrase are the SHA-256 of the others."""
    ranks = han_ranks()
    number = 0
    for character in phrase:
        if character not in ranks:
            return False
        number = number << 11 | ranks[character]
    check_bits = len(phrase) * 11 // 33
    entropy = (number >> check_bits).to_bytes(check_bits * 4, "big")
    return hashlib.sha256(entropy).digest()[0] >> (8 - check_bits) == number & (1 << check_bits) - 1

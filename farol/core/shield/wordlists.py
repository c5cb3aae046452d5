"""Seed-phrase words of every list in use, loaded once, found in the spelling people type.

BIP-39 has twelve languages (package ``mnemonic``); SLIP-39 shares and Monero seeds have English lists of
their own, kept beside this file. Words are compared without case and accents, which get lost in typing.
"""

import unicodedata
from functools import cache
from importlib import resources
from typing import NamedTuple

LATIN = (
    "english",
    "french",
    "italian",
    "spanish",
    "portuguese",
    "czech",
    "turkish",
    "english_short",
    "slip39",
    "monero",
)
CYRILLIC = ("russian",)
HANGUL = ("korean",)
KANA = ("japanese",)
_OWN_FILES = ("slip39", "monero")
# mnemonic 0.21 carries one Russian word with a broken letter.
_DAMAGED = {"сно\ufffd\ufffdа": "сноха"}
_FOLD = dict.fromkeys(range(0x300, 0x370)) | {ord("ı"): "i"}


class Words(NamedTuple):
    """Word to a bit mask of the lists that have it; bit n is ``lists[n]``. ``longest`` in characters."""

    lists: tuple[str, ...]
    masks: dict[str, int]
    longest: int


def fold(word: str) -> str:
    """Lower case, without accents, composed: the form in which words are compared."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold()).translate(_FOLD)
    return unicodedata.normalize("NFC", bare)


@cache
def entries(name: str) -> tuple[str, ...]:
    """The folded words of one list in their order (the order gives the checksum).

    ``english_short`` is the English list cut to the four letters that name a word, as metal plates hold it.
    """
    if name == "english_short":
        return tuple(word[:4] for word in entries("english"))
    if name in _OWN_FILES:
        file = resources.files(__package__).joinpath(f"{name}.txt")
    else:
        file = resources.files("mnemonic").joinpath("wordlist", f"{name}.txt")
    return tuple(_DAMAGED.get(word, fold(word)) for word in file.read_text(encoding="utf-8").split())


@cache
def words(lists: tuple[str, ...]) -> Words:
    """The joint table of several lists."""
    masks: dict[str, int] = {}
    for bit, name in enumerate(lists):
        for word in entries(name):
            masks[word] = masks.get(word, 0) | 1 << bit
    return Words(lists, masks, max(map(len, masks)))


@cache
def _shortened(name: str) -> frozenset[str]:
    return frozenset(short for word in entries(name) for short in (word, *_without_one(word)))


def _without_one(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def near(word: str, name: str) -> bool:
    """Whether one letter wrong, missing, added or swapped turns a list word into this folded word.

    Compares both with one letter left out, which lets some two-letter slips pass: fine for a warning sign.
    """
    if len(word) < 3 or len(word) > 14:
        return False
    table = _shortened(name)
    return word in table or any(short in table for short in _without_one(word))


@cache
def han_ranks() -> dict[str, int]:
    """Chinese character to its place in the list; both lists run from the most common to the rarest."""
    ranks = {character: rank for rank, character in enumerate(entries("chinese_simplified"))}
    for rank, character in enumerate(entries("chinese_traditional")):
        ranks.setdefault(character, rank)
    return ranks

"""Seed phrases written in an alphabet: words in a row that belong to one list.

Ordinary English holds many list words, but hardly ever ten within twelve (3 of 28,688 questions and
paragraphs) and never twelve in a row, so density is the evidence. No checksum is asked: phrases with typing
errors or another checksum (TON, Algorand) count too. Right after "seed phrase" six words are enough.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .context import said_seed
from .model import BARRIER, Hit
from .wordlists import CYRILLIC, HANGUL, KANA, LATIN, Words, fold, near, words

_WINDOW = 12
_ENGLISH = ("english", "english_short", "slip39", "monero")
_GAP = 16  # characters between two words, spaces not counted: ". 12) ", a Chinese counting word
_TAG = re.compile(r"<[^<>]{1,200}>|&[a-z]{2,6};")
# What people put before each word to count it.
_COUNTING = frozenset(("st", "nd", "rd", "th", "no", "word", "first", "second", "third", "fourth", "fifth"))
_PARTIAL = 6  # words that are enough after the phrase was named
_NAMING = 3
_NAMED_WITHIN = 40  # characters from the naming to the first word


class Script(NamedTuple):
    """``joined``: letters from which an unbroken token made only of list words counts as a whole phrase."""

    token: re.Pattern[str]
    lists: tuple[str, ...]
    joined: int


SCRIPTS = (
    Script(re.compile("[A-Za-z\u00c0-\u024f\u0300-\u036f]+"), LATIN, 40),
    Script(re.compile("[\u0400-\u052f\u0300-\u036f]+"), CYRILLIC, 40),
    Script(re.compile("[\uac00-\ud7a3\u1100-\u11ff]+"), HANGUL, 22),
    Script(re.compile("[\u3041-\u309a\u30fc]+"), KANA, 34),
)
_LONGEST_JOINED = 400


class Token(NamedTuple):
    """A run of letters: its offsets, its folded form, and the lists (as a mask) that have it."""

    start: int
    end: int
    word: str
    lists: int


def without_markup(text: str) -> str:
    """The text with tags and entities turned into as many spaces, so that they do not part the words."""
    return _TAG.sub(lambda tag: " " * len(tag.group()), text) if "<" in text or "&" in text else text


def find(text: str) -> Iterator[Hit]:
    """Seed phrases in every alphabet the text uses."""
    for script in SCRIPTS:
        if not script.token.search(text):
            continue
        table = words(script.lists)
        tokens = [_token(match, table) for match in script.token.finditer(text)]
        yield from _joined(tokens, script, table)
        if sum(1 for token in tokens if token.lists) < _PARTIAL:
            continue
        for stretch in map(_uncounted, _stretches(text, tokens)):
            for bit, name in enumerate(table.lists):
                marks = [token.lists >> bit & 1 for token in stretch]
                if sum(marks) >= _PARTIAL:
                    yield from _dense(stretch, marks, name)
                    yield from _named(text, stretch, marks)


def _token(match: re.Match[str], table: Words) -> Token:
    word = fold(match.group())
    return Token(*match.span(), word, table.masks.get(word, 0))


def _stretches(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Tokens in groups that a phrase can run through: no wide gap and no mask in between."""
    group: list[Token] = []
    for token in tokens:
        if group:
            gap = text[group[-1].end : token.start]
            if BARRIER in gap or (len(gap) > _GAP and len("".join(gap.split())) > _GAP):
                yield group
                group = []
        group.append(token)
    if group:
        yield group


def _uncounted(tokens: list[Token]) -> list[Token]:
    """Without counting words; each goes with its neighbour, for it may be a word of the phrase itself."""
    kept: list[Token] = []
    start = None
    for token in tokens:
        if token.word in _COUNTING:
            if kept:
                kept[-1] = kept[-1]._replace(end=token.end)
            elif start is None:
                start = token.start
        else:
            kept.append(token if start is None else token._replace(start=start))
            start = None
    return kept


def _dense(tokens: list[Token], marks: list[int], name: str) -> Iterator[Hit]:
    """Regions where every twelve tokens hold eleven list words, or ten and two near ones."""
    covered = bytearray(len(tokens))
    inside = sum(marks[: _WINDOW - 1])
    for end in range(_WINDOW - 1, max(len(tokens), _WINDOW)):
        inside += sum(marks[end : end + 1])
        start = end - _WINDOW + 1
        if inside >= _WINDOW - 1 or (inside == _WINDOW - 2 and _forgivable(tokens, marks, start, name)):
            covered[start : end + 1] = b"\1" * (min(end + 1, len(tokens)) - start)
        inside -= marks[start]
    for region in re.finditer(b"\1+", covered):
        yield from _tidy(tokens, marks, *region.span(), name)


def _forgivable(tokens: list[Token], marks: list[int], start: int, name: str) -> bool:
    """Whether the two others are slips. Only English prose comes near ten of twelve, so only it is asked."""
    if name not in _ENGLISH:
        return True
    window = range(start, min(start + _WINDOW, len(tokens)))
    return all(marks[place] or near(tokens[place].word, name) for place in window)


def _tidy(tokens: list[Token], marks: list[int], start: int, end: int, name: str) -> Iterator[Hit]:
    """The region without the prose at its edges: its long unbroken part if there is one, else all of it."""
    good = bytes(marks[place] or near(tokens[place].word, name) for place in range(start, end))
    parts = [run.span() for run in re.finditer(b"\1+", good)]
    long = [part for part in parts if part[1] - part[0] >= _WINDOW]
    first, last = (long[0][0], long[-1][1]) if long else (parts[0][0], parts[-1][1])
    yield Hit(tokens[start + first].start, tokens[start + last - 1].end, "seed_phrase")


def _named(text: str, tokens: list[Token], marks: list[int]) -> Iterator[Hit]:
    """Six or more list words in a row, right after the text says that a seed phrase follows."""
    for run in re.finditer(b"\1{%d,}" % _PARTIAL, bytes(marks)):
        # "seed" and "phrase" are list words themselves, so the naming may be the start of the run.
        for skipped in range(min(_NAMING, len(run.group()) - _PARTIAL) + 1):
            first = tokens[run.start() + skipped].start
            if said_seed(text[max(0, first - _NAMED_WITHIN) : first]):
                yield Hit(first, tokens[run.end() - 1].end, "seed_phrase")
                break


def _joined(tokens: list[Token], script: Script, table: Words) -> Iterator[Hit]:
    """A phrase written as one word, without spaces."""
    for token in tokens:
        if script.joined <= len(token.word) <= _LONGEST_JOINED and _splits(token.word, table):
            yield Hit(token.start, token.end, "seed_phrase")


def _splits(word: str, table: Words) -> bool:
    """Whether one list's words, put together, spell it."""
    reach = [0] * (len(word) + 1)
    reach[0] = -1
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - table.longest), end):
            if reach[start]:
                reach[end] |= reach[start] & table.masks.get(word[start:end], 0)
    return reach[-1] != 0

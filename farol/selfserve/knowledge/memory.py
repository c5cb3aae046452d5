"""Translation memory: paragraphs of published articles beside what they became in the other language.

Two versions are aligned block by block where their blocks are of the same kinds, section by section where only those of a
section are. What is offered later for a near paragraph says in which numbers, links and terms it differs.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import Protocol

import msgspec

from . import liveblocks
from .model import Term

NEAR = 0.7
"""The least likeness that is offered, 1 for the same words."""
SHORTEST = 4
LONGEST = 4_000
"""Characters of a paragraph that is worth remembering; comparing longer ones takes too long."""
MARKS = 24
"""Min-hashes of a paragraph: of two that share half of their letter triples, one in 16 million has none in common."""
_HEAD = re.compile(r"#{1,6} ")
_ANCHOR = re.compile(r"\{#([a-z0-9-]+)\}")
_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")
_KEPT = re.compile(r"\{\{.*?\}\}|\]\([^)\s]+|`[^`]+`|https?://[^\s)]+|\d+(?:[.,]\d+)*")


class Titled(Protocol):
    """What has words to align."""

    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def body(self) -> str: ...


class Pair(msgspec.Struct, frozen=True):
    """The same said in two languages."""

    source: str
    target: str


class Offer(msgspec.Struct, frozen=True):
    """What a near or the same paragraph became. likeness: 0 to 1. differs: numbers, links and live blocks of the new
    paragraph that the offer does not have. terms: words of the glossary that it should use and does not."""

    source: str
    target: str
    article_id: int
    likeness: float
    differs: list[str]
    terms: list[str]


def blocks(body: str) -> list[str]:
    """Paragraphs, headings, rows of tables and items of lists, each for itself, in their order."""
    found: list[str] = []
    for stretch in re.split(r"\n\s*\n", body.strip()):
        lines = stretch.split("\n")
        if all(_LIST.match(line) or line.startswith("|") or line.startswith("   ") for line in lines):
            found += lines
        else:
            found.append(stretch)
    return [block.strip() for block in found if block.strip()]


def pairs(one: Titled, other: Titled) -> list[Pair]:
    """What says the same in the two versions; nothing where that cannot be told."""
    found = [Pair(one.title, other.title), Pair(one.summary, other.summary)]
    theirs = dict(_sections(other.body))
    for anchor, mine in _sections(one.body):
        found += _aligned(mine, theirs.get(anchor, []))
    return [pair for pair in found if SHORTEST <= len(pair.source) <= LONGEST and 0 < len(pair.target) <= LONGEST]


def _sections(body: str) -> list[tuple[str, list[str]]]:
    """Blocks by the anchor of the heading above them; a heading without one is known by its number."""
    found: list[tuple[str, list[str]]] = [("", [])]
    for block in blocks(body):
        if _HEAD.match(block):
            anchor = _ANCHOR.search(block)
            found.append((anchor[1] if anchor else f"{len(found)}", []))
        found[-1][1].append(block)
    return found


def _aligned(mine: Sequence[str], theirs: Sequence[str]) -> list[Pair]:
    if [_kind(block) for block in mine] != [_kind(block) for block in theirs]:
        return []
    return [Pair(a, b) for a, b in zip(mine, theirs, strict=True) if _kind(a) not in ("live", "rule")]


def _kind(block: str) -> str:
    """What sort of block it is: only like may stand for like."""
    if liveblocks.LINE.fullmatch(block):
        return "live"
    if re.fullmatch(r"[|\s:-]+", block):
        return "rule"
    if head := _HEAD.match(block):
        return head[0]
    if block.startswith("|"):
        return f"row {block.count('|')}"
    if block.startswith(">"):
        return "callout"
    match = _LIST.match(block)
    return ("number" if match[0].strip()[0].isdigit() else "bullet") if match else "words"


def digest(words: str) -> bytes:
    """What two equal paragraphs share, however they are spaced."""
    return blake2b(" ".join(words.split()).encode(), digest_size=16).digest()


_WHOLE = 2**64 - 1
_TURNS = [(int.from_bytes(blake2b(bytes([n]), digest_size=8).digest()) | 1, n * 0x9E3779B97F4A7C15 & _WHOLE) for n in range(MARKS)]


def marks(words: str) -> list[int]:
    """Min-hashes of the letter triples, each a positive int4 that names its number too: alike paragraphs share some."""
    plain = " ".join(words.split()).casefold()[:LONGEST]
    triples = {plain[at : at + 3] for at in range(max(1, len(plain) - 2))}
    hashed = [int.from_bytes(blake2b(triple.encode(), digest_size=8).digest()) for triple in triples]
    return [min(value * factor + shift & _WHOLE for value in hashed) >> 38 << 5 | n for n, (factor, shift) in enumerate(_TURNS)]


def offered(words: str, known: Iterable[tuple[Pair, int]], terms: Iterable[Term], into: str, most: int = 3) -> list[Offer]:
    """The best of what is known for a paragraph, best first. known: pairs with their article. into: the language wanted."""
    wanted_terms = _terms(words, terms, into)
    found: dict[str, Offer] = {}
    for pair, article_id in known:
        match = SequenceMatcher(None, pair.source, words, autojunk=False)
        if match.real_quick_ratio() < NEAR or match.quick_ratio() < NEAR or (likeness := match.ratio()) < NEAR:
            continue
        differs = sorted(set(_KEPT.findall(words)) - set(_KEPT.findall(pair.source)))
        missing = [term for term in wanted_terms if term.casefold() not in pair.target.casefold()]
        offer = Offer(pair.source, pair.target, article_id, round(likeness, 3), differs, missing)
        if pair.target not in found or found[pair.target].likeness < likeness:
            found[pair.target] = offer
    return sorted(found.values(), key=lambda offer: (-offer.likeness, len(offer.terms), offer.article_id))[:most]


def _terms(words: str, terms: Iterable[Term], into: str) -> list[str]:
    """How the glossary wants the terms of a paragraph to be said in the other language."""
    plain = words.casefold()
    both = ((term.en, term.zh) if into == "zh" else (term.zh, term.en) for term in terms)
    return [said for here, said in both if _holds(plain, here.casefold())]


def _holds(words: str, term: str) -> bool:
    """Whole words in scripts that part them, any place in Chinese."""
    return re.search(rf"(?<![a-z0-9]){re.escape(term)}(?:s|es)?(?![a-z0-9])", words) is not None

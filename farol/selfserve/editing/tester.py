"""What search would say now, and why; and what it would say if the open drafts were published."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.retrieval import asking, corpus, question
from farol.selfserve.retrieval.index import FIRST, OTHER_LANGUAGE, Index
from farol.selfserve.retrieval.library import library
from farol.selfserve.retrieval.model import Found, Hit
from farol.selfserve.retrieval.synonyms import Synonyms
from farol.selfserve.retrieval.terms import is_stem, terms

from . import tester_store as store
from .tester_store import Question

MOST_HITS, MOST_DRAFTS = 10, 200
MOST_MEANT = 3
QUOTED = 600
"""Characters of the passage that an assistant may quote."""
How = Literal["typed", "stem", "synonym", "near", "missing"]


class Token(msgspec.Struct, frozen=True):
    """A piece of the question and how the article has it: as typed, by its stem, by what means the same, by a near spelling, or not.

    by: the words found in its place.
    """

    words: str
    how: How
    by: str = ""


class Explained(msgspec.Struct, frozen=True):
    """A hit and why. version 0: a draft. score: to compare within one answer; share: of the best score. other_language: shown in another
    one than asked in, and counted less for it."""

    place: int
    article_id: int
    slug: str
    version: int
    language: str
    other_language: bool
    title: str
    anchor: str
    heading: str
    excerpt: str
    score: float
    share: float
    tokens: list[Token]


class Said(msgspec.Struct, frozen=True):
    """An answer of search. good: it stands as an answer; covered: the share of the question that one of the first is about.

    quoted: the passage that an assistant could quote word for word, with its version; empty when it may not answer and has to ask
    or fetch a person. Matters of money and security are never answered by a passage alone.
    """

    good: bool
    covered: float
    quoted: str
    quote: str
    hits: list[Explained]


class Tried(msgspec.Struct, frozen=True):
    """Now, and with all open drafts published. other_language: what a passage in another language counts beside one in this."""

    now: Said
    drafts: Said | None
    other_language: float = OTHER_LANGUAGE


async def try_out(kit: Kit, asked: str, language: str, *, drafts: bool) -> Tried:
    """Asks as a reader without session would. It is not counted as a search."""
    books = await library(kit)
    ahead = await with_drafts(kit, books.index) if drafts else None
    return await asyncio.to_thread(
        lambda: Tried(_say(books.index, books.synonyms, asked, language), _say(ahead, books.synonyms, asked, language) if ahead else None))


async def with_drafts(kit: Kit, index: Index) -> Index:
    """The index as it would be with every open draft published."""
    articles = await store.drafts(kit.db, clock.now().date(), MOST_DRAFTS)
    return await asyncio.to_thread(index.changed, articles) if articles else index


def place_of(index: Index, asked: Question) -> tuple[int | None, bool]:
    """Where the expected article stands among the hits, and whether it stands there as an answer."""
    found = index.find(asked.question, asked.language, MOST_HITS, asking.sees())
    place = next((n for n, hit in enumerate(found.hits, 1) if hit.article.article_id == asked.article_id), None)
    return place, found.good and place is not None and place <= FIRST


def _say(index: Index, synonyms: Synonyms, asked: str, language: str) -> Said:
    found = index.find(asked, language, MOST_HITS, asking.sees())
    best = found.hits[0].score if found.hits else 1.0
    read = question.read(asked, synonyms)
    shown = asking.shown(found.hits)
    hits = [
        Explained(
            place, hit.article.article_id, hit.article.slug, hit.article.version, hit.article.language, hit.article.language != language,
            hit.article.title, hit.passage.anchor, hit.passage.heading, "".join(words for words, _ in one.excerpt), round(hit.score, 2),
            round(hit.score / best, 2), _why(read, hit))
        for place, (hit, one) in enumerate(zip(found.hits, shown, strict=True), 1)
    ]  # fmt: skip
    quoted, quote = _quoted(found)
    return Said(found.good, round(found.covered, 2), quoted, quote, hits)


def _quoted(found: Found) -> tuple[str, str]:
    if not found.good:
        return "", ""
    hit = found.hits[0]
    return hit.passage.text[:QUOTED], hit.article.quote if hit.article.version else ""


def _why(read: question.Question, hit: Hit) -> list[Token]:
    """Each piece of the question as this article has it, in its head or in the passage."""
    article = hit.article
    held = {term for words in (article.title, article.keywords, article.summary, *(words for words, _ in corpus.fields(hit.passage)))
            for term in terms(words)}  # fmt: skip
    known = {number: unit for number, unit in enumerate(read.units)}
    # The stem of a word that is found says nothing more.
    units = [number for number, unit in known.items() if not (is_stem(unit) and any(other[:4] == unit[:-1] for other in read.units if not is_stem(other)))]
    # A phrase such as 充u has no piece of its own, because single characters say too little; what it means is looked for all the same.
    meant = (words for want in read.wants if not want.units for phrase in want.phrases if held.issuperset(words := [term for term, _ in phrase]))
    also = dict.fromkeys(_joined(words) for words in meant)
    return [*(_token(number, known[number], read, held, hit) for number in units), *(Token(words, "synonym") for words in list(also)[:MOST_MEANT])]


def _token(number: int, unit: str, read: question.Question, held: set[str], hit: Hit) -> Token:
    if unit in held:
        return Token(unit.rstrip("*"), "stem" if is_stem(unit) else "typed")
    for want in read.wants:
        for phrase in want.phrases if number in want.units else ():
            words = [term for term, _ in phrase]
            if words != [unit] and all(term in held for term in words):
                return Token(unit, "synonym", _joined(words))
    if f"{unit[:4]}*" in held and f"{unit[:4]}*" in read.units:
        return Token(unit, "stem", f"{unit[:4]}…")
    near = next((term for term in sorted(hit.wanted & held) if not is_stem(term) and _near(unit, term)), "")
    return Token(unit, "near", near) if near else Token(unit, "missing")


def _near(unit: str, term: str) -> bool:
    """Whether search may have taken the one for the other: the same beginning, and about as long."""
    return len(unit) > 2 and term[:2] == unit[:2] and abs(len(term) - len(unit)) <= max(2, len(unit) // 2) and term.isalpha()


def _joined(words: Sequence[str]) -> str:
    return ("" if all(len(word) <= 2 and not word.isascii() for word in words) else " ").join(words)


def asked_of(index: Index, questions: Iterable[Question]) -> list[tuple[Question, int | None, bool]]:
    """Each question with its place and whether it is answered. Some milliseconds each: call it in a thread."""
    return [(one, *place_of(index, one)) for one in questions]

"""Questions without a good answer, counted for the editors. What is kept says nothing of who asked."""

import asyncio
import re
from collections import OrderedDict

import msgspec
import structlog

from farol.core import chains
from farol.core.shield import scrub
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets

from . import gap_store, question
from .synonyms import Synonyms
from .terms import is_stem

log = structlog.get_logger()
WRITE_EVERY_S = 10.0
MOST_AT_ONCE, MOST_HELD = 50, 200
"""Gaps written in one go, and remembered until the next: a flood of new questions costs no more than this."""
MOST_KEPT = 10_000
LONGEST, SHORTEST = 120, 2
"""Characters of a question worth an editor's time."""
ALIKE = 0.6
"""The share of their terms that two questions have in common when they count as one."""
PER_READER_S, PER_READER_BURST = 0.05, 8
"""How often one address adds to the count: a list of what many people miss must not be one person's to write."""
_PERSONAL = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|@\w{3,}|\+?\d[\d\s().-]{5,}\d|\b(?=\w*\d)(?=\w*[^\W\d])\w{9,}\b")
HIDDEN = "…"


class Missed(msgspec.Struct):
    """A question and how often it was asked since the last writing. terms: without order, each once."""

    language: str
    words: str
    terms: list[str]
    times: int = 1


class Notebook:
    """What this process has yet to write. Losing it loses a count, nothing else."""

    def __init__(self) -> None:
        self._missed: OrderedDict[tuple[str, str], Missed] = OrderedDict()
        self._writing = asyncio.Lock()

    def note(self, asked: str, language: str, reader: str, synonyms: Synonyms) -> None:
        """Remembers a question nothing answered. reader: an address, only to count each a few times."""
        words = impersonal(asked)
        terms = telling(words, synonyms)
        if not terms or len(words) < SHORTEST or buckets.take("search_gap", reader, PER_READER_S, PER_READER_BURST):
            return
        key = (language, " ".join(terms))
        if known := self._missed.get(key):
            known.times += 1
        elif len(self._missed) < MOST_HELD:
            self._missed[key] = Missed(language, words, terms)

    async def write(self, kit: Kit) -> int:
        """Adds some of what is remembered to the counts; how many questions that were."""
        async with self._writing:
            taken = [self._missed.popitem(last=False) for _ in range(min(MOST_AT_ONCE, len(self._missed)))]
            if taken:
                async with db.transaction(kit.db) as tx:
                    for (_, sign), missed in taken:
                        await _count(tx, sign, missed)
                    await gap_store.trim(tx, MOST_KEPT)
            return len(taken)

    async def keep_writing(self, kit: Kit) -> None:
        """Until the process ends."""
        while True:
            await asyncio.sleep(WRITE_EVERY_S)
            try:
                await self.write(kit)
            except db.LOST:
                log.warning("search.gaps_not_written")


async def _count(tx: db.Tx, sign: str, missed: Missed) -> None:
    mine = set(missed.terms)
    for row in await gap_store.similar(tx, missed.language, missed.terms, sign):
        theirs = set(row["terms"])
        if len(mine & theirs) >= ALIKE * len(mine | theirs):
            return await gap_store.again(tx, row["id"], missed.times)
    return await gap_store.add(tx, missed.language, sign, missed.words, missed.terms, missed.times)


def impersonal(asked: str) -> str:
    """The question without secrets, ids, addresses, links, names of accounts and long numbers, in one line."""
    words = scrub(" ".join(asked[:question.LONGEST].split())).text
    for found in chains.find(words):
        words = words.replace(found.text, HIDDEN)
    return _PERSONAL.sub(HIDDEN, words)[:LONGEST].strip()


def telling(words: str, synonyms: Synonyms) -> list[str]:
    """What similar questions have in common, in order: stems of words, and pairs of unspaced text."""
    units = question.read(words, synonyms).units
    stemmed = {unit[:-1] for unit in units if is_stem(unit)}
    return sorted(unit for unit in units if is_stem(unit) or unit[:4] not in stemmed)


def notebook(kit: Kit) -> Notebook:
    """This process's."""
    if not kit.has(Notebook):
        kit.put(Notebook())
    return kit.get(Notebook)

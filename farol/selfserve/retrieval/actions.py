"""What editors change about search."""

from farol.core.tickets.checks import check_told
from farol.kit import text
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import gap_store, store
from .events import GapClosed, OffersReset, OffersSaved, SynonymsReset, SynonymsSaved
from .frequent import QUESTIONS
from .problems import NotSynonyms, WordsChanged, WordsFull
from .shipped import GROUPS


async def save_synonyms(kit: Kit, actor: Actor, key: str, words: list[str], was: list[str] | None = None) -> None:
    """Sets what means the same; no words switch a shipped group off. was: the lines that the editor began from; none for a new group.

    Raises ``NotSynonyms`` for a line without letters, or one twice; ``WordsChanged``; ``WordsFull``.
    """
    kept = _lines(words)
    async with transaction(kit.db) as tx:
        await store.lock(tx)
        own = await store.synonyms(tx)
        _same(own.get(key, list(GROUPS.get(key, ()))), was)
        _room(own, key, store.MOST_GROUPS)
        await store.save_synonyms(tx, key, kept, actor.id)
        seq = await _emit(tx, actor, SynonymsSaved(key, kept))
    await wake(kit.bus, store.STREAM, seq)


async def reset_synonyms(kit: Kit, actor: Actor, key: str) -> None:
    """The group is as shipped again, or gone. Raises ``NotFound`` when it was never changed."""
    async with transaction(kit.db) as tx:
        if not await store.reset_synonyms(tx, key):
            raise NotFound
        seq = await _emit(tx, actor, SynonymsReset(key))
    await wake(kit.bus, store.STREAM, seq)


async def save_offers(kit: Kit, actor: Actor, language: str, words: list[str], was: list[str] | None = None) -> None:
    """Sets the questions offered in a language. Raises what ``save_synonyms`` does."""
    kept = _lines(words)
    async with transaction(kit.db) as tx:
        await check_told(tx, actor, *kept)
        await store.lock(tx)
        own = await store.offers(tx)
        _same(own.get(language, list(QUESTIONS.get(language, ()))), was)
        _room(own, language, store.MOST_LANGUAGES)
        await store.save_offers(tx, language, kept, actor.id)
        seq = await _emit(tx, actor, OffersSaved(language, kept))
    await wake(kit.bus, store.STREAM, seq)


async def reset_offers(kit: Kit, actor: Actor, language: str) -> None:
    """The shipped questions are offered again. Raises ``NotFound`` when they are already."""
    async with transaction(kit.db) as tx:
        if not await store.reset_offers(tx, language):
            raise NotFound
        seq = await _emit(tx, actor, OffersReset(language))
    await wake(kit.bus, store.STREAM, seq)


async def close_gap(kit: Kit, actor: Actor, gap_id: int) -> None:
    """Somebody saw to it. Raises ``NotFound`` for a gap that is not open."""
    async with transaction(kit.db) as tx:
        closed = await gap_store.close(tx, gap_id, actor.id)
        if closed is None:
            raise NotFound
        stream = f"gap:{gap_id}"
        seq = await emit(tx, stream, actor, GapClosed(closed["language"], closed["words"]))
    await wake(kit.bus, stream, seq)


async def _emit(tx: Tx, actor: Actor, event: Event) -> int:
    return await emit(tx, store.STREAM, actor, event)


def _same(now: list[str], was: list[str] | None) -> None:
    """Somebody who says what they began from does not overwrite what came meanwhile."""
    if was is not None and was != now:
        raise WordsChanged(theirs=now)


def _room(own: dict[str, list[str]], name: str, most: int) -> None:
    if name not in own and len(own) >= most:
        raise WordsFull(most=most)


def _lines(words: list[str]) -> list[str]:
    """The lines without blanks around and inside; each has something to look for, and stands once however it is spelled."""
    kept = [" ".join(line.split()) for line in words]
    seen: set[str] = set()
    for line in kept:
        spelled = " ".join(text.words(line))
        if not spelled or spelled in seen or "\0" in line:
            raise NotSynonyms(word=line.replace("\0", "")[:60])
        seen.add(spelled)
    return kept

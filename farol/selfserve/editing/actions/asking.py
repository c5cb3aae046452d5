"""Questions that search has to answer: kept, removed, and asked again whenever something is published."""

import asyncio

from farol.core.notices.actions import notify
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.selfserve.retrieval.library import library

from .. import tester
from .. import tester_store as store
from ..events import QuestionRemoved, QuestionSaved, QuestionWorsened
from ..problems import TooManyQuestions
from ..tester_store import Question
from .stream import STREAM

MOST = 300
"""Questions of an installation: each is asked after every publication."""


async def add_question(kit: Kit, actor: Actor, language: str, question: str, slug: str) -> int:
    """Keeps a question with the article it is to find, and asks it at once. Returns its id.

    Raises TooManyQuestions, and NotFound where there is no such article.
    """
    async with transaction(kit.db) as tx:
        if await store.count(tx) >= MOST:
            raise TooManyQuestions(most=MOST)
        made = await store.add(tx, language, question, slug, actor.id)
        if made is None:
            raise NotFound
        seq = await emit(tx, STREAM, actor, QuestionSaved(made, language, question, slug))
    await wake(kit.bus, STREAM, seq)
    await ask_all(kit)
    return made


async def remove_question(kit: Kit, actor: Actor, question_id: int) -> None:
    """It is not asked any more. Raises NotFound."""
    async with transaction(kit.db) as tx:
        if await store.remove(tx, question_id) is None:
            raise NotFound
        seq = await emit(tx, STREAM, actor, QuestionRemoved(question_id))
    await wake(kit.bus, STREAM, seq)


async def ask_all(kit: Kit, publisher: int = 0) -> int:
    """Asks every question of what is published now, and tells its author and the publisher of each that became worse; how many did."""
    books = await library(kit)
    books.stale()
    await books.refresh(kit)
    questions = await store.questions(kit.db, MOST)
    came = await asyncio.to_thread(tester.asked_of, books.index, questions)
    worse = [(one, place) for one, place, answered in came if fell(one, place, answered)]
    async with transaction(kit.db) as tx:
        await store.keep(tx, [(one.id, place, answered, fell(one, place, answered), _mended(one, place, answered)) for one, place, answered in came])
        seq = 0
        for one, place in worse:
            seq = await emit(tx, STREAM, SYSTEM, QuestionWorsened(one.id, one.slug, one.place, place))
            await _tell(tx, one, place, publisher)
    if seq:
        await wake(kit.bus, STREAM, seq)
    return len(worse)


def fell(one: Question, place: int | None, answered: bool) -> bool:
    """Whether it stands worse than when it was asked last; what was never asked cannot."""
    if one.asked_at is None or one.place is None:
        return False
    return place is None or place > one.place or (one.answered and not answered)


def _mended(one: Question, place: int | None, answered: bool) -> bool:
    return one.worse_at is not None and answered and place is not None and (one.was is None or place <= one.was)


async def _tell(tx: Tx, one: Question, place: int | None, publisher: int) -> None:
    title = {"zh": f"发布后搜索变差：{one.question}", "en": f"Search became worse: {one.question}"}
    words = f"{one.slug}: {one.place} → {place or '–'}"
    key = f"question-worse:{one.id}:{int(clock.now().timestamp())}"
    await notify(tx, [who for who in (one.by_id, publisher) if who], "other.article", ticket_id=None, title=title, words=words, key=key)

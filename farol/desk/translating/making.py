"""A draft of an article that a machine begins."""

import contextlib

from farol.core.translation import Translator
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.kit.problem import Problem
from farol.selfserve.knowledge import actions as knowledge
from farol.selfserve.knowledge import store
from farol.selfserve.knowledge.model import Text

from . import paragraphs, review_store, terms


async def make_article(kit: Kit, article_id: int, language: str) -> None:
    """Writes the draft and puts it up for review; nothing where somebody began one meanwhile or a machine can do nothing."""
    asked = await review_store.article(kit.db, article_id, language)
    source = await store.version(kit.db, article_id, asked.source, asked.source_version) if asked and asked.state == "asked" else None
    if source is None:
        return
    await terms.follow(kit)
    ask = paragraphs.asking(kit.get(Translator), source.language, language, f"article:{article_id}")
    original = Text(source.title, source.summary, source.body, "", tuple(source.related))
    made = await paragraphs.text(kit.db, ask, original, source.language, language)
    state = "made" if made.left_over < made.paragraphs and await _written(kit, article_id, language, made.text) else "failed"
    await review_store.made_article(kit.db, article_id, language, state, made.way, (made.paragraphs, made.remembered, made.left_over))


async def _written(kit: Kit, article_id: int, language: str, text: Text) -> bool:
    """Whether there is a draft of these words now; one that is not sound yet stays out of review and is seen all the same."""
    try:
        revision, _ = await knowledge.write(kit, SYSTEM, article_id, language, 0, text)
    except Problem:
        return False
    with contextlib.suppress(Problem):
        await knowledge.submit(kit, SYSTEM, article_id, language, revision)
    return True

"""Machine translations of articles and canned replies: asked for, made, and looked at by a person before anybody reads them."""

import re
from collections import Counter

from farol.core.translation import Translator
from farol.desk.guard.actions import keep_kept
from farol.desk.macros import store as macros
from farol.desk.macros.model import LONGEST
from farol.desk.macros.problems import MacroTooLong
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import Event, emit, wake
from farol.kit.i18n import LANGS, canonical
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound
from farol.selfserve.knowledge import draft_store, store
from farol.selfserve.knowledge.problems import DraftOpen

from . import jobs, paragraphs, review_store, terms
from .events import ArticleTranslationAsked, MacroTranslated, MacroTranslationDecided
from .problems import NothingPublished, NothingTranslated, VariablesDiffer

_VARIABLE = re.compile(r"\{\{.*?\}\}")


async def ask_article(kit: Kit, actor: Actor, article_id: int, language: str) -> None:
    """A machine begins a draft in this language out of what is published in another, and puts it before whoever publishes.

    Raises NotFound, Invalid, NothingPublished, DraftOpen where somebody writes already, NothingTranslated where no way is set up.
    """
    if language not in LANGS:
        raise Invalid(errors=[{"field": "language", "why": "articles are not written in it"}])
    async with transaction(kit.db) as tx:
        about = await store.described(tx, article_id, locked=True)
        if about is None or about.retired_at:
            raise NotFound
        source = next((one for one in await store.published(tx, article_id) if one.language != language), None)
        if source is None:
            raise NothingPublished
        if await draft_store.draft(tx, article_id, language):
            raise DraftOpen
        _offered(kit, source.language, language)
        await review_store.ask_article(tx, article_id, language, source.language, source.version, actor.ref)
        await enqueue(tx, jobs.make_article, jobs.Wanted(article_id, language), key=f"translate:{article_id}:{language}")
        seq = await emit(tx, f"article:{article_id}", actor, ArticleTranslationAsked(about.slug, language, source.language, source.version))
    await wake(kit.bus, f"article:{article_id}", seq)


async def ask_macro(kit: Kit, actor: Actor, macro_id: int, language: str) -> review_store.MacroReview:
    """A machine translates a shared canned reply; it waits for somebody who approves it. Raises NotFound, Invalid, NothingTranslated."""
    target = canonical(language)
    found = await macros.by_id(kit.db, macro_id)
    if found is None or found.scope == "me":
        raise NotFound
    source = "en" if found.en.strip() else "zh"
    original = found.en if source == "en" else found.zh
    if target == "und" or not original.strip() or target in ("en", "zh-Hans"):
        raise Invalid(errors=[{"field": "language", "why": "a language it is not written in, and a reply with words"}])
    _offered(kit, source, target)
    await terms.follow(kit)
    ask = paragraphs.asking(kit.get(Translator), source, target, f"macro:{macro_id}")
    lines = [(await ask(line) if line.strip() else (line, "")) for line in original.split("\n")]
    if any(words is None for words, _ in lines):
        raise NothingTranslated
    words = "\n".join(one or "" for one, _ in lines)
    async with transaction(kit.db) as tx:
        way = next((by for _, by in lines if by), "")
        await review_store.ask_macro(tx, macro_id, target, found.version, source, words, way, actor.ref)
        seq = await emit(tx, f"macro:{macro_id}", actor, MacroTranslated(target, found.version))
    await wake(kit.bus, f"macro:{macro_id}", seq)
    return await _macro(kit, macro_id, target)


async def decide_macro(
    kit: Kit, actor: Actor, macro_id: int, language: str, revision: int, words: str, state: str, note: str = "",
) -> review_store.MacroReview:
    """Approves these words, keeps them for later, or rejects them. Approved ones are what agents are offered.

    Raises NotFound, Conflict, VariablesDiffer, MacroTooLong, and what the guard of replies refuses.
    """
    async with transaction(kit.db) as tx:
        found = await review_store.macro(tx, macro_id, language, locked=True)
        if found is None:
            raise NotFound
        if state == "approved":
            _sound(found, words)
            await keep_kept(tx, words)
        if found.revision != revision or (state == "approved" and found.newest != found.macro_version):
            raise Conflict
        await review_store.decide_macro(tx, macro_id, language, revision, words, state, note, actor.ref)
        happened: Event = MacroTranslationDecided(language, state, note)
        seq = await emit(tx, f"macro:{macro_id}", actor, happened)
    await wake(kit.bus, f"macro:{macro_id}", seq)
    return await _macro(kit, macro_id, language)


def _sound(found: review_store.MacroReview, words: str) -> None:
    if len(words) > LONGEST or not words.strip():
        raise MacroTooLong(most=LONGEST)
    if Counter(_VARIABLE.findall(words)) != Counter(_VARIABLE.findall(found.original)):
        raise VariablesDiffer


def _offered(kit: Kit, source: str, target: str) -> None:
    if not kit.get(Translator).offers(paragraphs.CODES.get(source, source), paragraphs.CODES.get(target, target)):
        raise NothingTranslated


async def _macro(kit: Kit, macro_id: int, language: str) -> review_store.MacroReview:
    found = await review_store.macro(kit.db, macro_id, language)
    if found is None:
        raise NotFound
    return found

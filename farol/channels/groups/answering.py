"""Answers in public: a passage of a published article, word for word, and only where search and the reason are sure. Nothing of any account is read here."""

import asyncio

import msgspec

from farol.core.language import detect
from farol.core.understanding import resident, understand
from farol.desk.triage.model import family_of
from farol.kit.core import Kit
from farol.kit.i18n import Lang
from farol.selfserve.assistant.around import Around, Who
from farol.selfserve.assistant.turn.finding import rank, shares_of
from farol.selfserve.assistant.turn.how import asks_how
from farol.selfserve.assistant.turn.matter import GUIDED, alarmed
from farol.selfserve.assistant.turn.quoting import quoted, source

MOST = 420
"""Characters of a quote; the page has the rest."""


class Fact(msgspec.Struct, frozen=True):
    """A passage with where it stands; no words where only the address is told (``stolen``)."""

    words: str
    title: str
    url: str
    slug: str
    stolen: bool = False


async def fact(kit: Kit, asked: str, lang: Lang) -> Fact | None:
    """The public answer to a question; None where nothing is sure, or it is about somebody's own money."""
    if not resident.ready:
        await asyncio.to_thread(resident.model)
    code = detect(asked).code
    language = code if code.partition("-")[0] in ("zh", "en") else lang
    understood = understand(asked, language)
    if alarmed(understood):
        return Fact("", "", f"{kit.settings.public_url}/stolen", "", stolen=True)
    top = understood.reasons[0] if understood.reasons and not understood.out_of_scope else None
    if top and family_of(top.code) in GUIDED and not asks_how(asked):
        return None
    found, shelf = await Around(kit, Who()).articles(asked, language)
    candidates = rank(asked, language, shares_of(understood), found, shelf)
    if not candidates or not candidates[0].certain(language):
        return None
    article, passage = candidates[0].article, candidates[0].passage
    where = source(article, passage, kit.settings.public_url)
    words = quoted(article, passage)
    return Fact(_short(article.summary if _table(words) else words), article.title, where.url, article.slug)


def _table(words: str) -> bool:
    """Cells under each other say nothing in a chat."""
    lines = [line for line in words.split("\n") if line.strip()]
    return len(lines) > 3 and sum(line.rstrip().endswith((".", "。", ":", "：", "?", "？")) for line in lines) < len(lines) / 2


def _short(text: str) -> str:
    """Whole lines or sentences, as many as fit."""
    if len(text) <= MOST:
        return text
    cut = text[:MOST]
    end = max(cut.rfind(mark) for mark in ("\n", "。", ". "))
    return cut[: end + 1].strip() if end > MOST // 3 else f"{cut.rstrip()}…"

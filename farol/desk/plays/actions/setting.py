"""Whoever answers for the desk's own words turns plays on and off and changes what they say."""

from typing import Any

import msgspec

from farol.core.exchange.shapes import Text
from farol.desk.guard.actions import keep_kept
from farol.desk.guard.model import Finding
from farol.desk.guard.never import blanks, never
from farol.desk.guard.problems import NeverAsked
from farol.desk.plays import store
from farol.desk.plays.events import PlayChanged
from farol.desk.plays.model import ALL, Counts, Play, Setting, fill, has_link, plays, strangers
from farol.desk.plays.problems import WordsLink, WordsUnknown
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.i18n import LANGS
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

STREAM = "plays"


class PlayView(msgspec.Struct, frozen=True):
    """A play as its screen shows it. words: in force; shipped: those of the product; names: what can stand in braces, with examples."""

    key: str
    topic: str
    events: list[str]
    quiet: bool
    active: bool
    title: dict[str, str]
    words: dict[str, str]
    shipped: dict[str, str]
    names: dict[str, Text]
    counts: Counts
    changed: dict[str, Any] | None


class Preview(msgspec.Struct, frozen=True):
    """The words filled with examples, by language, and what is wrong with them. unknown: names that nothing fills."""

    zh: str
    en: str
    findings: list[Finding]
    unknown: list[str]
    link: bool


async def overview(kit: Kit) -> list[PlayView]:
    """All plays with their counts of the last thirty days."""
    settings = await store.settings(kit.db)
    counted, stopped = await store.counts(kit.db)
    return [_view(play, settings.get(key), counted.get(key, Counts()), stopped) for key, play in plays().items()]


def _view(play: Play, setting: Setting | None, counts: Counts, stopped: dict[str, int]) -> PlayView:
    shipped = dict(zip(("zh", "en"), play.words, strict=True))
    words = {"zh": (setting.words_zh if setting else "") or shipped["zh"], "en": (setting.words_en if setting else "") or shipped["en"]}
    counts = msgspec.structs.replace(counts, stopped=stopped.get(play.topic, 0) + stopped.get(ALL, 0))
    changed = {"by": setting.by, "at": setting.at} if setting else None
    title = {str(lang): fill(text, play.example, lang) for lang, text in zip(LANGS, play.title, strict=True)}
    return PlayView(
        play.key, play.topic, list(play.events), play.quiet, setting.active if setting else True, title, words, shipped, play.example, counts, changed)


def preview(key: str, zh: str, en: str) -> Preview:
    """What customers would read. Raises NotFound."""
    play = _known(key)
    shown = fill(zh, play.example, "zh"), fill(en, play.example, "en")
    findings = [found for text in shown for found in (*never(text), *blanks(text))]
    return Preview(*shown, findings[:20], sorted({*strangers(zh, play), *strangers(en, play)}), has_link(zh) or has_link(en))


async def set_play(kit: Kit, actor: Actor, key: str, *, active: bool, zh: str, en: str) -> None:
    """On or off, and its words; words as shipped are not kept. Raises NotFound, WordsUnknown, WordsLink, NeverAsked, Invalid."""
    play = _known(key)
    found = preview(key, zh, en)
    if not zh.strip() or not en.strip():
        raise Invalid(errors=[{"field": "zh" if not zh.strip() else "en", "why": "empty"}])
    if found.unknown:
        raise WordsUnknown(names=", ".join(f"{{{name}}}" for name in found.unknown[:5]))
    if found.link:
        raise WordsLink
    await keep_kept(kit.db, zh, en)
    if found.findings:
        first = found.findings[0]
        raise NeverAsked(words=first.words, instead=first.instead, start=first.start, end=first.end)
    own = tuple("" if text == shipped else text for text, shipped in zip((zh, en), play.words, strict=True))
    async with db.transaction(kit.db) as tx:
        await store.set_play(tx, key, active, (own[0], own[1]), actor.id)
        seq = await emit(tx, STREAM, actor, PlayChanged(key, active, own[0], own[1]))
    await wake(kit.bus, STREAM, seq)


def _known(key: str) -> Play:
    play = plays().get(key)
    if play is None:
        raise NotFound
    return play

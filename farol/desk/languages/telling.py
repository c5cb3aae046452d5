"""What customers are told of a language: when somebody who speaks it is there, and what happens at other times."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from farol.desk.sla import hours
from farol.desk.sla.hours import Calendar
from farol.kit.db import Reads
from farol.kit.i18n import TONGUES, Say, Texts, Tongue, place
from farol.kit.i18n.writing import WIDE, bracketed

from . import store
from .model import DeskLanguage, name

WEEK = 7
_BETWEEN: dict[Tongue, str] = {"zh": "，", "zh-Hant": "，", "ja": "、", "ar": "؛ "}
"""Between the parts of a sentence; ``; `` in all others."""


class Words(Texts):
    """Sentences about hours."""

    days = Say("周一 周二 周三 周四 周五 周六 周日", "Mon Tue Wed Thu Fri Sat Sun")
    daily = Say("每天", "every day")
    always = Say("昼夜都有人", "somebody is there day and night")
    upto = Say("{a}至{b}", "{a} to {b}")
    holidays = Say("节假日除外", "not on holidays")
    line = Say("{name}：{hours}", "{name}: {hours}")
    never = Say("没有固定的时间", "no set hours")
    fallback = Say("其他时间用{fallback}回答", "at other times we answer in {fallback}")
    whenever = Say("会{name}的客服都不在时，用{fallback}回答", "when nobody who speaks it is there, we answer in {fallback}")
    translated = Say("，或用机器翻译的{name}回答", ", or in {name} through machine translation")


class Told(msgspec.Struct, frozen=True):
    """A language as customers read of it. here: somebody who speaks it is planned to be there now. says: by page language."""

    language: str
    name: dict[str, str]
    hours: dict[str, str]
    here: bool
    fallback: str
    translated: bool
    says: dict[str, str]


def told(one: DeskLanguage, calendar: Calendar | None, now: datetime) -> Told:
    """The same in words. calendar: None day and night."""
    here = calendar is None or next(hours.pieces(calendar, now)).kind == "open"
    return Told(
        one.language, {lang: name(one.language, lang) for lang in TONGUES}, {lang: opening(calendar, lang) for lang in TONGUES}, here, one.fallback,
        one.translated, {lang: _sentence(one, calendar, lang) for lang in TONGUES})


def opening(calendar: Calendar | None, lang: Tongue) -> str:
    """``Mon to Fri 09:00–18:00 Moscow; not on holidays``."""
    words = Words(lang)
    if calendar is None or calendar.always:
        return words.always
    days = words.days.split()
    by_spans: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day in range(WEEK):
        if spans := tuple((span.open, span.close) for span in sorted(calendar.hours) if span.day == day):
            by_spans.setdefault(spans, []).append(day)
    if not by_spans:
        return words.never
    said = [f"{_days(which, days, words)} {_spans(spans)}" for spans, which in by_spans.items()]
    where, comma = place(calendar.zone, lang), _BETWEEN.get(lang, "; ")
    text = comma.join(said)
    text = bracketed(text, where, lang) if lang in WIDE and where != "UTC" else f"{text} {where}"
    return text + (comma + words.holidays if calendar.holidays else "")


def _days(which: list[int], days: list[str], words: Words) -> str:
    if len(which) == WEEK:
        return words.daily
    if len(which) > 2 and which == list(range(which[0], which[-1] + 1)):
        return words.upto.format(a=days[which[0]], b=days[which[-1]])
    return words.comma.join(days[day] for day in which)


def _spans(spans: Iterable[tuple[int, int]]) -> str:
    return ", ".join(f"{_wall(since)}–{_wall(until)}" for since, until in spans)


def _wall(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _sentence(one: DeskLanguage, calendar: Calendar | None, lang: Tongue) -> str:
    words, called = Words(lang), name(one.language, lang)
    said = words.line.format(name=called[:1].upper() + called[1:], hours=opening(calendar, lang)) + _BETWEEN.get(lang, "; ")
    said += (words.whenever if calendar is None or calendar.always else words.fallback).format(name=called, fallback=name(one.fallback, lang))
    return said + (words.translated.format(name=called) if one.translated else "") + words.full_stop


async def languages(db: Reads, now: datetime) -> list[Told]:
    """All of them, for pages and for whoever asks. One statement."""
    return [told(each.one, each.calendar, now) for each in await store.all_spoken(db)]

"""Words in the two languages of the pages, and times that always name their zone.

A feature keeps its sentences in a class, so that a missing translation is a type error:

    class Words(Texts):
        title = Say("帮助中心", "Help centre")

    Words("zh").title
"""

import re
from datetime import date, datetime, timedelta
from typing import Literal, overload
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
HTML_LANG: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}

_PLACES = {
    "Asia/Shanghai": ("上海", "Shanghai"), "Asia/Hong_Kong": ("香港", "Hong Kong"), "Asia/Taipei": ("台北", "Taipei"),
    "Asia/Singapore": ("新加坡", "Singapore"), "Asia/Tokyo": ("东京", "Tokyo"), "Asia/Seoul": ("首尔", "Seoul"),
    "Asia/Dubai": ("迪拜", "Dubai"), "Europe/Moscow": ("莫斯科", "Moscow"), "Europe/Madrid": ("马德里", "Madrid"),
    "Europe/London": ("伦敦", "London"), "America/New_York": ("纽约", "New York"),
}  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_PRIMARY = re.compile("[a-z]{2,3}")
_TRADITIONAL = {"hant", "tw", "hk", "mo"}
_ACCEPT = re.compile(r"\s*([a-zA-Z-]{1,35}|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*")


class Say:
    """One sentence in each language."""

    def __init__(self, zh: str, en: str) -> None:
        self._by_lang: dict[Lang, str] = {"zh": zh, "en": en}

    @overload
    def __get__(self, owner: None, kind: type) -> "Say": ...
    @overload
    def __get__(self, owner: "Texts", kind: type) -> str: ...
    def __get__(self, owner: "Texts | None", kind: type) -> "str | Say":
        return self if owner is None else self._by_lang[owner.lang]

    def text(self, lang: Lang) -> str:
        """The sentence in that language."""
        return self._by_lang[lang]


class Texts:
    """Base of a feature's sentences; an instance speaks one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang


def is_lang(value: str) -> bool:
    """Whether pages exist in this language."""
    return value in LANGS


def lang_of(tag: str) -> Lang:
    """The page language nearest to a language tag: ``zh`` for any Chinese, English otherwise."""
    return "zh" if tag.lower().split("-")[0] == "zh" else "en"


def canonical(tag: str) -> str:
    """The code kept for a language tag (BCP 47): ``zh`` and ``zh-CN`` are ``zh-Hans``, ``zh-TW`` is ``zh-Hant``, ``pt-BR`` is ``pt``; ``und``
    for what is no language tag."""
    parts = tag.strip().lower().replace("_", "-").split("-")
    if not _PRIMARY.fullmatch(parts[0]):
        return "und"
    if parts[0] != "zh":
        return parts[0]
    return "zh-Hant" if "hans" not in parts and _TRADITIONAL & set(parts) else "zh-Hans"


def covers(known: str, wanted: str) -> bool:
    """Whether who knows one language serves the other: ``zh`` is every Chinese, and either script serves a bare ``zh``."""
    return known == wanted or wanted.startswith(f"{known}-") or known.startswith(f"{wanted}-")


def choose(accept_language: str | None, default: Lang = "en") -> Lang:
    """The language a browser asks for in Accept-Language; the default when it names neither of ours."""
    best: tuple[float, int, Lang] | None = None
    for place, part in enumerate((accept_language or "")[:1000].split(",")[:20]):
        match = _ACCEPT.fullmatch(part)
        if not match:
            continue
        primary, weight = match[1].lower().split("-")[0], float(match[2] or 1)
        lang: Lang | None = "zh" if primary == "zh" else "en" if primary == "en" else None
        if lang and weight > 0 and (best is None or (weight, -place) > best[:2]):
            best = (weight, -place, lang)
    return best[2] if best else default


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name; UTC when it is unknown or not a zone name at all."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def place(zone_name: str, lang: Lang) -> str:
    """What people call the zone: ``UTC``, ``上海``, ``Shanghai``; else the city of its name."""
    if zone(zone_name).key == "UTC":
        return "UTC"
    known = _PLACES.get(zone_name)
    return known[lang == "en"] if known else zone_name.rpartition("/")[2].replace("_", " ")


def clock_time(at: datetime, lang: Lang, zone_name: str = "UTC") -> str:
    """``16:05 UTC``; in another zone ``00:05（上海）`` or ``00:05 Shanghai``. Never without its zone."""
    digits, where = at.astimezone(zone(zone_name)).strftime("%H:%M"), place(zone_name, lang)
    return f"{digits}（{where}）" if lang == "zh" and where != "UTC" else f"{digits} {where}"


def day(on: date, lang: Lang) -> str:
    """``2026 年 11 月 21 日`` or ``21 November 2026``."""
    return f"{on.year} 年 {on.month} 月 {on.day} 日" if lang == "zh" else f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def moment(at: datetime, now: datetime, lang: Lang, zone_name: str = "UTC") -> str:
    """``today 16:05 UTC``, ``yesterday …``, ``21 November, 16:05 UTC``; the year only when it is another."""
    here, today = at.astimezone(zone(zone_name)), now.astimezone(zone(zone_name))
    time, days = clock_time(at, lang, zone_name), (today.date() - here.date()).days
    if days in (0, 1, -1):
        word = {0: ("今天", "today"), 1: ("昨天", "yesterday"), -1: ("明天", "tomorrow")}[days][lang == "en"]
        return f"{word} {time}"
    if here.year != today.year:
        return f"{day(here, lang)}{'' if lang == 'zh' else ','} {time}"
    on = f"{here.month} 月 {here.day} 日" if lang == "zh" else f"{here.day} {_MONTHS[here.month - 1]},"
    return f"{on} {time}"


def length(span: timedelta, lang: Lang) -> str:
    """How long: ``2 小时 07 分``, ``3 min``, ``4 天``. Stands beside a time, never in its place."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} 分钟" if lang == "zh" else f"{minutes} min"
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} 小时 {rest:02} 分" if lang == "zh" else f"{hours} h {rest:02} min"
    days = minutes // (24 * 60)
    return f"{days} 天" if lang == "zh" else f"{days} days"

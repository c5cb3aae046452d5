"""Times that always name their zone, days and lengths, as each language writes them (Unicode CLDR)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .calendars import CALENDARS
from .places import PLACES
from .tongues import Tongue
from .writing import WIDE, bracketed


def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name; UTC when it is unknown or not a zone name at all."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def place(zone_name: str, lang: Tongue) -> str:
    """What people call the zone: ``UTC``, ``上海``, ``Shanghai``; else the city of its name."""
    if zone(zone_name).key == "UTC":
        return "UTC"
    known = PLACES.get(zone_name)
    city = zone_name.rpartition("/")[2].replace("_", " ")
    return known.get(lang, city) if known else city


def clock_time(at: datetime, lang: Tongue, zone_name: str = "UTC") -> str:
    """``16:05 UTC``; in another zone ``00:05（上海）`` or ``00:05 Shanghai``. Never without its zone."""
    digits, where = at.astimezone(zone(zone_name)).strftime("%H:%M"), place(zone_name, lang)
    return bracketed(digits, where, lang) if lang in WIDE and where != "UTC" else f"{digits} {where}"


def day(on: date, lang: Tongue) -> str:
    """``2026 年 11 月 21 日`` or ``21 November 2026``."""
    words = CALENDARS[lang]
    return words.day.format(d=on.day, m=words.months[on.month - 1], y=on.year)


def moment(at: datetime, now: datetime, lang: Tongue, zone_name: str = "UTC") -> str:
    """``today 16:05 UTC``, ``yesterday …``, ``21 November, 16:05 UTC``; the year only when it is another."""
    here, today = at.astimezone(zone(zone_name)), now.astimezone(zone(zone_name))
    words, time, days = CALENDARS[lang], clock_time(at, lang, zone_name), (today.date() - here.date()).days
    if days in (0, 1, -1):
        return f"{words.yesterday if days > 0 else words.tomorrow if days else words.today} {time}"
    on = day(here, lang) if here.year != today.year else words.short.format(d=here.day, m=words.months[here.month - 1])
    return f"{on}{words.comma} {time}"


def length(span: timedelta, lang: Tongue) -> str:
    """How long: ``2 小时 07 分``, ``3 min``, ``4 天``. Stands beside a time, never in its place."""
    words, minutes = CALENDARS[lang], max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        return words.minutes.format(m=minutes)
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return words.hours.format(h=hours, m=f"{rest:02}")
    return words.days.format(d=minutes // (24 * 60))

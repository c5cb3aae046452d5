"""When something happened, as people write it, as spans of aware time; what is ambiguous stays ambiguous.

The words are cut into days, parts of the day, clocks and zones; neighbours are read together: 昨晚 12点, 北京时间.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from farol.kit import i18n

from .alike import plain_digits
from .clean import clean
from .clocks import AT, CLOCK, PART, PARTS, clock_of
from .days import DAY, days_of
from .numbers import HAN, han_value
from .zones import ZONE, zones_of

_LONGEST_TEXT = 20_000
_AHEAD = timedelta(minutes=10)
"""Clocks differ: what lies this far ahead still counts as past."""
_CLOCK = re.compile(rf"(?<![0-9A-Za-z.:/+-]){CLOCK}", re.IGNORECASE)
_ISO_CLOCK = re.compile(rf"(?<=\dT){CLOCK}", re.IGNORECASE)
_AT = re.compile(AT, re.IGNORECASE)
_PART = re.compile(rf"(?<![A-Za-z])(?:{PART})(?![A-Za-z])", re.IGNORECASE)
_FILLER = re.compile(r"(?:[\s,，、的()（）T在~～≈]|at|around|about|in|the|of|on|в|во|около|大概|大约|差不多|约|左右){0,6}", re.IGNORECASE)
_AGO = re.compile(
    rf"(?<![0-9A-Za-z.])(?P<count>\d{{1,4}}(?P<half3>\sand\sa\shalf)?|half\san?|an?|a\sfew|[{HAN}几]{{1,4}})\s{{0,2}}[个個]?(?P<half>半)?\s{{0,2}}"
    r"(?P<unit>分钟|分鐘|小时|小時|钟头|天|日|周|星期|min(?:ute)?s?|h(?:ou)?rs?|h(?=\s{0,2}(?:ago|\d))|days?|weeks?)多?(?:\s{0,2}(?P<minutes>\d{1,2})\s{0,2}(?:分钟?|min(?:ute)?s?|m(?=\s)))?"
    r"(?P<half2>\sand\sa\shalf)?\s{0,2}(?:以前|之前|前|ago)",
    re.IGNORECASE,
)
_SECONDS = {"分": 60, "m": 60, "小": 3600, "钟": 3600, "h": 3600, "天": 86_400, "日": 86_400, "d": 86_400, "周": 604_800, "星": 604_800, "w": 604_800}
_JUST_NOW = re.compile(r"刚刚|刚才|just now", re.IGNORECASE)
_JUST = timedelta(minutes=30)


class Span(NamedTuple):
    """From ``begin`` up to, not including, ``end``; both UTC."""

    begin: datetime
    end: datetime


class When(NamedTuple):
    """A time in somebody's words, at its offsets in the given text. readings: what it can mean, one when it is clear,
    oldest first. zoned: the words named a zone; else it was read in the customer's."""

    start: int
    end: int
    text: str
    readings: tuple[Span, ...]
    zoned: bool

    @property
    def ambiguous(self) -> bool:
        """Whether somebody has to ask which."""
        return len(self.readings) > 1


class _Piece(NamedTuple):
    kind: str
    start: int
    end: int
    match: re.Match[str]


def times(text: str, now: datetime, zone: str = "UTC") -> list[When]:
    """Times in the order they stand (first 20,000 characters). ``zone``: the customer's IANA zone, for words without one.

    A span is as long as the precision of the words: a minute, an hour, a part of the day, a day. Nothing in the future
    is meant by people who report what happened, so such readings are left out where another one remains.
    """
    given = text[:_LONGEST_TEXT]
    cleaned = clean(given)
    plain = plain_digits(cleaned.text)
    found = []
    for start, end, readings, zoned in [*_pointed(plain, now, i18n.zone(zone)), *_counted(plain, now)]:
        span = cleaned.span(start, end)
        found.append(When(*span, given[slice(*span)], readings, zoned))
    return sorted(found, key=lambda one: one.start)


_Raw = tuple[int, int, tuple[Span, ...], bool]


def _counted(text: str, now: datetime) -> Iterator[_Raw]:
    """So many hours ago: the moment, half a unit either way."""
    for found in _AGO.finditer(text):
        seconds = _SECONDS[found["unit"][0].lower()]
        count = _count(found["count"])
        if count is None:
            continue
        halved = bool(found["half"] or found["half2"] or found["half3"])
        at = now - timedelta(seconds=(count + (0.5 if halved else 0)) * seconds, minutes=int(found["minutes"] or 0))
        half = timedelta(seconds=60 if found["minutes"] else seconds / (4 if halved or count < 1 else 2))
        if at.year < 2009:
            continue
        yield *found.span(), (Span(at - half, min(at + half, now)),), True
    for found in _JUST_NOW.finditer(text):
        yield *found.span(), (Span(now - _JUST, now),), True


def _count(written: str) -> float | None:
    lower = written.lower().removesuffix(" and a half")
    if lower.startswith("half"):
        return 0.5
    if lower in ("a", "an"):
        return 1
    if lower in ("a few", "几"):
        return 3
    if lower.isdigit():
        return int(lower)
    value = None if "几" in written else han_value(written)
    return None if value is None else float(value)


def _pieces(text: str) -> list[_Piece]:
    taken = bytearray(len(text))
    found = []
    for kind, pattern in (("day", DAY), ("clock", _ISO_CLOCK), ("zone", ZONE), ("clock", _CLOCK), ("clock", _AT), ("part", _PART)):
        for match in pattern.finditer(text):
            start, end = match.span()
            if end > start and 1 not in taken[start:end]:
                taken[start:end] = b"\1" * (end - start)
                found.append(_Piece(kind, start, end, match))
    return sorted(found, key=lambda piece: piece.start)


def _pointed(text: str, now: datetime, home: tzinfo) -> Iterator[_Raw]:
    group: dict[str, _Piece] = {}
    last = 0
    for piece in _pieces(text):
        apart = not _FILLER.fullmatch(text, last, piece.start)
        if group and (apart or piece.kind in group):
            yield from _read(group, now, home)
            group = {}
        group[piece.kind] = piece
        last = piece.end
    yield from _read(group, now, home)


def _read(group: dict[str, _Piece], now: datetime, home: tzinfo) -> Iterator[_Raw]:
    day, clock, part = group.get("day"), group.get("clock"), group.get("part")
    if not (day or clock) or (day is None and part is None and clock and _bare(clock.match)):
        return
    zone = group.get("zone")
    readings = {
        span
        for where in (zones_of(zone.match) if zone else [home])
        for on in _days(day, clock, part, now.astimezone(where).date())
        for span in _spans(on, clock, part.match.group().lower() if part else "", where)
    }
    past = sorted(span for span in readings if span.begin <= now + _AHEAD)
    if day is None:
        # A clock alone is the last time it showed that.
        past = _last_of_each(past, now)
    kept = tuple(past or sorted(readings))
    if kept:
        yield min(p.start for p in group.values()), max(p.end for p in group.values()), kept, zone is not None


def _bare(clock: re.Match[str]) -> bool:
    """``3点`` alone is as often three points as three o'clock."""
    return clock["minute"] is None and not clock["half2"] and not clock["past"] and not clock["minute2"] and "钟" not in clock.group()


def _days(day: _Piece | None, clock: _Piece | None, part: _Piece | None, today: date) -> list[date]:
    if day:
        return days_of(day.match, today)
    return [today, today - timedelta(days=1)] if clock or part else []


def _spans(on: date, clock: _Piece | None, part: str, where: tzinfo) -> list[Span]:
    if clock is None:
        begin, end = PARTS[part] if part else (0, 24)
        return [_span(on, begin, 0, where, timedelta(hours=end - begin))]
    said = clock_of(clock.match, part)
    if said is None:
        return []
    length = timedelta(minutes=1) if said.minute is not None else timedelta(hours=1)
    return [_span(on, hour, said.minute or 0, where, length, fold) for hour in said.hours for fold in (0, 1)]


def _span(on: date, hour: int, minute: int, where: tzinfo, length: timedelta, fold: int = 0) -> Span:
    """``fold`` 1: the second of two equal clocks in the night when summer time ends; else the same moment again."""
    local = datetime.combine(on + timedelta(days=hour // 24), time(hour % 24, minute), where).replace(fold=fold)
    begin = local.astimezone(UTC)
    return Span(begin, begin + length)


def _last_of_each(past: list[Span], now: datetime) -> list[Span]:
    """Of readings a day apart, the later."""
    day = timedelta(hours=23)
    return [span for span in past if not any(timedelta(0) < other.begin - span.begin and other.begin - span.begin >= day for other in past)]

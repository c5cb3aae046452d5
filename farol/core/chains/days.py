"""Days as people write them: 昨晚, 11月20日, last Friday, 20 Nov, 3/4. Some can be two days."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BACK = {
    "大前": 3, "前": 2, "昨": 1, "今": 0, "当": 0, "the day before yesterday": 2, "yesterday": 1, "last": 1, "today": 0,
    "this": 0, "вчера": 1, "сегодня": 0, "позавчера": 2, "ayer": 1, "hoy": 0,
}  # fmt: skip
_HAN_WEEKDAYS = "一二三四五六日天"
_EN_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = re.compile(
    r"(?<!\d)(?P<y>20\d\d)\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})\s?[日号號]?(?!\d)"
    r"|(?<!\d)(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,2})\s?[日号號]?(?!\d)"
    r"|(?<![\d.])(?P<m6>\d{1,2})\.(?P<d6>\d{1,2})\s?[日号號]"
    rf"|(?<![A-Za-z])(?P<month>{_MONTH})\s{{0,2}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s{{0,2}}(?P<y3>20\d\d))?"
    rf"|(?<![\d.:])(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,2}}(?P<month4>{_MONTH})(?:,?\s{{0,2}}(?P<y4>20\d\d))?"
    r"|(?<![\d/.:-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?P<y5>20\d\d))?(?![\d/%])"
    r"|(?P<back>大前(?=天|晚)|前(?=天|晚)|昨(?=[天日早晚夜])|今(?=[天日早晚晨])|当(?=天))[天日]?"
    r"|(?<![A-Za-z])(?P<back2>the day before yesterday|yesterday|today|last(?=\snight)|this(?=\s(?:morning|afternoon|evening)))(?![A-Za-z])"
    r"|(?<!\w)(?P<back3>позавчера|вчера|сегодня|ayer|hoy)(?!\w)"
    r"|(?P<before>上)?(?:这|本)?个?(?:周|星期|礼拜)(?P<week>[一二三四五六日天])"
    r"|(?<![A-Za-z])(?:(?P<last>last)\s|on\s|this\s)(?P<week2>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![A-Za-z])",
    re.IGNORECASE,
)
"""Finds a day; read the match with ``days_of``."""


def days_of(found: re.Match[str], today: date) -> list[date]:
    """Every day the words can mean, seen from ``today`` in the writer's zone; [] for one that does not exist.

    Without a year it is the last such day; 3/4 is the third of April and the fourth of March.
    """
    if found["y"]:
        return _made(int(found["y"]), int(found["m"]), int(found["d"]))
    if found["m2"]:
        return _latest(int(found["m2"]), int(found["d2"]), None, today)
    if found["m6"]:
        return _latest(int(found["m6"]), int(found["d6"]), None, today)
    if month := found["month"] or found["month4"]:
        year = found["y3"] or found["y4"]
        return _latest(_MONTHS.index(month[:3].lower()) + 1, int(found["d3"] or found["d4"]), year, today)
    if found["a"]:
        a, b = int(found["a"]), int(found["b"])
        return sorted({*_latest(a, b, found["y5"], today), *_latest(b, a, found["y5"], today)})
    if back := found["back"] or found["back2"] or found["back3"]:
        return [today - timedelta(days=_BACK[back.lower()])]
    named = found["week"]
    weekday = min(_HAN_WEEKDAYS.index(named), 6) if named else _EN_WEEKDAYS.index(found["week2"][:3].lower())
    return _weekday(weekday, today, before=bool(found["before"] or found["last"]), han=bool(named))


def _weekday(weekday: int, today: date, *, before: bool, han: bool) -> list[date]:
    monday = today - timedelta(days=today.weekday())
    this, last = monday + timedelta(days=weekday), monday + timedelta(days=weekday - 7)
    if before:
        # "last Friday" on a Sunday is two days or nine days ago; 上周五 is always the week before.
        return [last, this] if not han and this < today else [last]
    return [this if this <= today else last]


def _latest(month: int, day: int, year: str | None, today: date) -> list[date]:
    if year:
        return _made(int(year), month, day)
    return next((found for y in (today.year, today.year - 1) if (found := _made(y, month, day)) and found[0] <= today), [])


def _made(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []

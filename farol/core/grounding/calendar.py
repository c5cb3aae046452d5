"""Days and clocks, in one spelling. What was left out stays open, what can be two days is only like itself."""

import re
from collections.abc import Iterator
from datetime import datetime

from farol.core.chains.zones import ZONE, zones_of

from .model import Fact
from .numerals import one_of
from .units import Found

_NAMES = (
    "january jan enero ene janeiro января январь янв ocak يناير", "february feb febrero fevereiro fev февраля февраль фев şubat فبراير",
    "march mar marzo março марта март mart مارس", "april apr abril abr апреля апрель апр nisan أبريل", "May mayo maio мая май mayıs مايو",
    "june jun junio junho июня июнь haziran يونيو", "july jul julio julho июля июль temmuz يوليو",
    "august aug agosto ago августа август авг ağustos أغسطس", "september sept sep septiembre setembro сентября сентябрь сен eylül سبتمبر",
    "october oct octubre outubro out октября октябрь окт ekim أكتوبر", "november nov noviembre novembro ноября ноябрь ноя kasım نوفمبر",
    "december dec diciembre dic dezembro dez декабря декабрь дек aralık ديسمبر",
)
_MONTHS = {name.casefold(): number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_ORDINARY = ("may", "mar", "out", "ago", "mart", "ene")
_MONTH = (rf"(?:{one_of(name for name in _MONTHS if name not in _ORDINARY)}|(?-i:{one_of(name.capitalize() for name in _ORDINARY)}))"
          r"(?![^\W\d_])\.?")
_D, _M, _Y = r"\d{1,2}", r"\d{1,2}", r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|º|ª)?"
_DATE = re.compile(
    rf"(?<!\d)(?P<y>{_Y})\s?[-/.年년]\s?(?P<m>{_M})\s?[-/.月월]\s?(?P<d>{_D})(?:\s?[日号號일])?(?!\d)"
    rf"|(?<!\d)(?P<y2>{_Y})\s?[年년]\s?(?P<m2>{_M})\s?[月월](?!\d)"
    rf"|(?<![\d.])(?P<m3>{_M})\s?[月월]\s?(?P<d3>{_D})\s?[日号號일]"
    rf"|(?<![\d.,])(?P<d4>{_D}){_ORDINAL}\s{{1,2}}(?:de |of )?(?P<n4>{_MONTH})(?:,?\s{{0,2}}(?:de )?(?P<y4>{_Y}))?(?!\d)"
    rf"|(?<![^\W\d_])(?P<n5>{_MONTH})\s{{0,2}}(?P<d5>{_D}){_ORDINAL}(?![\d:])(?:,?\s{{0,2}}(?P<y5>{_Y}))?"
    rf"|(?<![^\W\d_])(?P<n6>{_MONTH})\s{{1,2}}(?:de )?(?P<y6>{_Y})(?!\d)"
    rf"|ngày\s(?P<d7>{_D})\stháng\s(?P<m7>{_M})(?:\snăm\s(?P<y7>{_Y}))?"
    rf"|(?<![\d.])(?P<d8>{_D})\.(?P<m8>{_M})\.(?P<y8>{_Y})(?!\d)"
    rf"|(?<![\d/])(?P<a>{_D})/(?P<b>{_M})/(?P<y9>{_Y})(?![\d/])",
    re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?P<part>上午|早上|凌晨|下午|晚上|午前|午後|오전|오후)\s?)?"
    r"(?:(?<![\d:.])(?P<h>\d{1,2}):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,6})?)?(?!\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?<![\d:.])(?P<h2>\d{1,2})\s?(?P<half2>[ap])\.?m\b\.?|(?<![\d:.])(?P<h3>\d{1,2})\s?(?:点|點|時|시)(?![间間간])(?:\s?(?P<m3>[0-5]?\d)\s?[分분]|(?P<thirty>半))?)",
    re.IGNORECASE)
_LATE = ("下午", "晚上", "午後", "오후")
_DAYS = {
    "today": "today 今天 今日 当天 當天 当日 same&day сегодня hoy hoje bugün 오늘 hôm&nay اليوم", "tonight": "tonight 今晚 今夜 오늘밤",
    "tomorrow": "tomorrow 明天 明日 次日 隔天 第二天 next&day overnight завтра mañana amanhã yarın 내일 ngày&mai غدا غدًا", "yesterday": "yesterday 昨天 昨日 вчера ayer ontem dün 어제 hôm&qua أمس",
    "overmorrow": "后天 後天 послезавтра 모레",
    "noon": "noon midday 中午 正午 полдень полудня mediodía öğlen 정오", "midnight": "midnight 午夜 полночь полуночи medianoche gece&yarısı 자정",
    "mon": "monday 周一 週一 星期一 礼拜一 月曜日 понедельник понедельника lunes pazartesi 월요일 الاثنين",
    "tue": "tuesday 周二 週二 星期二 礼拜二 火曜日 вторник вторника martes salı 화요일 الثلاثاء",
    "wed": "wednesday 周三 週三 星期三 礼拜三 水曜日 среда среду среды miércoles çarşamba 수요일 الأربعاء",
    "thu": "thursday 周四 週四 星期四 礼拜四 木曜日 четверг четверга jueves perşembe 목요일 الخميس",
    "fri": "friday 周五 週五 星期五 礼拜五 金曜日 пятница пятницу пятницы viernes cuma 금요일 الجمعة",
    "sat": "saturday 周六 週六 星期六 礼拜六 土曜日 суббота субботу субботы sábado cumartesi 토요일 السبت",
    "sun": "sunday 周日 週日 周天 星期日 星期天 礼拜天 日曜日 воскресенье воскресенья domingo pazar 일요일 الأحد",
}  # fmt: skip
_DAY_OF = {word.replace("&", " "): day for day, words in _DAYS.items() for word in words.split()}
_LETTERS = [word for word in _DAY_OF if ord(word[0]) < 0x1100]
_DAY = re.compile(rf"(?<![^\W\d_])(?:{one_of(_LETTERS)})(?![^\W\d_])|{one_of(word for word in _DAY_OF if word not in _LETTERS)}", re.IGNORECASE)


def dates(text: str) -> Iterator[Found]:
    """Days as ``year-month-day``; ``*`` for a part that is not said."""
    for found in _DATE.finditer(text):
        yield Found(*found.span(), Fact("date", _date(found), found.group()))


def _date(found: re.Match[str]) -> str:
    g = found.groupdict()
    if g["a"]:
        a, b = int(g["a"]), int(g["b"])
        if a <= 12 and b <= 12 and a != b:
            return found.group()
        day, month = (a, b) if b <= 12 else (b, a)
        return f"{g['y9']}-{month:02}-{day:02}"
    year = next((g[key] for key in ("y", "y2", "y4", "y5", "y6", "y7", "y8") if g[key]), "*")
    name = g["n4"] or g["n5"] or g["n6"]
    number = next((g[key] for key in ("m", "m2", "m3", "m7", "m8") if g[key]), None)
    month = _MONTHS[name.rstrip(".").casefold()] if name else int(number or 0)
    day_ = next((g[key] for key in ("d", "d3", "d4", "d5", "d7", "d8") if g[key]), None)
    return f"{year}-{month:02}-{int(day_):02}" if day_ else f"{year}-{month:02}-*"


def same_date(said: str, known: str) -> bool:
    """Whether every part that is said is known so."""
    if said == known:
        return True
    ours, theirs = said.split("-"), known.split("-")
    return len(ours) == len(theirs) == 3 and all(a in ("*", b) for a, b in zip(ours, theirs, strict=True))


def clocks(text: str) -> Iterator[Found]:
    """Times of day as ``hh:mm`` or ``hh:mm:ss``, with the zone that stands beside them."""
    for found in _CLOCK.finditer(text):
        after = re.compile(r"[\s(（]{0,2}").match(text, found.end())
        zone = ZONE.match(text, after.end() if after else found.end())
        end = zone.end() if zone else found.end()
        if zone is None:
            zone = next((one for one in ZONE.finditer(text, max(0, found.start() - 24), found.start()) if not text[one.end() : found.start()].strip()), None)
        value = _clock(found) + (f" {_zone(zone)}" if zone else "")
        yield Found(found.start(), end, Fact("time", value, text[found.start() : end]))


def _clock(found: re.Match[str]) -> str:
    g = found.groupdict()
    hour = int(g["h"] or g["h2"] or g["h3"])
    minute = "30" if g["thirty"] else f"{int(g['min'] or g['m3'] or 0):02}"
    half = (g["half"] or g["half2"] or "").lower()
    if (half == "p" or g["part"] in _LATE) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute}" + (f":{g['s']}" if g["s"] else "")


def _zone(found: re.Match[str]) -> str:
    """The same for all names of one zone: how far it is from UTC in winter and in summer."""
    offsets = [[datetime(2026, month, 15, tzinfo=zone).utcoffset() for month in (1, 7)] for zone in zones_of(found)]
    return "|".join(sorted("/".join(str(offset) for offset in pair) for pair in offsets)).replace(" ", "")


def same_time(said: str, known: str) -> bool:
    """Whether the clock and, when it is said, the zone are known so; seconds may be left out."""
    clock, _, zone = said.partition(" ")
    other, _, other_zone = known.partition(" ")
    return (other == clock or other.startswith(clock + ":")) and zone in ("", other_zone)


def days(text: str) -> Iterator[Found]:
    """Weekdays, today, tomorrow: a promise like any other."""
    for found in _DAY.finditer(text):
        yield Found(*found.span(), Fact("day", _DAY_OF[found.group().lower()], found.group()))

"""Days and lengths as each language writes them. Lengths are short, so that they need no plural; source: Unicode CLDR 46."""

from typing import NamedTuple

from .tongues import Tongue


class Calendar(NamedTuple):
    """day, short: with ``{d}``, ``{m}``, ``{y}``; comma: between a day and a time; minutes, hours, days: of a length."""

    months: tuple[str, ...]
    day: str
    short: str
    today: str
    yesterday: str
    tomorrow: str
    minutes: str
    hours: str
    days: str
    comma: str = ","


_NUMBERS = tuple(str(month) for month in range(1, 13))


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


CALENDARS: dict[Tongue, Calendar] = {
    "zh": Calendar(_NUMBERS, "{y} 年 {m} 月 {d} 日", "{m} 月 {d} 日", "今天", "昨天", "明天", "{m} 分钟", "{h} 小时 {m} 分", "{d} 天", ""),
    "zh-Hant": Calendar(_NUMBERS, "{y} 年 {m} 月 {d} 日", "{m} 月 {d} 日", "今天", "昨天", "明天", "{m} 分鐘", "{h} 小時 {m} 分", "{d} 天", ""),
    "en": Calendar(
        _months("January February March April May June July August September October November December"),
        "{d} {m} {y}", "{d} {m}", "today", "yesterday", "tomorrow", "{m} min", "{h} h {m} min", "{d} days"),
    "ru": Calendar(
        _months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        "{d} {m} {y} г.", "{d} {m}", "сегодня", "вчера", "завтра", "{m} мин", "{h} ч {m} мин", "{d} дн."),
    "es": Calendar(
        _months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        "{d} de {m} de {y}", "{d} de {m}", "hoy", "ayer", "mañana", "{m} min", "{h} h {m} min", "{d} d"),
    "vi": Calendar(_NUMBERS, "{d} tháng {m}, {y}", "{d} tháng {m}", "hôm nay", "hôm qua", "ngày mai", "{m} phút", "{h} giờ {m} phút", "{d} ngày"),
    "tr": Calendar(
        _months("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        "{d} {m} {y}", "{d} {m}", "bugün", "dün", "yarın", "{m} dk", "{h} sa {m} dk", "{d} gün"),
    "ko": Calendar(_NUMBERS, "{y}년 {m}월 {d}일", "{m}월 {d}일", "오늘", "어제", "내일", "{m}분", "{h}시간 {m}분", "{d}일", ""),
    "ja": Calendar(_NUMBERS, "{y}年{m}月{d}日", "{m}月{d}日", "今日", "昨日", "明日", "{m} 分", "{h} 時間 {m} 分", "{d} 日", ""),
    "pt": Calendar(
        _months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        "{d} de {m} de {y}", "{d} de {m}", "hoje", "ontem", "amanhã", "{m} min", "{h} h {m} min", "{d} d"),
    "ar": Calendar(
        _months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        "{d} {m} {y}", "{d} {m}", "اليوم", "أمس", "غدًا", "{m} د", "{h} س {m} د", "{d} ي", "،"),
}  # fmt: skip

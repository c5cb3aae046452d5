"""What a number is a number of: a length of time, a share, money."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from farol.core.chains.amounts import amounts
from farol.core.chains.coins import coin, coins

from .model import Fact, Kind
from .number_words import WORDED
from .numerals import NUMBER, SCALED, number_value, one_of, times

_SECOND, _MONTH, _WORKDAY = "s", "mo", "wd"
_UNITS: tuple[tuple[str, str, str], ...] = (
    # pattern, what it is counted in, how many of those: longer readings first
    (r"business days?|working days?|bank(?:ing)? days?|个?工作日|個工作日|营业日|營業日|営業日|días? (?:hábil(?:es)?|laborables?)|dias? út(?:il|eis)"
     r"|рабоч\w{2,3} д(?:ень|ня|ней)|ngày làm việc|iş günü|영업일|أيام عمل|يوم عمل|Werktagen?|Werktage?|Arbeitstagen?|jours? ouvr(?:és?|ables?)|giorni lavorativi|hari kerja|робочих днів", _WORKDAY, "1"),
    (r"seconds?|secs?|秒[钟鐘間]?|segundos?|секунд\w?|giây|saniye|초|ثانية|ثوان[ي]?|secondes?|Sekunden?|second[oi]|detik|ثانیه", _SECOND, "1"),
    (r"minutes?|mins?|分[钟鐘間]|(?<!十)分(?![之数享支类])|minutos?|минут\w?|мин|phút|dakika|분|دقيقة|دقائق|Minuten?|minut[oi]|menit|хвилин[аи]?|دقیقه|मिनट", _SECOND, "60"),
    (r"hours?|hrs?|h|个?小时|個?小時|个?钟头|時間|horas?|час(?:а|ов)?|ч|giờ|tiếng|saat|시간|ساعة|ساعات|heures?|Stunden?|or[ae]|jam|годин[аи]?|ساعت|घंट[ेा]", _SECOND, "3600"),
    (r"days?|天|日間?|días?|dias?|д(?:ень|ня|ней|н)|сут(?:ок|ки)|ngày|gün|일|أيام|يوما?|jours?|Tagen?|Tage?|giorn[oi]|hari|дн[іи]в?|روز|दिन", _SECOND, "86400"),
    (r"weeks?|个?星期|個?星期|个?礼拜|周|週間?|semanas?|недел\w{1,2}|tuần|hafta|주일?|أسبوعا?|أسابيع|semaines?|Wochen?|settiman[ae]|minggu|هفته", _SECOND, "604800"),
    (r"months?|个月|個月|[かヶカ]月|mes(?:es)?|mês|месяц(?:а|ев)?|tháng|ay|개월|달|شهرا?|أشهر|mois|Monaten?|Monate?|mes[ei]|bulan|місяц\w{1,2}", _MONTH, "1"),
    (r"years?|年間?|años?|anos?|год(?:а)?|лет|năm|yıl|년|سنة|سنوات|ans|années?|Jahren?|Jahre?|ann[oi]|tahun", _MONTH, "12"),
)
_WHOLE = {
    "ساعتين": ("2", "3600"), "ساعتان": ("2", "3600"), "دقيقتين": ("2", "60"), "يومين": ("2", "86400"), "يومان": ("2", "86400"),
    "أسبوعين": ("2", "604800"), "하루": ("1", "86400"), "이틀": ("2", "86400"), "사흘": ("3", "86400"), "полчаса": ("0.5", "3600"),
    "сутки": ("1", "86400"),
}  # fmt: skip
_END = r"(?![^\W_])"
_MOST_DIGITS = 7
"""Of a length of time; what has more is an id that ends in a letter."""
_GAP = r"[ \t\u3000-]{0,2}(?:[多余几個个])?[ \t]{0,2}"
_EVERY_UNIT = "|".join(f"(?P<u{place}>{unit})" for place, (unit, _, _) in enumerate(_UNITS))
_DURATION = re.compile(
    rf"(?P<number>{NUMBER}){_GAP}(?P<half>半)?(?:{_EVERY_UNIT})(?:{_END}|(?<=[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]))", re.IGNORECASE)
_WHOLE_WORDS = re.compile(rf"(?<![^\W\d_])(?:{one_of(_WHOLE)})(?![^\W\d_])|하루|이틀|사흘", re.IGNORECASE)
_PERCENT = re.compile(
    rf"(?P<number>{NUMBER})\s{{0,2}}(?:%|percent(?:age points?)?|per cent|pct{_END}|процент\w{{0,3}}|por ?ciento|por ?cento|phần trăm"
    rf"|퍼센트|프로(?!\w)|パーセント|个百分点|بالمئة|بالمائة|في المئة)|百分之(?P<han>{NUMBER})|(?:yüzde|%)\s?(?P<after>{SCALED})",
    re.IGNORECASE)
_BASIS = re.compile(rf"(?P<number>{SCALED})\s{{0,2}}(?:bps{_END}|basis points?|个?基点|個?基點)", re.IGNORECASE)
_MONEY = {
    "usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD", "美元": "USD", "美金": "USD", "долларов": "USD", "доллара": "USD",
    "dólares": "USD", "eur": "EUR", "€": "EUR", "euro": "EUR", "euros": "EUR", "欧元": "EUR", "евро": "EUR", "gbp": "GBP", "£": "GBP",
    "cny": "CNY", "rmb": "CNY", "元": "CNY", "块": "CNY", "块钱": "CNY", "人民币": "CNY", "yuan": "CNY", "юаней": "CNY", "¥": "¥", "jpy": "JPY",
    "yen": "JPY", "日元": "JPY", "円": "JPY", "rub": "RUB", "₽": "RUB", "рублей": "RUB", "рубля": "RUB", "руб": "RUB", "try": "TRY", "₺": "TRY",
    "tl": "TRY", "lira": "TRY", "krw": "KRW", "₩": "KRW", "원": "KRW", "vnd": "VND", "₫": "VND", "đồng": "VND", "brl": "BRL", "r$": "BRL",
    "reais": "BRL", "hkd": "HKD", "港币": "HKD", "港元": "HKD", "twd": "TWD", "台币": "TWD", "aed": "AED", "درهم": "AED", "inr": "INR", "₹": "INR",
}  # fmt: skip
_MONEY_AFTER = re.compile(rf"(?P<number>{NUMBER})\s{{0,2}}(?P<money>{one_of(_MONEY)})(?:{_END}|(?<=[^a-zа-я]))", re.IGNORECASE)
_MONEY_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?P<money>us\$|r\$|[$€£¥₽₺₩₫₹]|{one_of(m for m in _MONEY if len(m) == 3 and m.isascii() and m.isalpha())})"
    rf"\s{{0,2}}(?P<number>{SCALED})", re.IGNORECASE)
_WORDED_COIN = re.compile(rf"(?P<number>{SCALED}|{WORDED})\s{{1,2}}(?P<coin>[A-Za-z][0-9A-Za-z]{{1,11}})(?![0-9A-Za-z])", re.IGNORECASE)
_FREE = re.compile(
    r"(?<![^\W\d_])(?:(?:is|are|it's|completely|totally|entirely) free(?! to\b)|free of charge|(?:no|zero) (?:\w+ )?(?:fees?|charges?|commissions?)|fee[- ]free"
    r"|fees? (?:is|are) (?:zero|nothing)|without (?:any |a )?fees?|бесплатно|без комиссии|gratis|sin comisi(?:ón|ones)|grátis|sem taxas?|miễn phí|ücretsiz"
    r"|komisyonsuz|kostenlos|gratuit\w{0,3})(?![^\W\d_])|免费|免費|免手续费|免手續費|零手续费|零手續費|无手续费|不收(?:取)?(?:任何)?(?:手续)?费|무료|無料|مجان[ايً]\w?",
    re.IGNORECASE)
_UP_TO = re.compile(rf"(?P<number>{NUMBER})\s{{0,2}}(?:-|~|to|or|and|到|至|или|до|a|o|e|até|đến|ile|から|에서)\s{{0,2}}$", re.IGNORECASE)
_BACK = 48


class Found(NamedTuple):
    """A fact at its offsets."""

    start: int
    end: int
    fact: Fact


def durations(text: str) -> Iterator[Found]:
    """Lengths of time; 24 hours are a day and a week seven, a working day and a month are neither."""
    for found in _DURATION.finditer(text):
        if sum(character.isdigit() for character in found["number"]) > _MOST_DIGITS:
            continue
        _, base, factor = next(unit for place, unit in enumerate(_UNITS) if found[f"u{place}"])
        yield from _counted(text, found, "duration", _length(base, factor, half=bool(found["half"])))
    for word in _WHOLE_WORDS.finditer(text):
        count, factor = _WHOLE[word.group().lower()]
        yield Found(*word.span(), Fact("duration", f"{times(count, factor)} {_SECOND}", word.group()))


def _length(base: str, factor: str, *, half: bool) -> Callable[[str], str]:
    def value(written: str) -> str:
        number = number_value(written)
        if half and (doubled := times(number, "2")):
            number = times(str(int(float(doubled)) + 1), "0.5") or number
        product = times(number, factor)
        return f"{number} of {factor} {base}" if product is None else f"{product} {base}"

    return value


def shares(text: str) -> Iterator[Found]:
    """Percentages; basis points are hundredths of one."""
    for found in _PERCENT.finditer(text):
        yield from _counted(text, found, "percent", number_value)
    for found in _BASIS.finditer(text):
        yield from _counted(text, found, "percent", lambda written: times(number_value(written), "0.01") or written)


def money(text: str) -> Iterator[Found]:
    """Amounts of coins and of currencies, and that something costs nothing. ``¥`` may be either of two and is only like itself."""
    for free in _FREE.finditer(text):
        yield Found(*free.span(), Fact("amount", "free", free.group()))
    for amount in amounts(text):
        known = coins()[amount.coin]
        code = known.now or known.code
        written = text[amount.start : amount.end]
        two_ways = re.search(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])", written)
        value = two_ways[0] if two_ways else amount.value
        yield Found(amount.start, amount.end, Fact("amount", f"{value} {code}", written))
        yield from _first_of_range(text, amount.start, "amount", lambda first, code=code: f"{number_value(first)} {code}")  # type: ignore[misc]
    for found in _WORDED_COIN.finditer(text):
        if named := coin(found["coin"]):
            code = named.now or named.code
            yield from _counted(text, found, "amount", lambda written, code=code: f"{number_value(written)} {code}")  # type: ignore[misc]
    for pattern in (_MONEY_AFTER, _MONEY_BEFORE):
        for found in pattern.finditer(text):
            code = _MONEY[found["money"].lower()]
            yield from _counted(text, found, "amount", lambda written, code=code: f"{number_value(written)} {code}")  # type: ignore[misc]


def _counted(text: str, found: re.Match[str], kind: Kind, value: Callable[[str], str]) -> Iterator[Found]:
    groups = found.groupdict()
    written = groups.get("number") or groups.get("han") or groups.get("after") or ""
    yield Found(*found.span(), Fact(kind, value(written), found.group().strip()))
    yield from _first_of_range(text, found.start(), kind, value)


def _first_of_range(text: str, end: int, kind: Kind, value: Callable[[str], str]) -> Iterator[Found]:
    """In ``2-3 days`` the two is of days as well."""
    before = _UP_TO.search(text, max(0, end - _BACK), end)
    if before:
        yield Found(*before.span("number"), Fact(kind, value(before["number"]), before["number"]))

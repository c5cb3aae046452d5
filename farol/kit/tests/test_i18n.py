"""Languages and times: the right one of two languages, and no time without its zone."""

from datetime import UTC, datetime, timedelta

import pytest

from farol.kit import i18n
from farol.kit.i18n import Lang, Say, Texts, Tongue

NOW = datetime(2026, 11, 21, 16, 5, 30, tzinfo=UTC)


class Words(Texts):
    hello = Say("您好", "Hello")


def test_a_sentence_speaks_the_language_of_its_table() -> None:
    assert (Words("zh").hello, Words("en").hello) == ("您好", "Hello")
    assert Words.hello.text("zh") == "您好"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "en"),
        ("", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-GB,zh;q=0.9", "en"),
        ("ru,zh-TW;q=0.5,en;q=0.4", "ru"),
        ("uk,zh-TW;q=0.5,en;q=0.4", "zh-Hant"),
        ("pt-BR", "pt"),
        ("ar-EG,en;q=0.3", "ar"),
        ("fr, de", "en"),
        ("zh;q=0", "en"),
        ("en;q=0.1,zh;q=0.1", "en"),
        ("*", "en"),
        (";;;q=9,zh", "zh"),
        ("zh;q=nonsense", "en"),
        ("x" * 100_000, "en"),
    ],
)
def test_accept_language(header: str | None, expected: Tongue) -> None:
    assert i18n.choose(header) == expected


@pytest.mark.parametrize(
    ("zone", "lang", "expected"),
    [
        ("UTC", "en", "16:05 UTC"),
        ("UTC", "zh", "16:05 UTC"),
        ("Asia/Shanghai", "zh", "00:05（上海）"),
        ("Asia/Shanghai", "en", "00:05 Shanghai"),
        ("America/Sao_Paulo", "en", "13:05 Sao Paulo"),
        ("Asia/Shanghai", "ja", "00:05（上海）"),
        ("Europe/Moscow", "ru", "19:05 Москва"),
        ("Asia/Kolkata", "ar", "21:35 Kolkata"),
        ("Mars/Olympus", "en", "16:05 UTC"),
        ("../../etc/passwd", "en", "16:05 UTC"),
        ("", "en", "16:05 UTC"),
    ],
)
def test_a_time_names_its_zone(zone: str, lang: Tongue, expected: str) -> None:
    assert i18n.clock_time(NOW, lang, zone) == expected


@pytest.mark.parametrize(
    ("back", "zone", "lang", "expected"),
    [
        (timedelta(0), "UTC", "en", "today 16:05 UTC"),
        (timedelta(0), "Asia/Shanghai", "zh", "今天 00:05（上海）"),
        (timedelta(hours=1), "Asia/Shanghai", "zh", "昨天 23:05（上海）"),
        (timedelta(days=-1), "UTC", "en", "tomorrow 16:05 UTC"),
        (timedelta(days=3), "UTC", "en", "18 November, 16:05 UTC"),
        (timedelta(days=3), "UTC", "zh", "11 月 18 日 16:05 UTC"),
        (timedelta(days=400), "UTC", "en", "17 October 2025, 16:05 UTC"),
        (timedelta(days=400), "UTC", "zh", "2025 年 10 月 17 日 16:05 UTC"),
    ],
)
def test_a_moment_counts_days_where_the_reader_is(back: timedelta, zone: str, lang: Lang, expected: str) -> None:
    assert i18n.moment(NOW - back, NOW, lang, zone) == expected


@pytest.mark.parametrize(
    ("span", "zh", "en"),
    [
        (timedelta(seconds=-5), "0 分钟", "0 min"),
        (timedelta(minutes=3), "3 分钟", "3 min"),
        (timedelta(minutes=127), "2 小时 07 分", "2 h 07 min"),
        (timedelta(days=4), "4 天", "4 days"),
    ],
)
def test_lengths(span: timedelta, zh: str, en: str) -> None:
    assert (i18n.length(span, "zh"), i18n.length(span, "en")) == (zh, en)


def test_languages_of_pages() -> None:
    assert [i18n.lang_of(tag) for tag in ("zh", "zh-Hant", "ZH-cn", "en", "ru", "")] == ["zh", "zh", "zh", "en", "en", "en"]
    assert i18n.is_lang("zh")
    assert not i18n.is_lang("fr")

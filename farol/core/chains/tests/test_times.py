"""Times in words: days, parts of the day, clocks, zones, and what stays ambiguous."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import times

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
"""A Sunday, 16:30 in Shanghai and 11:30 in Moscow."""
SHANGHAI, MOSCOW = "Asia/Shanghai", "Europe/Moscow"


def read(text: str, zone: str) -> list[list[str]]:
    return [[f"{span.begin:%m-%d %H:%M}" for span in one.readings] for one in times(text, NOW, zone)]


@pytest.mark.parametrize(
    ("text", "zone", "begins"),
    [
        ("昨晚12点转的", SHANGHAI, "11-21 16:00"),
        ("昨晚1点", SHANGHAI, "11-20 17:00"),
        ("今早八点半", SHANGHAI, "11-22 00:30"),
        ("昨晚8点500U没到账", SHANGHAI, "11-21 12:00"),
        ("前天凌晨2点", SHANGHAI, "11-19 18:00"),
        ("昨天下午3点15分", SHANGHAI, "11-21 07:15"),
        ("北京时间11月20号晚上8点", MOSCOW, "11-20 12:00"),
        ("上周五", SHANGHAI, "11-12 16:00"),
        ("2026-11-20 14:02 UTC+8", MOSCOW, "11-20 06:02"),
        ("2026-11-20T14:02:33Z", SHANGHAI, "11-20 14:02"),
        ("2026年11月20日 14:02:33", SHANGHAI, "11-20 06:02"),
        ("2026-11-20 02:30 +05:30", SHANGHAI, "11-19 21:00"),
        ("14:02", SHANGHAI, "11-22 06:02"),
        ("３小时前", SHANGHAI, "11-22 05:00"),
        ("一个半小时前", SHANGHAI, "11-22 06:45"),
        ("yesterday 9pm", MOSCOW, "11-21 18:00"),
        ("last night at 11", MOSCOW, "11-21 20:00"),
        ("on Friday at 10:15 am", MOSCOW, "11-20 07:15"),
        ("20 Nov 14:02", MOSCOW, "11-20 11:02"),
        ("half an hour ago", MOSCOW, "11-22 07:45"),
        ("вчера 21:00", MOSCOW, "11-21 18:00"),
    ],
)
def test_a_clear_time_has_one_reading(text: str, zone: str, begins: str) -> None:
    assert read(text, zone) == [[begins]]


@pytest.mark.parametrize(
    ("text", "zone", "begins"),
    [
        ("8点一刻", SHANGHAI, ["11-21 12:15", "11-22 00:15"]),
        ("at 8:30", MOSCOW, ["11-21 17:30", "11-22 05:30"]),
        ("3/4 at 5pm UTC", MOSCOW, ["03-04 17:00", "04-03 17:00"]),
        ("Nov 20, 2026 2:30 PM CST", MOSCOW, ["11-20 06:30", "11-20 20:30"]),
        ("last Friday", MOSCOW, ["11-12 21:00", "11-19 21:00"]),
        ("1 Nov 2026 1:30 am", "America/New_York", ["11-01 05:30", "11-01 06:30"]),
    ],
)
def test_an_ambiguous_time_keeps_every_reading(text: str, zone: str, begins: list[str]) -> None:
    assert read(text, zone) == [begins]
    assert times(text, NOW, zone)[0].ambiguous


@pytest.mark.parametrize("text", ["", "3点建议", "1:1", "ratio 10:2", "2026-13-40", "25:70", "8点半天没到", "500 USDT", "version 1.2.3", "http://a.b/12:30"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert times(text, NOW) == []


def test_the_span_is_as_long_as_the_words_are_precise() -> None:
    lengths = [one.readings[0].end - one.readings[0].begin for text in ("昨天 14:02", "昨天晚上9点", "昨天") for one in times(text, NOW, SHANGHAI)]
    assert lengths == [timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)]


def test_the_words_are_kept_as_they_stood() -> None:
    (found,) = times("我是昨\u200b晚１２点转的", NOW, SHANGHAI)
    assert found.text == "昨\u200b晚１２点"
    assert not found.zoned


@given(st.text(max_size=200), st.sampled_from(["昨晚12点", "2026-11-20 14:02 UTC+8", "3 hours ago", "on Friday", "5/6"]), st.text(max_size=200))
def test_any_text_is_read_without_raising(before: str, said: str, after: str) -> None:
    text = f"{before} {said} {after}"
    for one in times(text, NOW, SHANGHAI):
        assert text[one.start : one.end] == one.text
        assert all(span.begin < span.end and span.begin.tzinfo for span in one.readings)
        assert list(one.readings) == sorted(one.readings)


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2026, 11, 20)), st.sampled_from([SHANGHAI, MOSCOW, "America/New_York", "Asia/Kolkata"]))
def test_a_written_out_time_is_read_back(at: datetime, zone: str) -> None:
    moment = at.replace(second=0, microsecond=0, tzinfo=UTC)
    (found,) = times(f"发生在 {moment:%Y-%m-%d %H:%M} UTC", NOW, zone)
    assert found.readings[0].begin == moment


@pytest.mark.parametrize("piece", ["1", "1:", "昨", "昨晚", "8点", "11/1", "3小时", "last ", "2026-1", "一", "at 1", "UTC", "个半"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    times((piece * (100_000 // len(piece) + 1))[:100_000], NOW)
    assert time.process_time() - started < 2.0

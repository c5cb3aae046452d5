"""What customers read about a language's hours."""

from datetime import UTC, date, datetime

from farol.desk.languages.model import DeskLanguage
from farol.desk.languages.telling import opening, told
from farol.desk.sla.hours import Calendar, Span
from farol.kit.i18n import TONGUES

WEEKDAYS = tuple(Span(day, 9 * 60, 18 * 60) for day in range(5))
MOSCOW = Calendar(1, "Moscow", "Europe/Moscow", False, WEEKDAYS)
RUSSIAN = DeskLanguage("ru", 1, "en", 600, True)


def test_hours_other_times_and_machine_translation() -> None:
    said = told(RUSSIAN, MOSCOW, datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert said.here
    assert said.says["en"] == (
        "Russian: Mon to Fri 09:00–18:00 Moscow; at other times we answer in English, or in Russian through machine translation.")
    assert said.says["zh"] == "俄语：周一至周五 09:00–18:00（莫斯科），其他时间用英语回答，或用机器翻译的俄语回答。"
    assert not told(RUSSIAN, MOSCOW, datetime(2026, 11, 23, 16, tzinfo=UTC)).here


def test_day_and_night_is_said_without_a_promise() -> None:
    said = told(DeskLanguage("zh-Hans", None, "en", 0, False), None, datetime(2026, 11, 23, tzinfo=UTC))
    assert said.says["en"] == "Chinese: somebody is there day and night; when nobody who speaks it is there, we answer in English."


def test_days_of_their_own_and_holidays() -> None:
    odd = Calendar(1, "x", "UTC", False, (Span(5, 600, 720), Span(0, 540, 660), Span(0, 720, 900)), frozenset({date(2026, 1, 1)}))
    assert opening(odd, "en") == "Mon 09:00–11:00, 12:00–15:00; Sat 10:00–12:00 UTC; not on holidays"
    assert opening(Calendar(1, "x", "UTC", False, tuple(Span(day, 0, 60) for day in range(7))), "zh") == "每天 00:00–01:00 UTC"
    assert opening(Calendar(1, "x", "UTC", False), "en") == "no set hours"


def test_customers_read_it_in_their_own_language() -> None:
    says = told(RUSSIAN, MOSCOW, datetime(2026, 11, 23, 8, tzinfo=UTC)).says
    assert set(says) == set(TONGUES)
    assert len(set(says.values())) == len(TONGUES), "none falls back to another"
    assert says["ru"] == "Русский: пн–пт 09:00–18:00 Москва; в другое время отвечаем на языке: английский, либо через машинный перевод: русский."
    assert says["zh-Hant"] == "俄語：週一至週五 09:00–18:00（莫斯科），其他時間用英語回答，或用機器翻譯的俄語回答。"
    assert says["ja"].startswith("ロシア語：月から金 09:00–18:00（モスクワ）、")
    assert says["ar"].endswith("أو بترجمة آلية إلى الروسية.")


def test_hours_hold_through_a_change_of_clocks_and_on_holidays() -> None:
    madrid = Calendar(1, "Madrid", "Europe/Madrid", False, WEEKDAYS, frozenset({date(2026, 3, 31)}))
    spanish = DeskLanguage("es", 1, "en", 600, False)
    here = {at: told(spanish, madrid, at).here for at in (
        datetime(2026, 3, 27, 7, 30, tzinfo=UTC), datetime(2026, 3, 27, 8, 30, tzinfo=UTC), datetime(2026, 3, 30, 7, 30, tzinfo=UTC),
        datetime(2026, 3, 30, 16, 30, tzinfo=UTC), datetime(2026, 3, 31, 9, 0, tzinfo=UTC))}
    assert list(here.values()) == [False, True, True, False, False], "nine there is eight UTC in winter and seven in summer"

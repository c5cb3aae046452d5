"""Whether one model does worse than another, by language and by alarm."""

from farol.core.understanding import Model
from farol.core.understanding.tests.conftest import model
from farol.core.understanding.tests.scene import ALARMS, ROWS
from farol.insight.learning.judging import shadow, worse
from farol.insight.learning.model import Count, Shadow

__all__ = ["model"]


def of(en: int, zh: int, alarm: int = 50) -> Shadow:
    return Shadow({"en": Count(en, 1000), "zh-Hans": Count(zh, 1000)}, {}, {"sec.account_stolen": Count(alarm, 50)}, Count(0, 0), Count(0, 0))


def test_every_row_is_counted_where_it_belongs(model: Model) -> None:
    found = shadow(model, ROWS, ALARMS)
    assert {name: count.n for name, count in found.languages.items()} == {"en": 18, "zh-Hans": 18}
    assert found.alarms["sec.account_stolen"].n == 12
    assert found.outside.n == 12
    assert found.rings.n == 36
    assert found.languages["en"].share > 0.9


def test_a_language_that_loses_more_than_one_in_two_hundred_is_worse() -> None:
    assert worse(of(900, 900), of(900, 900)) == []
    assert worse(of(950, 896), of(900, 900)) == []
    assert worse(of(950, 894), of(900, 900)) == ["language:zh-Hans"]


def test_an_alarm_may_not_lose_a_single_sentence() -> None:
    assert worse(of(990, 990, 49), of(900, 900, 50)) == ["alarm:sec.account_stolen"]

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


def pair(lost: int, won: int, same: int = 300, kind: str = "language", name: str = "ru") -> list[str]:
    """What is said of a model that lost and won so many sentences of one kind."""
    then, now = [True] * same + [True] * lost + [False] * won, [True] * same + [False] * lost + [True] * won

    def told(rows: list[bool]) -> Shadow:
        bits = {f"{kind}:{name}": f"{int(''.join('01'[one] for one in rows), 2):x}"}
        counts = {name: Count(sum(rows), len(rows))}
        return Shadow(counts if kind == "language" else {}, counts if kind == "reason" else {}, {}, Count(0, 0), Count(0, 0), bits)

    return worse(told(now), told(then))


def test_what_any_training_changes_by_chance_is_not_worse_and_what_it_would_seldom_is() -> None:
    assert pair(8, 5) == [], "eight lost and five won of three hundred: one training in three does that"
    assert pair(9, 1) == ["language:ru"]
    assert pair(20, 2, same=2000) == ["language:ru"]
    assert pair(8, 0, same=2000) == [], "within the slack"
    assert pair(7, 0, same=50, kind="reason", name="dep.unconfirmed") == ["reason:dep.unconfirmed"], "gross"
    assert pair(6, 1, same=200, kind="reason", name="dep.unconfirmed") == []
    assert pair(14, 1, same=200, kind="reason", name="dep.unconfirmed") == ["reason:dep.unconfirmed"]


def test_which_sentences_were_right_is_kept_in_their_order(model: Model) -> None:
    found = shadow(model, ROWS, ALARMS)
    for language, count in found.languages.items():
        assert int(found.hits[f"language:{language}"], 16).bit_count() == count.right
    assert worse(found, found) == []

"""A rise is told from chance: by median and spread, and never from a handful."""

import pytest

from farol.desk.surge.model import judge
from farol.desk.surge.topics import topics_of

QUIET, BUSY = [2, 3, 2, 4, 3, 2, 3, 2, 3, 4, 2, 3], [40, 44, 38, 41, 39, 45, 42, 40, 37, 43, 41, 40]


@pytest.mark.parametrize(("n", "past", "level"), [
    (3, QUIET, "usual"), (5, QUIET, "usual"), (7, QUIET, "rising"), (28, QUIET, "high"),
    (4, [0] * 12, "usual"), (7, [0] * 12, "rising"), (9, [0] * 12, "high"),
    (50, BUSY, "usual"), (62, BUSY, "rising"), (100, BUSY, "high"),
    (24, [], "usual"), (25, [], "high"),
])
def test_levels(n: int, past: list[int], level: str) -> None:
    assert judge(n, past).level == level


def test_one_surge_in_the_past_hides_no_surge_now() -> None:
    assert judge(28, [*QUIET[:-1], 400]).level == "high"


def test_what_a_ticket_is_counted_under() -> None:
    assert topics_of("dep.suspended", "充了 500 USDT，TRC20 没到账") == ["all", "reason:dep", "coin:USDT", "network:TRON"]
    assert topics_of(None, "hello") == ["all"]

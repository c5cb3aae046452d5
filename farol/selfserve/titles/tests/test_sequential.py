"""The test may be looked at after every visitor: it errs in no more than one trial of twenty, and finds what there is to find."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from farol.selfserve.titles.model import Variant, verdict
from farol.selfserve.titles.sequential import ALPHA, LEAST_OPENED, LEAST_SHOWN, TAU, p_value

Counts = NDArray[np.int64]
TRIALS, VISITORS = 2_000, 5_000


def first_decision(share_a: float, share_b: float, trials: int, *, seed: int = 2_026) -> tuple[float, float]:
    """Trials that are looked at after every visitor: the share that is ever decided, and the median number of visitors until then."""
    made = np.random.default_rng(seed)
    decided: list[int] = []
    for _ in range(trials):
        second = made.random(VISITORS) < 0.5
        opened = made.random(VISITORS) < np.where(second, share_b, share_a)
        n = [np.cumsum(~second), np.cumsum(second)]
        x = [np.cumsum(opened & ~second), np.cumsum(opened & second)]
        found = np.flatnonzero(p_values(n[0], x[0], n[1], x[1]) <= ALPHA)
        if found.size:
            decided.append(int(found[0]) + 1)
    return len(decided) / trials, float(np.median(decided)) if decided else math.inf


def p_values(n: Counts, x: Counts, m: Counts, y: Counts) -> NDArray[np.float64]:
    """``p_value`` over whole arrays."""
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = x / n, y / m
        variance = a * (1 - a) / n + b * (1 - b) / m
        both = variance + TAU**2
        ratio = 0.5 * np.log(variance / both) + TAU**2 * (b - a) ** 2 / (2 * variance * both)
    enough = (np.minimum(n, m) >= LEAST_SHOWN) & (x + y >= LEAST_OPENED)
    return np.where(enough, np.minimum(1.0, np.exp(-np.nan_to_num(ratio))), 1.0)


def test_the_simulation_judges_as_the_product_does() -> None:
    made = np.random.default_rng(1)
    n, m = made.integers(1, 4_000, 500), made.integers(1, 4_000, 500)
    x, y = made.binomial(n, 0.05), made.binomial(m, 0.08)
    for one, *numbers in zip(p_values(n, x, m, y), n, x, m, y, strict=True):
        assert one == pytest.approx(p_value(*map(int, numbers)), rel=1e-9)


@pytest.mark.parametrize("share", [0.01, 0.05, 0.3])
def test_where_nothing_differs_at_most_one_trial_of_twenty_is_ever_decided(share: float) -> None:
    wrong, _ = first_decision(share, share, TRIALS)
    assert wrong <= ALPHA


def test_five_against_eight_of_a_hundred_is_found() -> None:
    found, visitors = first_decision(0.05, 0.08, 300)
    assert found >= 0.9
    assert visitors < 3_000


def test_the_value_is_that_of_the_formula() -> None:
    n, a, b = 2_000, 0.05, 0.08
    v = a * (1 - a) + b * (1 - b)  # the paper's V_n
    ratio = math.sqrt(v / (v + n * TAU**2)) * math.exp(n**2 * TAU**2 * (b - a) ** 2 / (2 * v * (v + n * TAU**2)))
    assert p_value(n, 100, n, 160) == pytest.approx(1 / ratio)
    assert p_value(n, 160, n, 100) == pytest.approx(1 / ratio)


@pytest.mark.parametrize("numbers", [(0, 0, 0, 0), (99, 0, 5_000, 900), (100, 4, 100, 5), (5_000, 250, 5_000, 250), (200, 200, 200, 200)])
def test_too_little_and_no_difference_say_nothing(numbers: tuple[int, int, int, int]) -> None:
    assert p_value(*numbers) == 1.0


def titles(*counted: tuple[int, int]) -> list[Variant]:
    return [Variant(1, place, str(place), shown, opened) for place, (shown, opened) in enumerate(counted)]


@pytest.mark.parametrize(
    ("counted", "winner"),
    [
        ([(3_000, 150), (3_000, 240)], 1),
        ([(3_000, 240), (3_000, 150)], 0),
        ([(300, 15), (300, 18)], None),
        ([(3_000, 150), (3_000, 240), (3_000, 300)], 2),
        ([(3_000, 240), (3_000, 150), (3_000, 240)], None),
        ([(3_000, 240), (3_000, 150), (3_000, 120)], 0),
        ([(3_000, 240), (3_000, 150), (3_000, 400)], 2),
    ],
)
def test_the_better_title_is_taken_and_the_published_one_stays_when_all_others_are_worse(counted: list[tuple[int, int]], winner: int | None) -> None:
    assert verdict(titles(*counted)).winner == winner


def test_of_three_titles_each_comparison_counts_twice() -> None:
    two, three = verdict(titles((2_000, 100), (2_000, 150))), verdict(titles((2_000, 100), (2_000, 150), (2_000, 100)))
    assert three.p == pytest.approx(2 * two.p)

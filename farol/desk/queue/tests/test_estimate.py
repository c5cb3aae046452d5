"""The model of the wait: against the exact law, and over a whole day."""

import math
import random
from itertools import pairwise

import pytest

from farol.desk.queue import estimate as est
from farol.desk.queue.model import order
from farol.desk.queue.tests.day import Contact, Day


@pytest.fixture(scope="module")
def day() -> list[Contact]:
    """Everybody's wait in a day of 200 agents."""
    return Day(seed=7).play()


@pytest.mark.parametrize(("ahead", "servers"), [(0, 2), (4, 6), (30, 20), (300, 60)])
def test_the_fluid_is_close_to_the_exact_sum(ahead: int, servers: int) -> None:
    figures = est.Figures()
    a, theta = servers / figures.handling_s, 1 / figures.patience_s
    steps = [1 / (a + k * theta) for k in range(ahead + 1)]
    found = est.raw(est.Line(ahead, servers), figures)
    assert found
    dice = random.Random(1)
    drawn = sorted(sum(dice.expovariate(1 / s) for s in steps) for _ in range(4000))
    assert found.usually - est.PICK_UP_S == pytest.approx(drawn[2000], rel=0.1)
    assert found.slowest - 3 * est.PICK_UP_S == pytest.approx(drawn[3600], rel=0.1)


def test_more_ahead_is_longer_more_people_is_shorter() -> None:
    waits = [est.raw(est.Line(n, 6), est.Figures()) for n in range(0, 500, 10)]
    assert all(a and b and a.usually < b.usually and a.slowest < b.slowest for a, b in pairwise(waits))
    few, many = est.raw(est.Line(5, 2), est.Figures()), est.raw(est.Line(5, 20), est.Figures())
    assert few and many and few.usually > many.usually  # noqa: PT018
    assert est.raw(est.Line(5, 0), est.Figures()) is None


def test_little_data_leans_on_the_prior() -> None:
    assert est.handling([]) == 360
    assert est.handling([600] * 20) == 480
    assert est.patience(0, 0) == 3600
    assert est.correction([0.5] * (est.LEAST - 1), 0.9) == 1
    assert est.correction([n / 100 for n in range(1, 101)], 0.9) == pytest.approx(0.91)
    assert math.isfinite(est.correction([1.0] * 30, 0.999))


def test_a_day_keeps_the_promise(day: list[Contact]) -> None:
    """P90: between 88 and 92 in a hundred are answered within what they were told, once there is something learned."""
    answered = [c for c in day if not c.gone and c.learned and c.told is not None]
    assert len(answered) > 15_000
    kept = sum(c.waited <= c.told for c in answered if c.told is not None) / len(answered)
    assert 0.88 <= kept <= 0.92


def test_a_day_starves_nobody(day: list[Contact]) -> None:
    """Everybody was answered or left by themselves, and the longest waits belong to the lowest severity."""
    longest = {s: max(c.waited for c in day if not c.gone and c.waiting.severity == s) for s in ("P0", "P1", "P2", "P3", "P4")}
    assert longest["P0"] < 60
    assert longest["P1"] < 300
    assert longest["P4"] < 2 * 3600
    assert sum(c.gone for c in day) / len(day) < 0.05


def test_a_day_is_first_in_first_out(day: list[Contact]) -> None:
    """In each class (severity, tier, language) who came first was answered first."""
    classes: dict[object, list[Contact]] = {}
    for contact in day:  # in the order of answering
        if not contact.gone and contact.waiting.severity not in ("P0", "P1"):
            classes.setdefault((contact.waiting.severity, contact.tier, contact.waiting.language), []).append(contact)
    for answered in classes.values():
        orders = [order(c.waiting) for c in answered]
        assert orders == sorted(orders)

"""Weights follow what tells right from wrong, and the probability of the best candidate is as often right as it says."""

import random

from farol.app.evaluate.gate_fit import Asked, Labelled, fit, measure
from farol.selfserve.assistant.turn.gate import Signs


def asked(rng: random.Random) -> Asked:
    """The right candidate is likelier the surer the intent model is; the other signs tell nothing."""
    prior = rng.random()
    right = rng.random() < prior
    noise = [rng.random() for _ in range(6)]
    return Asked([
        Labelled(Signs(noise[0], noise[1], noise[2], noise[3], prior, noise[4], noise[5]), right),
        Labelled(Signs(noise[1], noise[0], noise[3], noise[2], 0.0, noise[5], noise[4]), False),
    ])


def test_the_best_is_believed_as_often_as_it_is_right() -> None:
    rng = random.Random(7)
    weights = fit([asked(rng) for _ in range(2_000)])
    fresh = [asked(rng) for _ in range(2_000)]
    sure, all_of_them = measure(fresh, weights, 0.8), measure(fresh, weights, 0.0)
    assert sure.precision > 0.8
    assert 0.05 < sure.answered < 0.4
    assert all_of_them.answered == 1.0
    assert sure.precision > all_of_them.precision + 0.2


def test_nothing_to_choose_from_is_not_answered() -> None:
    rng = random.Random(7)
    weights = fit([asked(rng) for _ in range(200)])
    assert measure([Asked([])], weights, 0.5) == (0.0, 1.0, 0.0, 1)

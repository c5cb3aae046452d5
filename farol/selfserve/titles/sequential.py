"""The test behind a trial: whether one of two shares is larger, asked as often as one likes. Pure arithmetic."""

import math

ALPHA = 0.05
"""The chance of a wrong decision over the whole life of a trial, however often it is looked at."""
TAU = 0.02
"""Standard deviation of the differences that are thought possible: between two titles, some points of a hundred.

It sets what is found soonest, never how often the test errs.
"""
LEAST_SHOWN, LEAST_OPENED = 100, 10
"""Visitors of each title, and openings of both together, before the normal approximation is good enough to judge by."""


def p_value(shown_a: int, opened_a: int, shown_b: int, opened_b: int) -> float:
    """How well the two shares still fit to being equal, from 0 to 1; 1 for too few visitors.

    A mixture sequential probability ratio test. With shares a and b of n and m visitors, their difference d = b - a has variance
    V = a (1 - a) / n + b (1 - b) / m, and against a normal mixture N(0, tau^2) of differences the likelihood ratio is

        L = sqrt(V / (V + tau^2)) * exp(tau^2 d^2 / (2 V (V + tau^2))),        p = min(1, 1 / L).

    While nothing differs L is (nearly) a martingale that begins at 1, so by Ville's inequality it reaches 1 / alpha in at most a
    share alpha of all trials, however long they run: the least p so far is valid at every moment, and may be looked at any time.

    R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Always valid inference: continuous monitoring of A/B tests", Operations Research 70
    (2022) 1806-1821 (arXiv:1512.04922, "Peeking at A/B tests", KDD 2017), section on two streams of Bernoulli data; with n = m this
    is their formula for V_n = a (1 - a) + b (1 - b).
    """
    if min(shown_a, shown_b) < LEAST_SHOWN or opened_a + opened_b < LEAST_OPENED:
        return 1.0
    a, b = opened_a / shown_a, opened_b / shown_b
    variance, mixture = a * (1 - a) / shown_a + b * (1 - b) / shown_b, TAU * TAU
    if not variance:  # every visitor of each title did the same
        return 1.0 if a == b else 0.0
    both = variance + mixture
    ratio = 0.5 * math.log(variance / both) + mixture * (b - a) ** 2 / (2 * variance * both)
    return math.exp(-ratio) if ratio > 0 else 1.0

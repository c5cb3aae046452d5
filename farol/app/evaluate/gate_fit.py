"""Finds the weights of the assistant's gate: which signs of a candidate speak for it, from questions whose answer is known."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from farol.selfserve.assistant.turn.gate import Signs, Weights

STRENGTH = 1.0
"""Of the logistic regression: how far weights may go from nothing."""


class Labelled(NamedTuple):
    """A candidate for a question, and whether it is the answer."""

    signs: Signs
    right: bool


class Asked(NamedTuple):
    """A question in a language with its candidates, in no order."""

    candidates: Sequence[Labelled]
    language: str = ""


class Measured(NamedTuple):
    """answered: share of questions answered. precision: share of those with the right answer. among_three: share with it among three."""

    answered: float
    precision: float
    among_three: float
    asked: int


def fit(asked: Sequence[Asked]) -> Weights:
    """The weights of a logistic regression over all candidates of half the questions, then set so that the probability of the best candidate
    of a question is believed as often as it is right: that is judged by the other half."""
    half = len(asked) // 2
    bias, weights = _regression([(one.signs.row(), one.right) for question in asked[:half] for one in question.candidates])
    tops = [(top.signs.row(), top.right) for question in asked[half:] if (top := _best(question, Weights(bias, weights))) is not None]
    shift, scale = _regression([((bias + sum(w * v for w, v in zip(weights, row, strict=True)),), right) for row, right in tops])
    return Weights(round(shift + scale[0] * bias, 4), tuple(round(scale[0] * weight, 4) for weight in weights))


def _best(question: Asked, weights: Weights) -> Labelled | None:
    return max(question.candidates, key=lambda one: weights.believed(one.signs), default=None)


def _regression(rows: Sequence[tuple[tuple[float, ...], bool]]) -> tuple[float, tuple[float, ...]]:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    model = LogisticRegression(C=STRENGTH, max_iter=2_000)
    model.fit(np.asarray([row for row, _ in rows]), np.asarray([right for _, right in rows]))
    return float(model.intercept_[0]), tuple(float(value) for value in model.coef_[0])


def measure(asked: Sequence[Asked], weights: Weights, threshold: float) -> Measured:
    """How often the best candidate passes the threshold, and how often it is then right."""
    answered = right = three = 0
    for question in asked:
        ranked = sorted(question.candidates, key=lambda one: -weights.believed(one.signs))
        three += any(one.right for one in ranked[:3])
        if ranked and weights.believed(ranked[0].signs) >= threshold:
            answered += 1
            right += ranked[0].right
    total = max(len(asked), 1)
    return Measured(answered / total, right / answered if answered else 1.0, three / total, len(asked))


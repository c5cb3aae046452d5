"""Finds the weights of the assistant's gate: which signs of a candidate speak for it, from questions whose answer is known."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from farol.selfserve.assistant.turn.gate import Signs, Weights

FOLDS, EACH = 3, 3
"""Parts the own sentences are asked in, and of how many of a part one is."""
STRENGTH = 10.0
"""Of the logistic regression: how far weights may go from nothing."""


class Labelled(NamedTuple):
    """A candidate for a question, and whether it is the answer."""

    signs: Signs
    right: bool


class Asked(NamedTuple):
    """A question with its candidates, the best last signs first. answerable: one of the shelf is the answer."""

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


def main() -> None:
    """Writes the weights that ship with the product: ``python -m farol.app.evaluate.gate_fit``. Takes some minutes.

    A third of the project's own sentences at a time is asked of an intent model made from the rest, so that its shares are as they are for
    customers. What was written apart is not looked at.
    """
    import msgspec

    from farol.core.understanding.model import OUT
    from farol.core.understanding.rows import own
    from farol.core.understanding.training import parted, train
    from farol.selfserve.assistant.turn import gate
    from farol.selfserve.assistant.turn.finding import LEXICAL

    from .answer_own import candidates, has_article, shelf

    rows, books = own(), shelf()
    known: list[Asked] = []
    bare: list[Asked] = []
    for part in range(FOLDS):
        learnt, back = parted(rows, part, FOLDS)
        model = train(learnt)
        for place, row in enumerate(sorted(back, key=lambda row: hashlib.sha256(row.text.encode()).digest())):
            if place % EACH or (row.label != OUT and not has_article(row)):
                continue
            (known if row.language.partition("-")[0] in LEXICAL else bare).append(candidates(row, model, books))
    words = f"{len(known)} and {len(bare)} of the project's own questions, each asked of an intent model that had not seen it"
    kept = gate.Gate(fit(known), fit(bare), words)
    path = Path(gate.__file__).with_name("gate.json")
    path.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


if __name__ == "__main__":
    main()

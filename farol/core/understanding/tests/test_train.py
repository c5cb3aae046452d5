"""The same rows make the same model, in any order; temperature, limits and alarms come from rows held back."""

import random

import numpy as np
import pytest

from farol.core.understanding import OUT, Model, Row
from farol.core.understanding.features import pieces
from farol.core.understanding.model import EVERY
from farol.core.understanding.training import TooLittle, _matrix, fit, parted, train
from farol.core.understanding.vectors import Vocabularies

from .scene import ALARMS, ROWS


def same(one: Model, two: Model) -> bool:
    return one.card == two.card and one.known.words.known == two.known.words.known and np.array_equal(one.weights, two.weights) and np.array_equal(one.bias, two.bias)


def test_the_order_of_rows_and_repeated_rows_do_not_matter(model: Model) -> None:
    mixed = [*ROWS, *ROWS[:5]]
    random.Random(7).shuffle(mixed)
    assert same(train(mixed, alarms=ALARMS), model)


def test_learning_sees_what_reading_sees() -> None:
    texts = [pieces(row.text) for row in (*ROWS, Row("en", "dep.unconfirmed", ""))]
    known = Vocabularies.of(texts, 2)
    for row, text in zip(_matrix(known, texts), texts, strict=True):
        places, values = known.vector(text)
        assert np.array_equal(row.indices, places)
        assert np.allclose(row.data, values, atol=1e-6)


def test_one_row_more_is_another_model(model: Model) -> None:
    assert train([*ROWS, Row("en", "dep.unconfirmed", "one more about a deposit")]).card.digest != model.card.digest


def test_the_card_says_what_it_was_made_of(model: Model) -> None:
    assert model.card.labels == sorted({row.label for row in ROWS})
    assert model.card.rows == {"en": 24, "zh-Hans": 24}
    assert set(model.card.held) == {"rows", "accuracy", "accuracy_in_scope", "out_of_scope_recall"}
    assert set(model.card.alarms) == set(ALARMS)
    assert EVERY in model.card.limits


def test_rows_held_back_are_a_part_of_every_label_and_language() -> None:
    learnt, back = parted(ROWS, 0, 3)
    assert {(row.language, row.label) for row in back} == {(row.language, row.label) for row in ROWS}
    assert sorted([*learnt, *back]) == sorted(ROWS)
    assert sorted(row for part in range(3) for row in parted(ROWS, part, 3)[1]) == sorted(ROWS)


def test_limits_are_set_on_the_rows_given_for_it() -> None:
    judged = [Row("en", OUT, "a joke about pizza"), Row("en", "dep.unconfirmed", "deposit missing still")]
    made = train(ROWS, judged)
    assert made.card.held["rows"] == 2
    assert made.card.limits[EVERY] == pytest.approx(made.understand("a joke about pizza").scope, abs=1e-4)


def test_two_labels_are_enough_and_one_is_not() -> None:
    two = [row for row in ROWS if row.label.startswith(("dep", "wd"))]
    assert fit(two).understand("my deposit is missing").reasons[0].code == "dep.unconfirmed"
    with pytest.raises(TooLittle):
        train([row for row in ROWS if row.label.startswith("dep")])
    with pytest.raises(TooLittle):
        train([])


def test_a_label_with_one_row_is_refused() -> None:
    with pytest.raises(TooLittle):
        train([*ROWS, Row("en", "trd.api", "signature error of the api")])

"""Whatever became of a translation, the reader is told."""

from typing import get_args

import pytest

from farol.core.translation import Translation, Why, said


@pytest.mark.parametrize("why", [why for why in get_args(Why) if why != "same"])
def test_each_outcome_has_a_sentence_in_both_languages(why):
    translation = Translation("x", None, "en", "ru", "", why)
    assert said(translation, "zh") != said(translation, "en") != ""


def test_nothing_is_said_where_nothing_was_to_do():
    assert said(Translation("x", None, "en", "en", "", "same"), "en") == ""

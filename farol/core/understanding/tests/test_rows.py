"""The project's own sentences are of the form, and what is held or none of ours is not learnt as a reason."""

from farol.core.reasons import reasons
from farol.core.understanding import OUT
from farol.core.understanding.rows import ALARMS, held, own
from farol.kit.text import fold


def test_every_sentence_has_a_reason_that_exists() -> None:
    assert {row.label for row in own() if row.label != OUT} <= set(reasons())
    assert set(ALARMS) <= set(reasons())


def test_no_sentence_of_the_held_part_is_learnt_from() -> None:
    learnt = {fold(row.text) for row in own()}
    assert not [row for row in held() if fold(row.text) in learnt]


def test_what_is_none_of_ours_stands_under_no_reason() -> None:
    meant = {fold(row.text) for row in own() if row.label != OUT}
    assert [row.text for row in own() if row.label == OUT and fold(row.text) in meant] == []

"""The rules against our corpus. A member who is innocent and loses a post is worse than a scam that stands for a minute."""

import pytest

from farol.channels.groups.tests.corpus import figures, lines


@pytest.mark.parametrize(("which", "recall"), [("tuned", 1.0), ("held", 0.95)])
def test_finds_and_leaves_alone(which: str, recall: float) -> None:
    of = lines(which)
    found, wrongly, missed = figures(of)["all"]
    assert len(of) >= 100
    assert not wrongly, [one.words for one in of if one.wanted in ("-", "personal", "private") and one.found - {"personal", "private"}]
    assert found / (found + missed) >= recall, [one.words for one in of if not one.right]


def test_personal_data_is_seen() -> None:
    of = [one for which in ("tuned", "held") for one in lines(which) if one.wanted in ("personal", "private")]
    assert all(one.right for one in of), [one.words for one in of if not one.right]

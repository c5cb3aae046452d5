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


def test_what_was_missed_at_first_sight_is_found_and_nothing_innocent_is() -> None:
    of = lines("first_sight")
    acts = {"impostor", "secret", "link", "bait", "giveaway", "mentions", "wallet"}
    assert not [one.words for one in of if one.wanted != "bad" and one.found & acts]
    found = sum(bool(one.found & acts) for one in of if one.wanted == "bad")
    assert found >= 32, f"{found} of {sum(one.wanted == 'bad' for one in of)}"

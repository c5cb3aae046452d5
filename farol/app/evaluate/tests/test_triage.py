"""The figures of triage: sentences that were held back stay so, and no figure hides what it leans on."""

import json

import pytest

from farol.app.evaluate import main, triage
from farol.core.reasons import reasons
from farol.desk.triage.reading import examples


def test_no_asked_sentence_is_compared_with_itself() -> None:
    fit = {one.text for one in examples(triage.FIT)}
    asked = {one.text for one in examples(triage.ASKED)}
    assert not fit & asked
    assert len(asked) == 2 * 2 * len(reasons())


def test_the_document_says_what_was_found_with_and_without_the_exchange(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["triage", "--json", "--at-least", "0.85"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["asked"] == 196
    assert set(told["confusion"]) == set(reasons())
    assert sum(sum(one["with_state"].values()) for one in told["confusion"].values()) == 196
    assert told["leaf_with_state"] > told["leaf_words"] >= 0.5
    assert told["leaf_with_state"] > told["leaf_without_state"]
    assert 0 < told["family_neighbours"] < told["family"] <= 1
    assert told["other_account"]["kept"] <= told["other_account"]["down"]


def test_it_has_its_own_data() -> None:
    with pytest.raises(SystemExit):
        main(["triage", "some.json"])
    with pytest.raises(SystemExit):
        main(["retrieval"])

"""The guard over its phrases in twelve languages and over ordinary replies."""

import json
from collections.abc import Iterator

import pytest

from farol.app.evaluate import guard, main
from farol.desk.guard import actions


@pytest.fixture(autouse=True)
def _sites() -> Iterator[None]:
    """Which sites are its own is known to a process: the next test's are others."""
    yield
    actions._known.clear()


def test_it_stops_what_it_must_and_little_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guard", "--json", "--at-least", "0.98"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["phrases"], found["held"], len(found["by_language"])) == (600, 300, 12)
    assert found["recall_held"] >= 0.98
    assert found["ordinary"] >= 600
    assert found["false_alarms"] <= 0.01


def test_no_phrase_stands_twice() -> None:
    every = [one.text for part in ("tuning", "held", "ordinary") for one in guard.phrases(part)]
    assert len(set(every)) == len(every)

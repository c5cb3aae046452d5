"""What a short account leaves out is asked kindly, what says enough is left alone."""

import pytest

from farol.selfserve.forms.coach import coach
from farol.selfserve.forms.model import forms
from farol.selfserve.forms.urgent import urgency
from farol.selfserve.forms.words import Words

EN = Words("en")


def asked(reason: str, story: str, picked: bool = False, **answers: str) -> list[str]:
    return coach(forms()[reason], answers, story, EN, picked=picked)


def test_not_working_is_asked_about() -> None:
    assert asked("acc.login", "not working") == [EN.coach_when, EN.coach_page, EN.coach_seen]
    assert asked("dep.unconfirmed", "it does not work") == [EN.coach_coin, EN.coach_when, EN.coach_seen]
    assert asked("dep.unconfirmed", "充值不行") == [EN.coach_coin, EN.coach_when, EN.coach_seen]


def test_what_was_said_is_not_asked_again() -> None:
    assert asked("dep.unconfirmed", "4,000 USDT by TRC20 yesterday at 9:30, the page says confirming") == []
    assert EN.coach_coin not in asked("dep.unconfirmed", "nothing arrived", coin="USDT")
    assert EN.coach_when not in asked("acc.login", "not working", time="2026-01-05T09:30")


@pytest.mark.parametrize("story", ["", " "])
def test_nothing_yet_is_no_fault(story: str) -> None:
    assert asked("acc.login", story) == []


def test_who_picked_their_deposit_has_said_enough() -> None:
    assert asked("dep.unconfirmed", "where is it", picked=True) == []


@pytest.mark.parametrize(("words", "wanted"), [
    ("有人把我的币提走了", "stolen"), ("I was HACKED", "stolen"), ("我不想活了", "risk"), ("hacked, I want to die", "risk"), ("где мой депозит", ""), ("украли монеты", "stolen"),
])  # fmt: skip
def test_words_that_cannot_wait(words: str, wanted: str) -> None:
    assert urgency("gen.howto", words) == wanted

"""Advancing: every reason from its first words to its end, by its buttons, in both languages."""

import re

import pytest

from farol.core.reasons import reasons
from farol.selfserve.flows.model import MOST_ASKED, MOST_CHOICES, FlowTurn, Knows
from farol.selfserve.flows.script import SILENT, flows
from farol.selfserve.flows.tests.conftest import ZONES, Exchange, invented, scenes, turns
from farol.selfserve.flows.turn import advance

PEOPLE = ("sec.account_stolen", "scam.victim", "leg.law_enforcement", "leg.complaint", "acc.deceased_rare", "p2p.fraud_payment")
"""Where only people may act: the first safe steps, and a person at once."""
LANGUAGES = ("zh-Hans", "en")
HAN = re.compile(r"[\u4e00-\u9fff]")


def begin(reason: str, language: str, said: str = "") -> FlowTurn:
    """The first turn of a visitor."""
    return advance(Knows(reason, language, {}, None, "UTC", None, said))


def check(turn: FlowTurn, language: str) -> None:
    """What holds for every turn whatever it is about."""
    assert turn.done or turn.hand_off or (turn.choices and turn.state), turn
    assert len(turn.choices) <= MOST_CHOICES
    assert len(turn.missing_slots) <= MOST_ASKED
    assert bool(HAN.search(turn.lead)) == (language == "zh-Hans"), turn.lead
    assert not re.search(r"[!！]|unfortunately|\bsoon\b|shortly|很快|马上就好|遗憾", turn.lead, re.IGNORECASE), turn.lead
    assert not invented(turn), (turn.lead, invented(turn), turn.evidence)
    labels = [one.label for one in turn.choices]
    assert len(set(labels)) == len(labels)


def test_there_is_a_flow_for_every_reason() -> None:
    assert flows().keys() == reasons().keys()
    assert len(flows()) == 49


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", [one for one in reasons() if one not in SILENT])
def test_every_reason_is_walked_to_its_end(reason: str, language: str) -> None:
    """A visitor presses every button: general steps, each in the right language, and an end on every way."""
    ends = 0
    for turn in turns(Knows(reason, language, {}, None, "UTC", None, "")):
        check(turn, language)
        ends += turn.done or bool(turn.hand_off)
        assert not any(one.kind == "exchange" for one in turn.sources), "data for somebody who is not signed in"
    assert ends


async def test_every_scene_is_told_in_figures_of_the_exchange(exchange: Exchange) -> None:
    """Every account of the demo exchange under its own reason, and the cast under every reason; both languages, three zones."""
    told = 0
    for number, (uid, reason, zh, en) in enumerate(scenes()):
        if reason in SILENT:
            continue
        seen = await exchange.see(uid, reason, zh)
        zone = ZONES[number % len(ZONES)]
        for language, words in (("zh-Hans", zh), ("en", en)):
            for turn in turns(Knows(reason, language, {}, seen, zone, None, words)):
                check(turn, language)
                told += any(one.kind == "exchange" for one in turn.sources)
    assert told > 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", PEOPLE)
def test_only_people_act(reason: str, language: str) -> None:
    turn = begin(reason, language, "帮帮我")
    first = turn if turn.hand_off else advance(Knows(reason, language, {}, None, "UTC", turn.state, "1"))
    assert first.hand_off == "people"
    assert first.lead
    assert first.state is None


def test_a_stolen_account_is_told_to_freeze_before_anything() -> None:
    turn = begin("sec.account_stolen", "zh-Hans", "我的号被盗了")
    assert turn.hand_off == "people"
    assert [one.url for one in turn.sources] == ["/stolen"]
    assert "冻结" in turn.lead.split("。")[0]


def test_nothing_at_all_is_said_to_a_person_at_risk() -> None:
    for language in LANGUAGES:
        turn = begin("care.person_at_risk", language, "不想活了")
        assert (turn.lead, turn.choices, turn.sources, turn.hand_off) == ("", [], [], "people")


def test_an_unknown_reason_goes_to_a_person() -> None:
    turn = begin("dep.invented", "en")
    assert (turn.lead, turn.hand_off) == ("", "unknown")


def test_yes_ends_it_and_no_hands_over_with_what_is_known() -> None:
    turn = begin("fee.vip", "en")
    while "It is not solved" not in [one.label for one in turn.choices]:
        turn = advance(Knows(turn.reason, "en", {"symbol": "BTC/USDT"}, None, "UTC", turn.state, "1"))
    yes = advance(Knows(turn.reason, "en", {"symbol": "BTC/USDT"}, None, "UTC", turn.state, "yes"))
    no = advance(Knows(turn.reason, "en", {"symbol": "BTC/USDT"}, None, "UTC", turn.state, "It is not solved"))
    assert (yes.done, yes.hand_off, yes.state) == (True, "", None)
    assert (no.done, no.hand_off, no.slots) == (False, "unsolved", {"symbol": "BTC/USDT"})


def test_two_answers_that_fit_nothing_hand_over() -> None:
    turn = begin("sec.2fa_reset", "en")
    turn = advance(Knows(turn.reason, "en", {}, None, "UTC", turn.state, "1"))
    again = advance(Knows(turn.reason, "en", {}, None, "UTC", turn.state, "blue and green"))
    assert again.lead.startswith("I did not understand")
    assert again.choices == turn.choices
    assert again.missing_slots == turn.missing_slots
    after = advance(Knows(turn.reason, "en", {}, None, "UTC", again.state, "banana bread"))
    assert after.hand_off == "not_understood"


async def test_one_that_does_not_answer_is_said_so(exchange: Exchange) -> None:
    """No figure of old, no word of "none": the exchange does not answer, and the general steps go on."""
    exchange.parts.mood.turn("down")
    seen = await exchange.see(scenes()[0][0], "dep.unconfirmed")
    turn = advance(Knows("dep.unconfirmed", "en", {}, seen, "UTC", None, "my deposit of 1500 USDT has not arrived since this morning and I wait"))
    assert "not answering" in turn.lead
    after = advance(Knows("dep.unconfirmed", "en", turn.slots, seen, "UTC", turn.state, "1"))
    assert after.missing_slots == ["txid"]

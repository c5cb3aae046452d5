"""Any text is understood without failing, the same one always the same way."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.core.understanding import Model, Scored, Understood
from farol.core.understanding.features import MOST, pieces
from farol.core.understanding.keeper import with_words


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("why has my deposit not arrived", "dep.unconfirmed"),
        ("DEPOSIT   stuck!!", "dep.unconfirmed"),
        ("提现一直在审核", "wd.pending_review"),
        ("提現一直在審核", "wd.pending_review"),
        ("ｗｉｔｈｄｒａｗａｌ review", "wd.pending_review"),
        ("with\u200bdrawal re\u200bview", "wd.pending_review"),
        ("\u202ewithdrawal under review\u202c", "wd.pending_review"),
        ("my account was hacked 😱😱", "sec.account_stolen"),
    ],
)
def test_the_reason_comes_first(model: Model, text: str, reason: str) -> None:
    found = model.understand(text)
    assert found.reasons[0].code == reason
    assert found.family == reason.partition(".")[0]
    assert not found.out_of_scope


@pytest.mark.parametrize("text", ["what is the weather in town today", "讲个笑话听听", "play music"])
def test_something_else_is_out_of_scope(model: Model, text: str) -> None:
    assert model.understand(text).out_of_scope


@pytest.mark.parametrize("text", ["", "   ", "\0\0", "😀", "!!!", "\u200b\u202e", "مرحبا", "שלום", "0x" + "9f3c" * 16, "\ud800"])
def test_what_holds_nothing_known_is_out_of_scope(model: Model, text: str) -> None:
    found = model.understand(text)
    assert (found.reasons, found.family, found.out_of_scope, found.alarms) == ([], "", True, ())


def test_only_the_beginning_of_a_long_text_is_read(model: Model) -> None:
    said = "my deposit has not arrived "
    whole = said * (100_000 // len(said))
    assert model.understand(whole) == model.understand(whole[:MOST])
    assert sum(pieces("x" * 100_000).letters.values()) < 5 * MOST
    assert len(pieces(" ".join(str(n) for n in range(1_000, 6_000))).words) < 3 * MOST


def test_a_long_text_without_spaces_is_read(model: Model) -> None:
    assert model.understand("充值还没到账" * 20_000).reasons[0].code == "dep.unconfirmed"


def test_nul_does_not_hide_words(model: Model) -> None:
    assert model.understand("deposit\0not\0arrived").reasons[0].code == "dep.unconfirmed"


def test_numbers_and_hashes_say_nothing() -> None:
    one, two = pieces("order 123456789 late"), pieces("order 987654321 late")
    assert (one.words, one.letters) == (two.words, two.letters)
    assert pieces("0x9f3c9f3c9f3c9f3c9f3c9f3c9f3c9f3c9f3c9f3c").words == {}


def test_shares_are_parts_of_one_best_first(model: Model) -> None:
    reasons = model.understand("my deposit or my withdrawal").reasons
    assert sum(one.p for one in reasons) == pytest.approx(1, abs=1e-5)
    assert [one.p for one in reasons] == sorted((one.p for one in reasons), reverse=True)


def test_an_alarm_rings_for_a_small_share(model: Model) -> None:
    assert "sec.account_stolen" in model.understand("account stolen").alarms
    assert not model.understand("withdrawal under review").alarms


def test_urgent_words_ring_whatever_the_model_makes_of_them(model: Model) -> None:
    text = "quero morrer, want to die"
    assert "care.person_at_risk" not in model.understand(text).alarms
    found = with_words(model.understand(text), text)
    assert (found.alarms[0], found.sure[0]) == ("care.person_at_risk", "care.person_at_risk")


@pytest.mark.parametrize(("share", "sure"), [(0.6, True), (0.1, False)])
def test_a_small_share_is_worth_a_question_and_a_large_one_acted_on(share: float, sure: bool) -> None:
    code = "sec.account_stolen"
    found = Understood([Scored("wd.failed", 1 - share), Scored(code, share)], "wd", False, 1.0, (code,))
    assert with_words(found, "deposit late") == msgspec.structs.replace(found, sure=(code,) if sure else ())


@settings(max_examples=150)
@given(st.text(max_size=400))
def test_any_text_is_understood_the_same_way_twice(model: Model, text: str) -> None:
    found = model.understand(text)
    assert found == model.understand(text)
    assert found.out_of_scope or found.reasons
    assert not found.reasons or sum(one.p for one in found.reasons) == pytest.approx(1, abs=1e-4)

"""Variables are filled once, blanks stay visible, and what is no variable is refused."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.desk.guard.never import blanks
from farol.desk.macros.variables import Values, fill, unknown
from farol.kit import clock

NOW = clock.now().replace(hour=6, minute=0)
VALUES = Values("Ana", "Mei {{ticket.number}}", "Demo", "https://x/help", "https://x/stolen", "FRL-2026-000001", "", "USDT", NOW + timedelta(hours=2), NOW, "Asia/Shanghai")


def test_everything_known_is_filled_in_the_language() -> None:
    assert fill("{{agent.alias}} {{ ticket.number }} {{promise.by}}", VALUES, "zh").text == "Ana FRL-2026-000001 今天 16:00（上海）"
    assert fill("{{promise.by}}", VALUES, "en").text == "today 16:00 Shanghai"


def test_a_blank_stays_and_is_named_once() -> None:
    filled = fill("{{fill:金额}} {{ticket.reason}} {{fill:金额}}", VALUES, "zh")
    assert filled.missing == ["fill:金额", "ticket.reason"]
    assert filled.text == "{{fill:金额}} {{ticket.reason}} {{fill:金额}}"
    assert len(list(blanks(filled.text))) == 3


def test_a_customers_name_is_no_variable() -> None:
    filled = fill("{{customer.name}}", VALUES, "zh")
    assert "FRL-" not in filled.text
    assert not filled.missing


@pytest.mark.parametrize("text", ["{{ticket.numbr}}", "{{}}", "{{fill:}}", "{{fill:" + "x" * 41 + "}}", "a {{ b", "a }} b", "{{customer.email}}"])
def test_what_is_no_variable_is_named(text: str) -> None:
    assert unknown(text)


@given(st.text(alphabet="{}abc.:fil ", max_size=60))
def test_what_may_be_saved_never_goes_out_with_a_blank_unseen(text: str) -> None:
    if unknown(text) is None:
        filled = fill(text, VALUES, "en")
        assert len({b.words for b in blanks(filled.text)}) <= len(filled.missing)
        assert bool(filled.missing) == bool("{{" in filled.text)

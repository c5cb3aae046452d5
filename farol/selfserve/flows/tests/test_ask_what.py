"""The vagueness coach: who only says that it does not work is asked which of the few things it can be, from their own account."""

import pytest

from farol.selfserve.flows.model import Knows
from farol.selfserve.flows.tests.conftest import Exchange
from farol.selfserve.flows.turn import advance

MEI = "20778177"


async def test_three_choices_come_from_the_live_account(exchange: Exchange) -> None:
    """Mei has a withdrawal that failed, one in review, and one on its way."""
    seen = await exchange.see(MEI, "wd.pending_review", "提不了币")
    turn = advance(Knows("wd.pending_review", "zh-Hans", {}, seen, "UTC", None, "提不了币"))
    labels = [one.label for one in turn.choices]
    assert len(labels) == 3
    assert sum("USDT" in label for label in labels) == 3, labels
    failed = next(n for n, label in enumerate(labels) if "没成功" in label)
    after = advance(Knows(turn.reason, "zh-Hans", turn.slots, seen, "UTC", turn.state, str(failed + 1)))
    assert after.reason == "wd.failed"
    assert after.state
    assert after.state.flow == "wd.failed"
    assert "没提成功" in after.lead


async def test_who_says_which_one_is_not_asked(exchange: Exchange) -> None:
    seen = await exchange.see("70010808", "wd.pending_review", "my withdrawal of 9400 USDT is pending")
    turn = advance(Knows("wd.pending_review", "en", {}, seen, "UTC", None, "my withdrawal of 9400 USDT is pending"))
    assert "9,400 USDT" in turn.lead
    assert "Risk Review" in turn.lead


async def test_one_thing_that_fits_needs_no_question(exchange: Exchange) -> None:
    seen = await exchange.see("70010101", "dep.unconfirmed", "充值没到")
    turn = advance(Knows("dep.unconfirmed", "zh-Hans", {}, seen, "UTC", None, "充值没到"))
    assert "/12 确认" in turn.lead


@pytest.mark.parametrize(("reason", "said"), [("wd.pending_review", "can't withdraw"), ("dep.unconfirmed", "deposit problem"), ("trd.order", "trading issue"),
                                              ("p2p.paid_not_released", "p2p problem"), ("acc.login", "account problem"), ("prod.earn", "earn"),
                                              ("fiat.deposit", "bank"), ("sec.restricted", "account blocked")])  # fmt: skip
def test_a_visitor_gets_the_usual_three(reason: str, said: str) -> None:
    turn = advance(Knows(reason, "en", {}, None, "UTC", None, said))
    assert 2 <= len(turn.choices) <= 3
    assert turn.lead.endswith("?")
    for number in range(len(turn.choices)):
        after = advance(Knows(turn.reason, "en", {}, None, "UTC", turn.state, str(number + 1)))
        assert after.lead

"""Resuming: a state that was stored goes on; one that fits nothing any more begins anew, and nothing that was said is lost."""

import msgspec
import pytest

from farol.selfserve.flows.model import FlowState, FlowTurn, Knows, Option, stored
from farol.selfserve.flows.script import SILENT, flows
from farol.selfserve.flows.tests.conftest import Exchange, scenes, turns
from farol.selfserve.flows.turn import advance


def through_the_table(state: FlowState | None) -> FlowState | None:
    """As a jsonb column keeps it."""
    return stored(msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(state)))) if state else None


async def test_every_state_survives_being_stored(exchange: Exchange) -> None:
    for uid, reason, zh, _ in scenes()[:49]:
        if reason in SILENT:
            continue
        seen = await exchange.see(uid, reason, zh)
        for turn in turns(Knows(reason, "zh-Hans", {}, seen, "UTC", None, zh)):
            if turn.state is None:
                continue
            kept = through_the_table(turn.state)
            assert kept == turn.state
            for said in ("1", "2", "完全不相关的话"):
                one, other = (advance(Knows(turn.reason, "zh-Hans", turn.slots, seen, "UTC", state, said)) for state in (turn.state, kept))
                assert one == other


@pytest.mark.parametrize("state", [
    FlowState("dep.unconfirmed", 999, "gone", asked=["txid"]),
    FlowState("dep.invented", 1, "state"),
    FlowState("wd.failed", 1, "state", options=[Option("Next step", "next")]),
    FlowState("fee.vip", 0, "tier"),
])  # fmt: skip
def test_another_state_begins_anew_without_losing_slots(state: FlowState) -> None:
    slots = {"symbol": "BTC/USDT"}
    fresh = advance(Knows("fee.vip", "en", slots, None, "UTC", None, "1"))
    after = advance(Knows("fee.vip", "en", slots, None, "UTC", state, "1"))
    assert after == fresh
    assert after.slots == slots


def test_a_step_that_is_gone_goes_to_the_beginning() -> None:
    state = FlowState("fee.vip", flows()["fee.vip"].version, "a_step_of_yesterday", options=[Option("Next step", "next")])
    after = advance(Knows("fee.vip", "en", {}, None, "UTC", state, "1"))
    assert after.lead
    assert after.state
    assert after.state.step in ("sign_in", "tier")


@pytest.mark.parametrize("raw", [None, 7, "state", [], {}, {"flow": 1}, {"flow": "a", "version": "x", "step": "y"}, {"flow": "a", "version": 1, "step": "y", "options": [1]}])
def test_what_is_no_state_is_none(raw: object) -> None:
    assert stored(raw) is None


def test_a_thing_of_somebody_else_is_not_found() -> None:
    """An id that is not in the customer's own list says nothing, however it came into the state."""
    from datetime import UTC, datetime

    from farol.desk.triage.model import Seen

    seen = Seen(datetime(2026, 11, 22, tzinfo=UTC))
    state = FlowState("dep.unconfirmed", flows()["dep.unconfirmed"].version, "which", "deposit:DEP-OF-SOMEBODY", options=[Option("x", "thing:deposit:DEP-OTHER")])
    turn: FlowTurn = advance(Knows("dep.unconfirmed", "en", {}, seen, "UTC", state, "x"))
    assert "DEP-" not in turn.lead
    assert turn.missing_slots == ["txid"]

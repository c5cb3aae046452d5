"""Languages without word lists are read by the product's model, and by nothing that has to be waited for."""

from collections.abc import Iterator

import pytest

from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.reasons import reasons
from farol.core.understanding import Model, Understood, resident
from farol.core.understanding.rows import own
from farol.core.understanding.training import train
from farol.desk.triage import lanes
from farol.desk.triage.model import family_of
from farol.desk.triage.reading import Words, examples, learnt, reader

from .conftest import Desk

FEES = "¿Dónde veo las comisiones?"


@pytest.fixture(scope="module")
def spanish() -> Model:
    return train(row for row in own() if row.language == "es")


@pytest.fixture
def served(spanish: Model) -> Iterator[None]:
    before = resident._model
    resident.serve(spanish)
    yield
    resident.serve(before)


@pytest.mark.usefixtures("served")
async def test_a_question_about_fees_is_not_the_deposit_that_happens_to_stand_there(desk: Desk) -> None:
    ticket = await desk.ticket(SCENARIOS["dep.missing_memo"].person, FEES)
    assert family_of((await desk.row(ticket))["reason"]) == "fee"


@pytest.mark.usefixtures("served")
async def test_the_state_still_picks_among_the_reasons_of_a_family(desk: Desk) -> None:
    ticket = await desk.ticket(SCENARIOS["dep.missing_memo"].person, "Hice un depósito ayer y todavía no aparece en mi cuenta")
    assert (await desk.row(ticket))["reason"] == "dep.missing_memo"


@pytest.mark.usefixtures("served")
def test_chinese_and_english_are_read_by_the_lists() -> None:
    words = Words(examples())
    for text in ("手续费在哪里看", "where do I see the fees", "USDT 0x9f…12", ""):
        assert reader().read(text) == words.read(text)


def test_nobody_waits_for_a_model_that_was_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resident, "_model", None)
    assert reader().read(FEES) == Words(examples()).read(FEES)
    assert not resident.ready


@pytest.mark.parametrize(("sure", "basis"), [(("care.person_at_risk", "sec.account_stolen"), "crisis"), (("sec.account_stolen",), "theft"), ((), "")])
@pytest.mark.usefixtures("served")
def test_danger_and_theft_that_no_list_holds_are_heard_by_the_model(monkeypatch: pytest.MonkeyPatch, sure: tuple[str, ...], basis: str) -> None:
    monkeypatch.setattr(lanes, "understand", lambda _: Understood([], "sec", False, 1.0, ("care.person_at_risk", "sec.account_stolen"), sure))
    assert lanes.alarm("11 years. 4 minutes.") == basis
    assert lanes.alarm("someone hacked my account") == "theft"
    monkeypatch.setattr(resident, "_model", None)
    assert lanes.alarm("11 years. 4 minutes.") == ""


def test_what_is_none_of_ours_was_not_understood(spanish: Model) -> None:
    far = learnt(spanish.understand("??"))
    assert (far.sure, far.heard) == (0.0, [])
    near = learnt(spanish.understand(FEES))
    assert near.sure > 0.2
    assert near.best_family() == "fee"
    for one in (far, near):
        assert set(one.leaves) == set(reasons())
        assert sum(one.leaves.values()) == pytest.approx(1, abs=1e-4)

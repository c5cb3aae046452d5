"""Each of the 49 reasons, in Chinese and in English: its customer writes, and the reason is found."""

import pytest

from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.reasons import reasons

from .conftest import Desk

CASES = [(code, language) for code in SCENARIOS for language in ("zh", "en")]


def test_there_is_a_customer_for_every_reason() -> None:
    assert set(SCENARIOS) == set(reasons())
    assert len(CASES) == 98


@pytest.mark.parametrize(("code", "language"), CASES)
async def test_the_reason_is_found(desk: Desk, code: str, language: str) -> None:
    scenario = SCENARIOS[code]
    ticket = await desk.ticket(scenario.person, scenario.says.of("zh" if language == "zh" else "en"), language=language)
    row = await desk.row(ticket)
    assert row["reason"] == code
    assert row["severity"] == reasons()[code].severity

"""Deposits and traces: bars, the truth, and the next step."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from farol.app.demo import cast
from farol.app.demo.exchange.made import txid_of
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange import CoreLink
from farol.core.exchange.model import Deposit
from farol.core.exchange.states import DepositState as D
from farol.kit.i18n import Lang
from farol.selfserve.portal.view import Reader
from farol.selfserve.tools.depositing import row
from farol.trust.identity.tests.conftest import Browser
from tests.world import World

NOW = datetime(2026, 11, 22, tzinfo=UTC)
UNTAGGED = txid_of("XRP", f"{cast.ROSA.uid}:untagged")


async def test_deposits_and_traces_tell_what_is_so(mei: Browser, browser: Any, world: World) -> None:
    page = await mei.get("/my/deposits")
    assert "<progress" in page
    assert "Confirmations come from the network" in page
    assert "/my/new?reason=dep.unconfirmed&amp;deposit_id=" in page
    rosa: Browser = await browser(cast.ROSA)
    shown = await rosa.post("/my/trace", txid=f"hash {UNTAGGED} on XRP")
    assert "without the destination tag" in shown
    assert f"/my/recovery?txid={UNTAGGED}" in shown
    foreign = await mei.post("/my/trace", txid="a1" * 32)
    assert f"/my/new?reason=dep.unconfirmed&amp;txid={'a1' * 32}" in foreign
    assert "not a transaction hash" in await mei.post("/my/trace", 422, txid="ORDER-12345")
    assert "This is an address" in await mei.post("/my/trace", 422, txid="TQ4mX7 0xdAC17F958D2ee523a2206206994597C13D831ec7")
    await (await browser()).get("/my/trace", 401)
    world.kit.put(CoreLink("", "", ""))
    assert "The exchange is not answering" in await mei.get("/my/deposits")
    down = await mei.post("/my/trace", txid=UNTAGGED)
    assert "The exchange is not answering" in down
    assert UNTAGGED in down


async def test_what_the_recovery_desk_judges_leads_there(browser: Any, phone: Any) -> None:
    for code in ("dep.missing_memo", "dep.wrong_network_token", "dep.wrong_address"):
        page = await (await browser(SCENARIOS[code].person)).get("/my/deposits")
        assert "/my/recovery?txid=" in page, code
    assert "former deposit address" in page
    assert "destination tag" not in page
    dust = await (await browser(SCENARIOS["dep.below_minimum"].person)).get("/my/deposits")
    assert "/my/recovery" not in dust


@pytest.mark.parametrize(("lang", "none", "own"), [("zh", "没有填", "您自己的标签（Tag）"), ("en", "it came with: none", "Your own destination tag")])
def test_the_memo_it_should_have_had_is_taken_from_a_credited_one(lang: Lang, none: str, own: str) -> None:
    lost = Deposit("1", "XRP", "XRP", "250", D.UNATTRIBUTED, reason="missing_memo", created_at=NOW)
    old = Deposit("2", "XRP", "XRP", "10", D.AVAILABLE, memo="41", created_at=NOW - timedelta(days=9))
    new = Deposit("3", "XRP", "XRP", "10", D.AVAILABLE, memo="104455", created_at=NOW - timedelta(days=2))
    other = Deposit("4", "TON", "TON", "10", D.AVAILABLE, memo="77", created_at=NOW)
    came, yours = row(lost, Reader(lang, "UTC"), [lost, old, new, other])["memos"]
    assert none in came
    assert own in yours
    assert "104455" in yours
    assert "104455" not in row(lost, Reader(lang, "UTC"), [lost, other])["memos"][1]
    assert row(new, Reader(lang, "UTC"), [new])["memos"] == []

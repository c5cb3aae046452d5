"""Deposits and traces: bars, the truth, and the next step."""

from typing import Any

from farol.app.demo import cast
from farol.app.demo.exchange.made import txid_of
from farol.core.exchange import CoreLink
from farol.trust.identity.tests.conftest import Browser
from tests.world import World

UNTAGGED = txid_of("XRP", f"{cast.ROSA.uid}:untagged")


async def test_deposits_and_traces_tell_what_is_so(mei: Browser, browser: Any, world: World) -> None:
    page = await mei.get("/my/deposits")
    assert "<progress" in page
    assert "confirmations" in page
    rosa: Browser = await browser(cast.ROSA)
    shown = await rosa.post("/my/trace", txid=f"hash {UNTAGGED} on XRP")
    assert "without the destination tag" in shown
    assert f"/my/recovery?txid={UNTAGGED}" in shown
    foreign = await mei.post("/my/trace", txid="a1" * 32)
    assert "/my/new?reason=dep.unconfirmed" in foreign
    assert "not a transaction hash" in await mei.post("/my/trace", 422, txid="ORDER-12345")
    assert "This is an address" in await mei.post("/my/trace", 422, txid="TQ4mX7 0xdAC17F958D2ee523a2206206994597C13D831ec7")
    await (await browser()).get("/my/trace", 401)
    world.kit.put(CoreLink("", "", ""))
    assert "The exchange is not answering" in await mei.get("/my/deposits")
    down = await mei.post("/my/trace", txid=UNTAGGED)
    assert "The exchange is not answering" in down
    assert UNTAGGED in down

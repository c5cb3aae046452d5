"""Unsigned, forged, late and repeated requests; a core that is slow or down; a real socket."""

import asyncio
import socket
import time
from typing import Any

import httpx2
import pytest
import uvicorn

from farol.app.demo.cast import MEI
from farol.app.demo.exchange import gatekeeper
from farol.app.demo.exchange.app import build
from farol.core.exchange import signing
from farol.core.exchange.client import CoreLink
from farol.core.exchange.problems import ExchangeDown, ExchangeRefused

from .conftest import CONFIG, WHY

PATH = f"/v1/users/{MEI.uid}"


def headers(now: float | None = None, **changes: str) -> dict[str, str]:
    signed = signing.headers("farol-1", CONFIG.core_link_secret, "GET", PATH, b"", now or time.time())
    return {**signed, **WHY.headers(), **changes}


async def test_a_request_counts_once(browser: httpx2.AsyncClient) -> None:
    sent = headers()
    assert (await browser.get(PATH, headers=sent)).status_code == 200
    again = await browser.get(PATH, headers=sent)
    assert (again.status_code, again.json()["code"]) == (401, "unauthorized")


@pytest.mark.parametrize("late", [-40, 40])
async def test_late_or_early(browser: httpx2.AsyncClient, late: int) -> None:
    assert (await browser.get(PATH, headers=headers(time.time() + late))).status_code == 401


async def test_forged(browser: httpx2.AsyncClient, transport: httpx2.ASGITransport) -> None:
    assert (await browser.get(PATH)).status_code == 401
    assert (await browser.get(PATH + "/kyc", headers=headers())).status_code == 401
    assert (await browser.get(PATH + "?x=1", headers=headers())).status_code == 401
    with pytest.raises(ExchangeRefused) as refused:
        await CoreLink("http://demo", "farol-1", "another secret", transport=transport).user(WHY, MEI.uid)
    assert refused.value.fields == {"core_code": "unauthorized"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x-farol-contact-id", "contact_required"),
        ("x-farol-purpose", "purpose_required"),
        ("x-farol-agent", "purpose_required"),
    ],
)
async def test_a_read_without_a_reason(browser: httpx2.AsyncClient, name: str, code: str) -> None:
    answer = await browser.get(PATH, headers=headers(**{name: ""}))
    assert (answer.status_code, answer.json()["code"]) == (403, code)


async def test_down_and_well_again(browser: httpx2.AsyncClient, link: CoreLink) -> None:
    await link.user(WHY, MEI.uid)
    await browser.post("/demo/down")
    with pytest.raises(ExchangeDown):
        await link.user(WHY, MEI.uid)
    assert link.breaker.open
    await browser.post("/demo/well")
    assert (await browser.get(PATH, headers=headers())).status_code == 200


async def test_slow(
    browser: httpx2.AsyncClient, transport: httpx2.ASGITransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gatekeeper, "SLOW_S", 0.3)
    await browser.post("/demo/slow")
    link = CoreLink("http://demo", "farol-1", CONFIG.core_link_secret, transport=transport, timeout_s=0.1)
    with pytest.raises(ExchangeDown):
        await link.user(WHY, MEI.uid)


async def test_over_a_socket() -> None:
    app: Any = build(CONFIG, kept=False)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none", lifespan="off"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        running = asyncio.create_task(server.serve([listening]))
        port = listening.getsockname()[1]
        link = CoreLink(f"http://127.0.0.1:{port}", "farol-1", CONFIG.core_link_secret)
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            assert (await link.user(WHY, MEI.uid)).uid == MEI.uid
            txid = "0x" + "cd" * 32
            assert (await link.trace(WHY, txid, "ETH", MEI.uid)).tx_status == "unseen"
            assert (await link.resolve(WHY, email="Mei.Lin@example.com")).uid == MEI.uid
            with pytest.raises(ExchangeRefused):
                await link.user(WHY, "名字 /?&")
        finally:
            await link.close()
            server.should_exit = True
            await running
    with pytest.raises(ExchangeDown):
        await CoreLink(f"http://127.0.0.1:{port}", "farol-1", CONFIG.core_link_secret).user(WHY, MEI.uid)

"""Events out: signed, again until taken, in order within one thing, and the list agrees with what was sent."""

import json
import time
from typing import Any

import httpx2
import msgspec
import pytest

from farol.app.demo.cast import MEI
from farol.app.demo.exchange import hooks
from farol.app.demo.exchange.app import Exchange, Parts, build
from farol.core.exchange import webhooks
from farol.core.exchange.model.happenings import read_event

from .conftest import CONFIG, Clock, ask

SECRET = "an-event-secret-of-enough-bytes"


class Farol:
    """The other side: keeps what it believes, or answers as told."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.status = 204

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        assert request.url.path == "/hooks/core"
        webhooks.verify(dict(request.headers), request.content, [SECRET], now=time.time())
        assert request.headers["webhook-id"] == read_event(request.content).id
        if self.status == 204:
            self.taken.append(json.loads(request.content))
        return httpx2.Response(self.status)


@pytest.fixture
def farol() -> Farol:
    return Farol()


@pytest.fixture
def app(clock: Clock, farol: Farol) -> Exchange:
    config = msgspec.structs.replace(CONFIG, webhook_secret=SECRET)
    return build(config, clock=clock, kept=False, transport=httpx2.MockTransport(farol))


async def test_what_was_before_is_not_news(parts: Parts, farol: Farol) -> None:
    await parts.hooks.round()
    assert farol.taken == []
    assert len(parts.world.ledger.told) > 50


async def test_blocks_become_events(parts: Parts, farol: Farol, clock: Clock, transport: httpx2.ASGITransport) -> None:
    clock.move(minutes=2)
    await parts.hooks.round()
    assert {(one["type"], one["seq"]) for one in farol.taken if one["uid"] == MEI.uid} == {("deposit.credited", 2)}
    clock.move(minutes=30)
    await parts.hooks.round()
    mine = [one for one in farol.taken if one["uid"] == MEI.uid]
    assert [(one["type"], one["seq"]) for one in mine] == [("deposit.credited", 2), ("deposit.available", 3)]
    assert mine[0]["data"] == {"coin": "USDT", "network": "ETH", "amount": "4000", "state": "credited_locked",
                               "txid": parts.world.moving(MEI.uid).txid}  # type: ignore[union-attr]  # fmt: skip
    listed = await everything(transport)
    assert [one["id"] for one in listed][-len(farol.taken) :] == [one["id"] for one in farol.taken]


async def everything(transport: httpx2.ASGITransport) -> list[dict[str, Any]]:
    """The whole list, page by page."""
    found: list[dict[str, Any]] = []
    while True:
        after = found[-1]["id"] if found else ""
        page = (await ask(transport, "GET", f"/v1/events?limit=50&after={after}")).json()
        found += page["items"]
        if not page.get("next_cursor"):
            return found


async def test_every_seq_is_there(transport: httpx2.ASGITransport, browser: httpx2.AsyncClient) -> None:
    for step in ("account.attack", "withdrawal.fail", "withdrawal.complete", "kyc.retry", "p2p.appeal", "position.liquidate"):
        assert (await browser.post(f"/demo/scenes/{step}", json={"uid": MEI.uid})).status_code == 200
    count: dict[tuple[str, str], int] = {}
    for event in await everything(transport):
        assert read_event(json.dumps(event).encode()).type == event["type"]
        key = (event["entity"]["kind"], event["entity"]["id"])
        count[key] = count.get(key, 0) + 1
        assert event["seq"] == count[key]


async def test_not_taken_is_tried_again(parts: Parts, farol: Farol, browser: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(hooks.time, "monotonic", lambda: now)
    farol.status = 503
    await browser.post("/demo/scenes/incident.open", json={})
    assert await parts.hooks.round() == 0
    farol.status = 204
    assert await parts.hooks.round() == 0
    now += hooks.PAUSES_S[0]
    assert await parts.hooks.round() == 1
    assert await parts.hooks.round() == 0
    assert farol.taken[0]["type"] == "incident.opened"


@pytest.mark.parametrize("status", [400, 413])
async def test_what_cannot_be_read_is_not_sent_again(parts: Parts, farol: Farol, browser: httpx2.AsyncClient, status: int) -> None:
    farol.status = status
    await browser.post("/demo/scenes/incident.open", json={})
    await parts.hooks.round()
    assert parts.world.ledger.unsent == {}


async def test_a_core_that_is_down_tells_nothing(parts: Parts, farol: Farol, browser: httpx2.AsyncClient) -> None:
    await browser.post("/demo/scenes/incident.open", json={})
    parts.mood.turn("down")
    assert await parts.hooks.round() == 0
    parts.mood.turn("well")
    assert await parts.hooks.round() == 1


async def test_a_restart_sends_what_was_left(tmp_path: Any, clock: Clock, farol: Farol) -> None:
    config = msgspec.structs.replace(CONFIG, webhook_secret=SECRET, data_dir=tmp_path)
    first = build(config, clock=clock, transport=httpx2.MockTransport(farol)).parts
    token = first.post.mail(MEI.uid, "password_change").link.partition("proof=")[2]
    first.world.ledger.write("network", "USDT:TRON", "", "network.suspended", {"coin": "USDT"}, deposit_enabled=False)
    again = build(config, clock=clock, transport=httpx2.MockTransport(farol)).parts
    assert await again.hooks.round() == 1
    assert (farol.taken[0]["type"], again.proofs.claims(token).uid) == ("network.suspended", MEI.uid)
    third = build(config, clock=clock, transport=httpx2.MockTransport(farol)).parts
    assert await third.hooks.round() == 0
    assert (tmp_path / "demo-exchange.key").stat().st_mode & 0o077 == 0

"""An exchange that Farol is joined to, and what Farol said of its events."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NamedTuple

import httpx2
import msgspec
import pytest

from farol.core.core_events.actions.receiving import Inbox
from farol.core.exchange import CoreLink
from farol.kit.core import Kit
from tests.world import World

from .exchange import SECRET, Exchange, signed

SAID = "select stream, seq, body from event where kind = 'core_event.arrived' order by stream, seq"


class Said(NamedTuple):
    stream: str
    entity: str
    seq: int


class Desk(NamedTuple):
    """Farol as the exchange sees it. post: a webhook's answer; said: what stands in the event log."""

    kit: Kit
    exchange: Exchange
    browser: httpx2.AsyncClient
    post: Callable[..., Awaitable[httpx2.Response]]
    said: Callable[[], Awaitable[list[Said]]]


@pytest.fixture
async def desk(world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    exchange = Exchange()
    before = world.kit.get(CoreLink)
    world.kit.put(exchange.link())
    settings = msgspec.structs.replace(world.kit.settings, core_link_webhook_secret=SECRET)
    monkeypatch.setattr(world.kit, "settings", settings)
    browser = world.client("http://farol.test", {})

    async def post(told: Any, **how: Any) -> httpx2.Response:
        return await browser.post("/hooks/core", **signed(told, **how))

    async def said() -> list[Said]:
        while world.kit.has(Inbox) and world.kit.get(Inbox).saying:
            await asyncio.sleep(0.005)
        rows = await world.kit.db.fetch(SAID)
        return [Said(row["stream"], row["body"]["entity_id"], row["body"]["core_seq"]) for row in rows]

    yield Desk(world.kit, exchange, browser, post, said)
    await said()
    world.kit.put(before)


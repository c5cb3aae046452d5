"""The demo exchange in this process, and the kit joined to it, with everything allowed on a test account."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.conformance.bench import Options
from farol.app.conformance.receiver import Receiver
from farol.app.demo.cast import IVAN
from farol.app.demo.exchange import hooks
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config

SECRET = "an-event-secret-of-enough-bytes"
CONFIG = Config(
    core_link_key="farol-1", core_link_secret="an-example-secret-of-enough-bytes", webhook_secret=SECRET,
    widget_secret="a-widget-secret-of-enough-bytes-000", farol_url="http://farol",
)  # fmt: skip
READING = Options(
    url="http://demo", key="farol-1", secret=CONFIG.core_link_secret, uid=IVAN.uid, facts="kyc-levels", patience_s=30, freeze_s=30, webhook_wait_s=20,
)  # fmt: skip
"""Seconds are generous: how busy this machine is says nothing about the demo."""


class Outbound(httpx2.AsyncBaseTransport):
    """The way of its events to the kit; ``change`` makes another of each."""

    def __init__(self, receiver: Receiver) -> None:
        self._inner = httpx2.ASGITransport(cast(Any, receiver))
        self.change: Callable[[httpx2.Request], httpx2.Request] = lambda request: request

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        return await self._inner.handle_async_request(self.change(request))


class Exchange(msgspec.Struct):
    """transport: to its back office. parts: what it is made of. receiver, outbound: where its events go, and how."""

    transport: httpx2.ASGITransport
    parts: Parts
    receiver: Receiver
    outbound: Outbound
    options: Options


@pytest.fixture
async def exchange() -> AsyncIterator[Exchange]:
    """A new one, sending its events."""
    async with running() as one:
        yield one


@pytest.fixture(scope="module")
async def read_only() -> AsyncIterator[Exchange]:
    """One for all who only ask: a test of its own shows that this changes nothing."""
    async with running() as one:
        yield one


@contextlib.asynccontextmanager
async def running() -> AsyncIterator[Exchange]:
    """An exchange that sends an event again at once."""
    receiver = Receiver()
    outbound = Outbound(receiver)
    app = build(CONFIG, kept=False, transport=outbound)
    parts = app.parts

    async def tell() -> None:
        while True:
            await parts.hooks.round()
            await asyncio.sleep(0.05)

    quick = pytest.MonkeyPatch()
    quick.setattr(hooks, "PAUSES_S", (0.01,) * 7)
    telling = asyncio.create_task(tell())
    options = msgspec.structs.replace(
        READING, allow_actions=True, contact=parts.world.contact(IVAN.uid, "email"), webhook_secrets=(SECRET,), receive="here"
    )
    yield Exchange(httpx2.ASGITransport(cast(Any, app)), parts, receiver, outbound, options)
    telling.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await telling
    await parts.hooks.close()
    quick.undo()

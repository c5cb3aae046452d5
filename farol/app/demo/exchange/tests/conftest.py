"""The demo exchange in this process, with a clock the test moves, and Farol's client joined to it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo.exchange.app import Exchange, Parts, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import signing
from farol.core.exchange.client import CoreLink
from farol.core.exchange.model import Why
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM

CONFIG = Config(
    core_link_key="farol-1", core_link_secret="an-example-secret-of-enough-bytes",
    widget_secret="a-widget-secret-of-enough-bytes-000", farol_url="http://127.0.0.1:8700",
)  # fmt: skip
WHY = Why("FRL-2026-000123", "ticket.view", "staff:3")


class Clock:
    """Aware UTC time that stands still until moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 14, 28, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Lets time pass."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(clock: Clock) -> Exchange:
    return build(CONFIG, clock=clock, kept=False)


@pytest.fixture
def parts(app: Exchange) -> Parts:
    """What the exchange is made of."""
    return app.parts


@pytest.fixture
def transport(app: Exchange) -> httpx2.ASGITransport:
    return httpx2.ASGITransport(cast(Any, app))


@pytest.fixture
async def link(transport: httpx2.ASGITransport) -> AsyncIterator[CoreLink]:
    link = CoreLink("http://demo", CONFIG.core_link_key, CONFIG.core_link_secret, transport=transport)
    yield link
    await link.close()


@pytest.fixture
async def browser(transport: httpx2.ASGITransport) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(transport=transport, base_url="http://demo") as browser:
        yield browser


async def ask(transport: httpx2.ASGITransport, method: str, path: str, body: bytes = b"") -> httpx2.Response:
    """A signed request, as any client would send it."""
    async with httpx2.AsyncClient(transport=transport, base_url="http://demo") as http:
        signed = signing.headers(
            "farol-1", CONFIG.core_link_secret, method, path, body, datetime.now().timestamp()
        )
        return await http.request(method, path, content=body, headers={**signed, **WHY.headers()})


@pytest.fixture
def kit(link: CoreLink, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Kit:
    """Enough of a kit for reads of the exchange, on the test's clock."""
    monkeypatch.setattr("farol.kit.clock.now", clock)
    kit = Kit(settings=cast(Any, None), db=cast(Any, None), bus=cast(Any, None), files=cast(Any, None))
    kit.put(link)
    return kit


STAFF = SYSTEM

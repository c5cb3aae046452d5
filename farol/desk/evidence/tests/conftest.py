"""A desk whose exchange is the demo exchange, in this process."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo.exchange.app import Exchange, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.kit import clock
from tests.world import World

CONFIG = Config(
    core_link_key="farol-1", core_link_secret="an-example-secret-of-enough-bytes",
    widget_secret="a-widget-secret-of-enough-bytes-000", farol_url="http://127.0.0.1:8700",
)  # fmt: skip


@pytest.fixture
def exchange() -> Exchange:
    return build(CONFIG, clock=clock.now, kept=False)


@pytest.fixture
def books(exchange: Exchange) -> Any:
    """What the exchange knows."""
    return exchange.parts.world


@pytest.fixture
async def desk(world: World, exchange: Exchange) -> AsyncIterator[World]:
    """The world, joined to that exchange."""
    before = world.kit.get(CoreLink)
    link = CoreLink("http://demo", CONFIG.core_link_key, CONFIG.core_link_secret, transport=httpx2.ASGITransport(cast(Any, exchange)))
    world.kit.put(link)
    world.kit.put(Published())
    yield world
    world.kit.put(before)
    world.kit.put(Published())
    await link.close()



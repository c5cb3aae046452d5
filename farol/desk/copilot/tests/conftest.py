"""A desk over the demo exchange, with the shipped macros and articles, and models that are asked over real HTTP."""

from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.demo.exchange.app import Exchange, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.core.shield import scrub
from farol.desk.macros import actions as macros
from farol.kit import clock
from farol.kit.model_port import ModelPort
from farol.kit.permission import SYSTEM
from farol.selfserve.knowledge import actions as articles
from farol.selfserve.knowledge import seeding, topic_store
from tests.stand_ins.model_server import ModelServer
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
    """The world, joined to that exchange, with the first macros and some articles."""
    before = world.kit.get(CoreLink)
    link = CoreLink("http://demo", CONFIG.core_link_key, CONFIG.core_link_secret, transport=httpx2.ASGITransport(cast(Any, exchange)))
    world.kit.put(link)
    world.kit.put(Published())
    await macros.seed(world.kit)
    await topic_store.start(world.kit.db)
    for one in [draft for draft in seeding.shipped() if draft.category == "deposits"]:
        await articles.publish(world.kit, SYSTEM, one)
    yield world
    world.kit.put(before)
    world.kit.put(Published())
    await link.close()


@pytest.fixture
async def models(world: World) -> AsyncIterator[Callable[..., ModelServer]]:
    """Puts a model of this behaviour behind the port for the length of a test; ``answers`` makes what a good one says."""
    before = world.kit.get(ModelPort)
    made: list[ModelPort] = []
    async with ModelServer(slow_s=5) as server:

        def use(name: str, answers: Callable[[dict[str, Any]], Any] | None = None) -> ModelServer:
            if answers:
                server.answers = answers
            settings = msgspec.structs.replace(
                world.kit.settings, model_url=server.base_url, model_key="sk-test", model_names=(name,), model_tasks=("draft", "summarise"),
                model_timeout_s=1.5 if name == "slow" else 6.0, model_customer_tokens=10**9, model_day_tokens=10**9)
            made.append(ModelPort(settings, world.kit.db, lambda text: scrub(text).text))
            world.kit.put(made[-1])
            return server

        yield use
        for port in made:
            await port.close()
    world.kit.put(before)

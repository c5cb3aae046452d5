"""The help centre with its shipped articles, and an exchange that says what a test wants."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo.exchange.app import build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.kit.core import Kit
from farol.selfserve.announcements.board import Board as Announcements
from tests import articles
from tests.world import FAROL, Client, World

Says = Callable[[object], None]


@pytest.fixture
async def reader(world: World) -> Client:
    """Somebody without session, in front of the shipped articles."""
    await articles.publish(world.kit)
    world.kit.put(Announcements())
    return world.client(FAROL, {"accept-language": "zh-CN,zh;q=0.9"})


@pytest.fixture
async def exchange(kit: Kit) -> AsyncIterator[Callable[[Any], Awaitable[None]]]:
    """Makes the exchange answer the network table with these rows, or not at all (None)."""
    before = kit.get(CoreLink)
    made: list[CoreLink] = []

    async def says(rows: list[dict[str, Any]] | None) -> None:
        def answer(request: httpx2.Request) -> httpx2.Response:
            if rows is None:
                raise httpx2.ConnectError("refused")
            known = request.url.path == "/v1/networks"

            async def body() -> AsyncIterator[bytes]:
                yield httpx2.Response(200, json={"items": rows} if known else {"code": "not_found"}).content

            return httpx2.Response(200 if known else 404, content=body())

        link = CoreLink("http://core", "k", "s", transport=httpx2.MockTransport(answer))
        made.append(link)
        kit.put(link)
        kit.get(Published).expire() if kit.has(Published) else kit.put(Published())

    yield says
    kit.put(before)
    kit.put(Published())
    for link in made:
        await link.close()


@pytest.fixture
async def demo(kit: Kit) -> AsyncIterator[None]:
    """The demo exchange in this process, as signed and as strict as over a wire."""
    before = kit.get(CoreLink)
    config = Config(core_link_key="k", core_link_secret="s" * 40, widget_secret="w" * 40, farol_url="http://farol.test")
    link = CoreLink("http://demo", "k", "s" * 40, transport=httpx2.ASGITransport(cast(Any, build(config, kept=False))))
    kit.put(link)
    kit.put(Published())
    yield
    await link.close()
    kit.put(before)
    kit.put(Published())

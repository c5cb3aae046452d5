"""The help centre with its shipped articles, and an exchange that says what a test wants."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx2
import pytest

from farol.core.exchange import CoreLink
from farol.kit.core import Kit
from farol.selfserve.help_centre import live, shelf
from farol.selfserve.knowledge import seeding
from tests.world import FAROL, Client, World

Says = Callable[[object], None]


@pytest.fixture
async def reader(world: World) -> Client:
    """Somebody without session, in front of the shipped articles."""
    await seeding.seed(world.kit)
    world.kit.put(shelf.Shelf())
    return world.client(FAROL, {"accept-language": "zh-CN,zh;q=0.9"})


@pytest.fixture
async def exchange(kit: Kit) -> AsyncIterator[Callable[[Any], Awaitable[None]]]:
    """Makes the exchange answer the network table with these rows, or not at all (None)."""
    before = kit.get(CoreLink)
    made: list[CoreLink] = []

    async def says(rows: list[dict[str, Any]] | None) -> None:
        def answer(_: httpx2.Request) -> httpx2.Response:
            if rows is None:
                raise httpx2.ConnectError("refused")

            async def body() -> AsyncIterator[bytes]:
                yield httpx2.Response(200, json={"items": rows}).content

            return httpx2.Response(200, content=body())

        link = CoreLink("http://core", "k", "s", transport=httpx2.MockTransport(answer))
        made.append(link)
        kit.put(link)
        kit.get(live.Networks).expire() if kit.has(live.Networks) else kit.put(live.Networks())

    yield says
    kit.put(before)
    kit.put(live.Networks())
    for link in made:
        await link.close()

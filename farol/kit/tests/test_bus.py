"""The bus: everything is heard once, whenever somebody begins to listen."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from farol.kit.bus import Bus
from farol.kit.settings import Settings
from farol.kit.supervisor import home
from farol.kit.supervisor.nats import LocalNats


@pytest.fixture
async def nats() -> AsyncIterator[LocalNats]:
    """A server that may be stopped and started."""
    folder = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(folder)
    server = LocalNats(folder / "nats", output=folder / "log")
    await server.start()
    yield server
    await server.stop()
    shutil.rmtree(folder)


async def test_who_begins_to_listen_while_it_connects_hears_once(settings: Settings) -> None:
    speaks, hears = Bus(settings.nats_url), Bus(settings.nats_url)
    await speaks.start()
    heard: list[int] = []
    starting = asyncio.create_task(hears.start())
    number = 0
    while not (starting.done() and number > 50):
        await hears.subscribe(f"test.bus.{number}", lambda data: heard.append(int(data)))
        number += 1
        await asyncio.sleep(0)
    await hears._client.flush()
    for n in range(number):
        await speaks.publish(f"test.bus.{n}", str(n).encode())
    async with asyncio.timeout(5):
        while number - 1 not in heard:
            await asyncio.sleep(0.01)
    assert heard == list(range(number))
    await speaks.stop()
    await hears.stop()


async def test_who_begins_to_listen_while_the_server_is_away_hears_when_it_is_back(nats: LocalNats) -> None:
    speaks, hears = Bus(nats.url), Bus(nats.url)
    await speaks.start()
    await hears.start()
    await nats.stop()
    async with asyncio.timeout(5):
        while hears.up or speaks.up:
            await asyncio.sleep(0.01)
    heard = asyncio.Event()
    await hears.subscribe("test.bus", lambda _: heard.set())
    await speaks.publish("test.bus", b"into the void")
    assert not heard.is_set()
    await nats.start()
    async with asyncio.timeout(10):
        while not heard.is_set():
            await speaks.publish("test.bus", b"again")
            await asyncio.sleep(0.05)
    await speaks.stop()
    await hears.stop()

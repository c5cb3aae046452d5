"""One scene for all of this folder, in a database of its own that nothing else empties."""

from collections.abc import AsyncIterator
from typing import Any, cast
from urllib.parse import quote

import asyncpg
import httpx2
import msgspec
import pytest

from farol.app.demo.exchange.app import build
from farol.app.demo.exchange.config import Config
from farol.app.main import front
from farol.app.process import close_kit, open_kit
from farol.core.exchange import CoreLink
from farol.core.live.feed import Feed
from farol.core.live.hub import Hub
from farol.desk.inbox import live
from farol.desk.queue import begin as teams
from farol.desk.queue import live as queue
from farol.desk.sla import begin as levels
from farol.kit.core import Kit
from farol.kit.settings import Settings
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.library import Library
from tests.security.scene import Scene
from tests.world import World

LINK = ("farol-1", "an-example-secret-of-enough-bytes")


@pytest.fixture(scope="session")
async def own_settings(pytestconfig: pytest.Config, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """Settings with a second database."""
    root = pytestconfig.pluginmanager.get_plugin(str(pytestconfig.rootpath / "conftest.py"))
    admin = pytestconfig.stash[cast(Any, root).ADDRESSES]["admin"]
    was = settings.database_url.rpartition("/test_")[2].partition("?")[0]
    name = f"scene_{was}"
    connection = await asyncpg.connect(admin.replace(quote("{}"), "postgres"))
    await connection.execute(f"drop database if exists {name} with (force)")
    await connection.execute(f"create database {name} template farol strategy file_copy owner farol")
    yield msgspec.structs.replace(
        settings, database_url=settings.database_url.replace(f"test_{was}", name), data_dir=tmp_path_factory.mktemp("scene"))
    await connection.execute(f"drop database if exists {name} with (force)")
    await connection.close()


@pytest.fixture(scope="session")
async def scene(own_settings: Settings, open_session: Kit) -> AsyncIterator[Scene]:
    """Everybody, signed in and with something of their own, at an exchange that answers."""
    kit = await open_kit(own_settings)
    exchange = build(Config(core_link_key=LINK[0], core_link_secret=LINK[1], widget_secret=own_settings.widget_secret), kept=False)
    await kit.get(CoreLink).close()
    kit.put(CoreLink("http://demo", *LINK, transport=httpx2.ASGITransport(cast(Any, exchange))))
    await seeding.seed(kit)
    await teams.start(kit)
    await levels.start(kit)
    kit.put(Library())
    hub = Hub(kit, Feed(kit, live.rows, queue.places, queue.seen))
    await hub.start()
    world = World(kit, hub, front(kit, hub))
    scene = await Scene(world).play()
    yield scene
    await scene.close()
    await world.close()
    await hub.stop()
    await close_kit(kit)

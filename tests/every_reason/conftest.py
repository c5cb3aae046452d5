"""A desk with its teams and macros, joined to a demo exchange."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo.exchange.app import build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.desk.macros import actions as macros
from farol.desk.queue.begin import start as teams
from tests.every_reason.stage import Stage
from tests.world import FAROL, World

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")


@pytest.fixture
async def stage(world: World) -> AsyncIterator[Stage]:
    kit = world.kit
    before = kit.get(CoreLink)
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret=kit.settings.widget_secret, farol_url=FAROL), kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    kit.put(link)
    kit.put(Published())
    await teams(kit)
    await macros.seed(kit)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(cast(Any, app)), base_url="http://demo") as site:
        yield Stage(world, app.parts, site)
    kit.put(before)
    kit.put(Published())
    await link.close()

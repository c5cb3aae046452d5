"""A desk that sorts its tickets by what the demo exchange says, in this process."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.desk.triage import actions, jobs
from farol.kit.jobs import JOBS
from tests.world import FAROL, World

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")
QUEUED = "select id, payload from pgqueuer where entrypoint = $1 and status = 'queued' order by id"
DONE = "delete from pgqueuer where id = $1"


class Desk:
    """The world with an exchange behind it; ``down`` makes it fall silent."""

    def __init__(self, world: World, parts: Parts, link: CoreLink) -> None:
        self.world, self.kit, self.parts, self.link = world, world.kit, parts, link

    async def ticket(self, who: people.CastCustomer, words: str, **more: Any) -> int:
        """A new ticket, sorted."""
        opened = await self.world.open(await self.world.customer(who), words, **more)
        await self.work()
        return int(opened["ticket"]["id"])

    async def work(self) -> int:
        """Lets reactions and the jobs of triage run; how many jobs there were."""
        await self.world.react()
        rows = await self.kit.db.fetch(QUEUED, jobs.sort.name)
        for row in rows:
            await self.kit.db.execute(DONE, row["id"])
            payload = bytes(row["payload"]) if row["payload"] else b"{}"
            await JOBS[jobs.sort.name].run(self.kit, jobs.msgspec.json.decode(payload, type=jobs.Sort))
        await self.world.react()
        return len(rows)

    async def row(self, ticket: int) -> Any:
        """The ticket as it stands."""
        return await self.kit.db.fetchrow("select * from ticket where id = $1", ticket)

    def fall_silent(self) -> None:
        """The exchange stops answering."""
        self.parts.mood.turn("down")

    async def come_back(self) -> None:
        """It answers again, and what waited is done."""
        self.parts.mood.turn("well")
        self.link.breaker.succeeded()
        await actions.again(self.kit)
        await self.world.react()


@pytest.fixture
async def desk(world: World) -> AsyncIterator[Desk]:
    """The demo exchange behind Farol's link for the length of a test."""
    kit = world.kit
    before = kit.get(CoreLink)
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL), kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    kit.put(link)
    kit.put(Published())
    yield Desk(world, app.parts, link)
    kit.put(before)
    kit.put(Published())
    await link.close()

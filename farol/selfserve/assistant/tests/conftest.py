"""A desk with the assistant switched on, articles on the shelf, and the demo exchange behind it."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.core.exchange import CoreLink
from farol.core.exchange.published import Published
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM
from farol.kit.ratelimit import buckets
from farol.selfserve.assistant import actions, jobs, store
from farol.selfserve.assistant.model import Rules, Turn
from farol.selfserve.retrieval.gaps import Notebook
from farol.selfserve.retrieval.library import Library
from tests import articles
from tests.world import FAROL, World

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")
QUEUED = "delete from pgqueuer where entrypoint = $1 and status = 'queued' returning payload"
SAID = "select seq, author_kind, internal, body from message where ticket_id = $1 order by seq"


@pytest.fixture(autouse=True)
def _fresh(request: pytest.FixtureRequest) -> None:
    buckets.clear()
    if "kit" in request.fixturenames:
        for part in (Library, Notebook):
            request.getfixturevalue("kit")._parts.pop(part, None)


class Scene:
    """The world, and what the assistant does in it."""

    def __init__(self, world: World, parts: Parts, link: CoreLink) -> None:
        self.world, self.kit, self.parts, self.link = world, world.kit, parts, link

    async def set(self, **more: Any) -> Rules:
        """Switches it on, or sets it anew."""
        return await actions.set_rules(self.kit, SYSTEM, msgspec.structs.replace(await store.rules(self.kit.db), **{"active": True, **more}))

    async def work(self) -> int:
        """Lets reactions and the assistant's jobs run; how many there were."""
        await self.world.react()
        rows = await self.kit.db.fetch(QUEUED, jobs.answer.name)
        for row in rows:
            await JOBS[jobs.answer.name].run(self.kit, msgspec.json.decode(row["payload"], type=jobs.Said))
        await self.world.react()
        return len(rows)

    async def ticket(self, words: str, who: people.CastCustomer | None = people.MEI, **more: Any) -> int:
        """A new ticket after its turn; of nobody known where who is None."""
        client = await self.world.customer(who) if who else await self.world.visitor()
        opened = await self.world.open(client, words, **more)
        await self.work()
        return int(opened["ticket"]["id"])

    async def say(self, ticket: int, words: str, who: people.CastCustomer = people.MEI, **more: Any) -> Turn | None:
        """The customer's next words, after the turn about them."""
        await self.world.say(await self.world.customer(who), ticket, words, **more)
        await self.work()
        return await self.last(ticket)

    async def last(self, ticket: int) -> Turn | None:
        """The last turn."""
        turns = await store.turns(self.kit.db, ticket, 1)
        return turns[0] if turns else None

    async def said(self, ticket: int) -> list[str]:
        """What the assistant has said to the customer."""
        return [row["body"] for row in await self.kit.db.fetch(SAID, ticket) if row["author_kind"] == "assistant" and not row["internal"]]

    async def row(self, ticket: int) -> Any:
        """The ticket as it stands."""
        return await self.kit.db.fetchrow("select * from ticket where id = $1", ticket)


@pytest.fixture
async def scene(world: World) -> AsyncIterator[Scene]:
    """Switched on for web chat."""
    await articles.publish(world.kit)
    before = world.kit.get(CoreLink)
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL), kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    world.kit.put(link)
    world.kit.put(Published())
    made = Scene(world, app.parts, link)
    await made.set()
    yield made
    world.kit.put(before)
    world.kit.put(Published())
    await link.close()

"""The demo exchange in this process, its events brought in as they are, and customers who read what is said to them."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any, cast

import httpx2
import msgspec
import pytest

from farol.app.demo import cast as people
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.app.demo.exchange.ledger import Entry
from farol.app.demo.exchange.scenes.step import play
from farol.core.core_events import store as core_events
from farol.core.core_events.events import CoreEventArrived, stream_of
from farol.core.exchange import CoreLink
from farol.core.exchange.model import CoreEvent, Entity
from farol.core.exchange.published import Published
from farol.desk.plays import jobs
from farol.kit import clock
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM
from tests.world import FAROL, Client, World

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")
DUE = """
delete from pgqueuer where id in (select id from pgqueuer where entrypoint = any($1::text[]) and status = 'queued' and execute_after <= now() order by id limit 100)
returning entrypoint, payload"""


class Scene:
    """The world, an exchange, and jobs that run when they are told to."""

    def __init__(self, world: World, parts: Parts, link: CoreLink) -> None:
        self.world, self.kit, self.parts, self.link = world, world.kit, parts, link
        self._n = 0

    async def step(self, name: str, who: people.CastCustomer | None = None, **params: Any) -> list[Entry]:
        """A step of the exchange's story; what it tells arrives here."""
        told = play(name, self.parts.world, self.parts.post, self.parts.desk, who.uid if who else "", params)
        for entry in told:
            await self.arrive(entry)
        return told

    async def arrive(self, entry: Entry) -> None:
        """An event, kept and said."""
        event = CoreEvent(entry.id, entry.event, entry.at, entry.seq, Entity(entry.kind, entry.thing), entry.data, entry.uid or None)
        await core_events.keep(self.kit.db, [event], "webhook")
        said = CoreEventArrived(event.type, entry.uid, entry.kind, entry.thing, entry.seq, entry.at, entry.data, entry.id)
        async with transaction(self.kit.db) as tx:
            await emit(tx, stream_of(entry.uid), SYSTEM, said)
        await self.work()

    async def happens(self, type_: str, uid: str, thing: str, id_: str, /, *, at: datetime | None = None, **data: Any) -> None:
        """An event that no story tells."""
        self._n += 1
        await self.arrive(Entry(f"evt-{self._n}", at or clock.now(), thing, id_, uid, type_, 1, data))

    async def work(self) -> None:
        """Lets reactions and the jobs of plays run, until none is left whose time has come."""
        names = [jobs.say.name, jobs.spread.name, jobs.joined.name]
        await self.world.react()
        while rows := await self.kit.db.fetch(DUE, names):
            for row in rows:
                kind = JOBS[row["entrypoint"]]
                await kind.run(self.kit, msgspec.json.decode(bytes(row["payload"]), type=kind.payload))
            await self.world.react()

    async def rows(self) -> list[Any]:
        """All messages, oldest first."""
        return list(await self.kit.db.fetch("select * from play_message order by id"))

    async def read(self, client: Client) -> list[dict[str, Any]]:
        """What a customer is shown."""
        found: list[dict[str, Any]] = (await client.ok("GET", "/messages-from-us"))["messages"]
        return found


@pytest.fixture
async def scene(world: World) -> AsyncIterator[Scene]:
    """At noon in Shanghai."""
    clock.shift(_to_noon())
    kit = world.kit
    before = kit.get(CoreLink)
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url=FAROL), kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    kit.put(link)
    kit.put(Published())
    yield Scene(world, app.parts, link)
    kit.put(before)
    kit.put(Published())
    await link.close()


def _to_noon() -> timedelta:
    """Ahead to the next noon in Shanghai, so that nothing that was signed or begun is over."""
    now = clock.now()
    noon = now.replace(hour=4, minute=0, second=0, microsecond=0)
    return (noon if noon > now else noon + timedelta(days=1)) - now

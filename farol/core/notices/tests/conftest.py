"""Members of staff who are told things, and their consoles."""

import json

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.live.socket import Socket
from farol.core.notices.actions import notify
from farol.kit.db import transaction
from farol.kit.jobs import JOBS
from farol.kit.permission import Actor

TITLE = {"zh": "分给您一张工单", "en": "A ticket was given to you"}


class Told:
    """The world with staff. ``tell`` tells them something; ``deliver`` runs what a worker would."""

    def __init__(self, world):
        self.world, self.kit = world, world.kit

    async def person(self, who=cast.ANA):
        """Their id and client."""
        client = await self.world.staff(who)
        return (await client.ok("GET", "/session"))["id"], client

    async def tell(self, *ids, kind="assigned", ticket=None, key="k1", title=TITLE, **more):
        async with transaction(self.kit.db) as tx:
            return await notify(tx, ids, kind, ticket_id=ticket, title=title, key=key, **more)

    async def deliver(self):
        """Runs the queued jobs whose time has come, as a worker would, until none is left; returns what ran."""
        ran = []
        while rows := await self.kit.db.fetch(
            "delete from pgqueuer where id in (select id from pgqueuer where execute_after <= now() and entrypoint like 'notices.%'"
            " order by id limit 100) returning entrypoint, payload"
        ):
            for row in rows:
                kind = JOBS[row["entrypoint"]]
                await kind.run(self.kit, msgspec.json.decode(row["payload"], type=kind.payload))
                ran.append(row["entrypoint"])
        return ran

    def console(self, staff_id):
        """Frames that a console of theirs receives from now on."""
        frames = []

        async def send(message):
            if "text" in message:
                frames.append(json.loads(message["text"]))

        self.world.hub.add(Socket(Actor("staff", staff_id, frozenset()), send))
        return frames


@pytest.fixture
def told(world):
    return Told(world)

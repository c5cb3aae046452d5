"""A voice provider of the test's own, one number of ours there, and colleagues with phones."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms import twilio
from farol.app.demo.doors.platforms.twilio import Side, Twilio
from farol.channels.connections import actions as connections
from farol.channels.phone import actions
from farol.channels.phone.model import CHANNEL
from farol.desk.queue import actions as queue
from farol.kit.jobs import JOBS
from farol.kit.permission import SYSTEM, Actor
from tests.stand_ins.platform import instead
from tests.world import FAROL, Client, World


class Phone:
    """The desk's side of a scene."""

    def __init__(self, world: World, there: Twilio) -> None:
        self.world, self.kit, self.there = world, world.kit, there
        self.line_id = 0

    async def connect(self, **settings: str) -> None:
        """Our number is connected like an operator does it."""
        given = {"account_sid": twilio.ACCOUNT, "auth_token": twilio.TOKEN, "number": twilio.OURS, "call_countries": "GB,CN", **settings}
        self.line_id, found = await connections.connect(self.kit, SYSTEM, CHANNEL, "London", given)
        assert found.works, found.said
        assert self.there.voice.startswith(FAROL + "/hooks/phone/")

    async def agent(self, who: cast.StaffMember = cast.ANA, number: str = "+447400123456") -> Client:
        """Somebody at the desk, available, whose phone was proven."""
        client = await self.world.staff(who)
        staff_id = int((await client.ok("GET", "/session"))["id"])
        await queue.set_state(self.kit, Actor("staff", staff_id, frozenset()), "available")
        before = len(self.there.sides)
        await client.ok("PUT", "/phone/own", json={"number": number})
        side = self.there.sides[before]
        await side.pick_up()
        code = "".join(re.findall(r"\d", side.last)[:6])
        await client.ok("POST", "/phone/own/code", json={"code": code})
        return client

    async def desk(self, client: Client) -> dict[str, Any]:
        found: dict[str, Any] = await client.ok("GET", "/phone/desk")
        return found

    async def work(self) -> None:
        """Runs queued jobs of the phone whatever their time, and lets the provider finish."""
        while True:
            await self.there.quiet()
            await asyncio.gather(*self.kit._tasks, return_exceptions=True)
            rows = await self.kit.db.fetch("delete from pgqueuer where entrypoint like 'phone.%' returning id, entrypoint, payload")
            if not rows and not self.there.tasks:
                return
            for row in sorted(rows, key=lambda each: each["id"]):
                kind = JOBS[row["entrypoint"]]
                await kind.run(self.kit, msgspec.json.decode(row["payload"], type=kind.payload))

    async def tick(self) -> None:
        await actions.tick(self.kit)

    async def row(self, side: Side) -> Any:
        """The call as stored."""
        return await self.kit.db.fetchrow("select * from phone_call where sid = $1", side.sid)

    async def says(self, ticket_id: int) -> list[str]:
        """All words of a ticket, internal ones too."""
        return [r["body"] for r in await self.kit.db.fetch("select body from message where ticket_id = $1 order by seq", ticket_id)]

    async def noted(self, ticket_id: int) -> list[dict[str, Any]]:
        """What stands in the conversation for staff about calls, by key and facts: each agent reads it in their language."""
        rows = await self.kit.db.fetch("select body from event where stream = $1 and kind = 'phone_call.noted' order by seq", f"ticket:{ticket_id}")
        return [row["body"] for row in rows]

    async def into_line(self, side: Side, *, consent: str = "2") -> None:
        """A new matter, up to the line."""
        await side.press("3")
        await side.press(consent)

    async def answered(self, client: Client, call_id: int) -> Side:
        """The colleague presses the button, their phone rings, they press 1."""
        await client.ok("POST", f"/phone/calls/{call_id}/answer")
        side = self.there.sides[-1]
        await side.pick_up()
        await side.press("1")
        await self.there.quiet()
        await asyncio.gather(*self.kit._tasks, return_exceptions=True)
        await self.there.quiet()
        return side


@pytest.fixture
async def phone(world: World) -> AsyncIterator[Phone]:
    """Connected."""
    async with Twilio(world.client("", {})) as there, instead(world.kit, CHANNEL, there):
        made = Phone(world, there)
        await made.connect()
        yield made
        await asyncio.gather(*world.kit._tasks, return_exceptions=True)

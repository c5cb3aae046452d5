"""What every platform of the demo is: strict towards Farol, and a place where people write."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

import httpx2
import msgspec

from farol.app.demo.doors.memory import Line, Memory
from farol.app.demo.doors.people import Person
from farol.app.demo.doors.platforms.wire import Call, Platform, Said


class Room(msgspec.Struct, frozen=True):
    """Somewhere one writes. key: in the page's address. public: everybody there reads it."""

    key: str
    zh: str
    en: str
    public: bool = False


class NotHeard(Exception):
    """Farol did not take it."""


class Stage:
    """key: in ``FAROL_ELSEWHERE`` and in addresses. ``platform`` answers calls; what Farol said by one is kept by ``heard``."""

    key: str
    name: str
    rooms: tuple[Room, ...] = (Room("dm", "私聊", "Private chat"),)
    commands: tuple[str, ...] = ("/start", "/case", "/human", "/stolen")

    in_public: tuple[str, ...] = ()

    def __init__(self, platform: Platform, memory: Memory, address: str) -> None:
        self.platform, self.memory = platform, memory
        self.address = platform.address = f"{address}/{self.key}"
        self.client = httpx2.AsyncClient(timeout=10, trust_env=False)
        self._tasks: set[asyncio.Task[None]] = set()

    async def respond(self, call: Call) -> Said:
        """One call of Farol."""
        said = await self.platform.respond(call)
        if said.status < 300:
            self.heard(call, said)
        return said

    def heard(self, call: Call, said: Said) -> None:
        """A call went well: what people see of it is kept."""

    def place(self, room: str, person: Person) -> str:
        """The key of what stands there, in memory."""
        return f"{self.key}:{room}" if self.room(room).public else f"{self.key}:{room}:{person.key}"

    def room(self, key: str) -> Room:
        """One of them. Raises KeyError."""
        return {room.key: room for room in self.rooms}[key]

    def lines(self, room: str, person: Person) -> list[Line]:
        """What somebody sees there."""
        return self.memory.lines(self.place(room, person))

    async def say(self, room: str, person: Person, text: str) -> None:
        """Somebody writes. Raises NotHeard."""
        raise NotImplementedError

    async def press(self, room: str, person: Person, line: str, name: str) -> None:
        """Somebody presses a button under a line. Raises NotHeard."""
        await self.say(room, person, name)

    async def stop(self) -> None:
        """Nothing is under way after it."""
        for task in self._tasks:
            task.cancel()
        for task in list(self._tasks):
            with suppress(asyncio.CancelledError):
                await task
        await self.client.aclose()

    def opened(self, path: str, query: dict[str, str]) -> tuple[str, str]:
        """A link of the platform that somebody followed: the room it opens, and the words that stand in the field there."""
        return "dm", query.get("text", "")

    def begin(self) -> None:
        """The platform runs."""

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """What a platform does after it has answered."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def post(self, body: bytes, headers: dict[str, str]) -> httpx2.Response:
        """To the address that was entered in the platform's own settings. Raises NotHeard."""
        url = self.memory.told(self.key, "webhook")
        if not url:
            raise NotHeard("no address was entered yet")
        try:
            answer = await self.client.post(url, content=body, headers={"content-type": "application/json", **headers})
        except httpx2.HTTPError as error:
            raise NotHeard(type(error).__name__) from error
        if answer.status_code >= 300:
            raise NotHeard(f"{answer.status_code} {answer.text[:200]}")
        return answer

    def count(self) -> int:
        """Further on with every line, also after a restart."""
        return self.memory.kept.count

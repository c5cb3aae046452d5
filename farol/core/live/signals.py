"""Typing and presence: said through the bus, shown to those who have the ticket open, kept nowhere."""

import asyncio
import time

import msgspec

from farol.kit.bus import Bus

from .model import frame
from .presence import REPEAT_S, SUBJECT, Presence, Seen
from .socket import Socket

TYPING = "farol.typing"


class Typed(msgspec.Struct, frozen=True):
    """Somebody writes, or stopped."""

    ticket: int
    kind: str
    id: int
    name: str
    alias: str
    on: bool


class Signals:
    """watchers: the hub's sockets by ticket, read here and changed only there."""

    def __init__(self, bus: Bus, watchers: dict[int, set[Socket]]) -> None:
        self._bus, self._watchers = bus, watchers
        self._presence = Presence()

    async def start(self) -> None:
        """Begins listening."""
        await self._bus.subscribe(TYPING, self._typing)
        await self._bus.subscribe(SUBJECT, self._seen)

    async def type(self, socket: Socket, ticket: int, on: bool) -> None:
        """Somebody at this socket writes a public message, or stopped."""
        actor = socket.actor
        said = Typed(ticket, actor.kind, actor.id, actor.name, actor.alias or actor.name, on)
        await self._bus.publish(TYPING, msgspec.json.encode(said))

    async def here(self, ticket: int) -> None:
        """Says who has the ticket open in this process."""
        here = self._watchers.get(ticket, set())
        staff = {s.actor.id: s.actor.name for s in here if s.staff}
        seen = Seen(self._presence.process, ticket, any(not s.staff for s in here), list(staff.items()))
        await self._bus.publish(SUBJECT, msgspec.json.encode(seen))

    def online(self, ticket: int) -> bytes:
        """The frame that says whether the customer has the ticket open."""
        return frame("online", ticket=ticket, customer=self._presence.customer(ticket))

    async def repeating(self) -> None:
        """Says it again now and then, in small portions, so that a process that just began learns it too."""
        while True:
            await asyncio.sleep(REPEAT_S)
            self._presence.forget_stale()
            began = time.monotonic()
            for ticket in list(self._watchers):
                await self.here(ticket)
                if time.monotonic() - began > 0.05:
                    await asyncio.sleep(0.05)
                    began = time.monotonic()

    def _typing(self, data: bytes) -> None:
        said = msgspec.json.decode(data, type=Typed)
        for socket in self._watchers.get(said.ticket, ()):
            if (socket.actor.kind, socket.actor.id) != (said.kind, said.id):
                name = said.name if socket.staff else said.alias
                socket.put(frame("typing", ticket=said.ticket, who={"kind": said.kind, "name": name}, on=said.on))

    def _seen(self, data: bytes) -> None:
        seen = msgspec.json.decode(data, type=Seen)
        before = (self._presence.customer(seen.ticket), self._presence.staff(seen.ticket))
        self._presence.hear(seen)
        staff = self._presence.staff(seen.ticket)
        if before == (self._presence.customer(seen.ticket), staff):
            return
        who = frame("viewing", ticket=seen.ticket, who=[{"id": i, "name": n} for i, n in staff.items()])
        for socket in self._watchers.get(seen.ticket, ()):
            if socket.staff:
                socket.put(self.online(seen.ticket))
                socket.put(who)

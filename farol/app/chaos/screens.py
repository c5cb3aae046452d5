"""Screens that people look at: each connects with a pass, watches tickets, and after any loss resumes from its cursors.

They behave as the widget and the console do: a random delay before the first new attempt, longer and longer pauses
after it, and the log over HTTP every two seconds while there is no socket.
"""

import asyncio
import contextlib

import msgspec

from farol.app.bench.client import Ws

from .chance import chance
from .history import Showing, Shown, digest
from .line import ORIGIN, Line, Lost, Person, Tally

DELAY_S, POLL_S, LONGEST_S, OPENING_S = 2.0, 2.0, 30.0, 10.0
CARRY_A_PLACE = frozenset({"message", "changed", "read", "at", "happened", "joined"})


class Said(msgspec.Struct):
    """What is read of a message."""

    client_id: str
    body: str


class Frame(msgspec.Struct):
    """What is read of a frame."""

    t: str
    ticket: int = 0
    seq: int = 0
    message: Said | None = None


class Frames(msgspec.Struct):
    """An answer of the log over HTTP."""

    frames: list[Frame]


class Pass(msgspec.Struct):
    """What opens a socket, once."""

    token: str = msgspec.field(name="pass")


DECODE = msgspec.json.Decoder(Frame).decode


class Screen:
    """shown: every frame with a place, by ticket, in the order in which they came."""

    def __init__(self, person: Person, tickets: list[int], port: int, tally: Tally) -> None:
        self.person, self.tickets = person, tickets
        self.shown: dict[int, list[Shown]] = {ticket: [] for ticket in tickets}
        self.cursor = dict.fromkeys(tickets, 0)
        self.watching = asyncio.Event()
        self._port, self._line, self._tally = port, Line(port, person, tally), tally
        self._lost_at = 0.0

    async def run(self) -> None:
        """Shows what comes until cancelled."""
        failures = 0
        try:
            while True:
                failures = 0 if await self._look() else failures + 1
                self.watching.clear()
                backoff = min(LONGEST_S, 2.0 ** (failures - 1)) if failures else 0.0
                await self._wait(backoff + chance.uniform(0, DELAY_S))
        finally:
            self._line.drop()

    def showings(self) -> list[Showing]:
        """For the audit."""
        return [Showing(self.person.name, self.person.staff, ticket, shown) for ticket, shown in self.shown.items()]

    async def _look(self) -> bool:
        """One connection from its opening to its end; False when none could be had."""
        loop = asyncio.get_running_loop()
        try:
            status, answer = await self._line.ask("POST", "/live-pass")
        except Lost:
            return False
        if status not in (200, 201):
            return False
        path = f"/live?pass={msgspec.json.decode(answer, type=Pass).token}"
        socket = Ws(path, ORIGIN, self._came)
        try:
            try:
                async with asyncio.timeout(OPENING_S):
                    await loop.create_connection(lambda: socket, "127.0.0.1", self._port)
                    await socket.opened
            except OSError:
                return False
            for ticket, after in self.cursor.items():
                socket.send(b'{"t":"watch","ticket":%d,"after":%d}' % (ticket, after))
            await socket.closed.wait()
            self._lost_at = loop.time()
        finally:
            socket.close()
        return True

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while (left := until - loop.time()) > POLL_S:
            await asyncio.sleep(POLL_S)
            with contextlib.suppress(Lost):
                await self._poll()
        await asyncio.sleep(max(0.0, left))

    async def _poll(self) -> None:
        for ticket in self.tickets:
            status, answer = await self._line.ask("GET", f"/tickets/{ticket}/events?after={self.cursor[ticket]}")
            if status == 200:
                for frame in msgspec.json.decode(answer, type=Frames).frames:
                    self._show(frame)

    def _came(self, data: bytes) -> None:
        frame = DECODE(data)
        if frame.t in CARRY_A_PLACE:
            self._show(frame)
        elif frame.t == "watching":
            if self._lost_at:
                self._tally.away_s.append(asyncio.get_running_loop().time() - self._lost_at)
                self._lost_at = 0.0
            self.watching.set()

    def _show(self, frame: Frame) -> None:
        said = frame.message
        self.shown[frame.ticket].append(Shown(frame.seq, said.client_id, digest(said.body)) if said else Shown(frame.seq))
        self.cursor[frame.ticket] = max(self.cursor[frame.ticket], frame.seq)
        if said and (promised := self._tally.promised.get(said.client_id)):
            self._tally.shown_s.append(asyncio.get_running_loop().time() - promised)

"""The telephone network: a caller's phone with its keys, and the phones of colleagues that ring."""

import asyncio
from typing import Any

import httpx2
import msgspec

from farol.app.demo.doors.memory import Memory
from farol.app.demo.doors.people import Person
from farol.app.demo.doors.platforms.twilio import Twilio
from farol.app.demo.doors.platforms.twilio_call import OURS, Side
from farol.app.demo.doors.platforms.wire import Call, Said

from .stage import NotHeard, Room, Stage

WAIT_S, RINGS_S = 15.0, 30.0
ENDED = 5
"""Calls that are over and still shown."""


class Handset(msgspec.Struct, frozen=True):
    """A phone as its page shows it. state: ringing, talking, over. typed: keys that wait for the closing one."""

    sid: str
    number: str
    state: str
    heard: list[str]
    asks: bool
    records: bool
    waits: bool
    connected: bool
    held: bool
    typed: str


class OnPhone(Stage):
    """Calls live as long as the process; what was said in them is Farol's to keep."""

    key, name = "phone", "Phone"
    rooms = (Room("call", "打电话", "A call"),)

    def __init__(self, memory: Memory, address: str) -> None:
        client = httpx2.AsyncClient(timeout=20, trust_env=False)
        self.there = Twilio(client)
        super().__init__(self.there, memory, address)
        self._web = client
        self._typed: dict[str, str] = {}
        self._lock = asyncio.Lock()
        self.there.voice, self.there.fallback, self.there.status = (memory.told(self.key, key) for key in ("voice", "fallback", "status"))

    def begin(self) -> None:
        self.later(self._clock())

    async def stop(self) -> None:
        await super().stop()
        await self._web.aclose()

    def heard(self, call: Call, said: Said) -> None:
        if "IncomingPhoneNumbers" in call.path and call.method == "POST":
            self.memory.tell(self.key, voice=self.there.voice, fallback=self.there.fallback, status=self.there.status)

    async def _clock(self) -> None:
        """Who waits in a line hears something now and then, and nobody's phone rings for ever."""
        ringing: dict[str, float] = {}
        while True:
            await asyncio.sleep(WAIT_S)
            async with self._lock:
                for side in self.there.everybody():
                    try:
                        if side.queue is not None and side.status == "in-progress":
                            await side.wait_on()
                        elif side.status == "ringing" and side.direction != "inbound":
                            ringing[side.sid] = ringing.get(side.sid, 0.0) + WAIT_S
                            if ringing[side.sid] > RINGS_S:
                                await side.no_answer()
                    except httpx2.HTTPError:
                        continue  # Farol is restarting; the next turn finds it

    def handsets(self) -> tuple[list[Handset], list[Handset]]:
        """Phones of callers, and those that Farol called: the newest first, of calls that are over only some."""
        return self._shown(self.there.callers), self._shown(self.there.sides)

    def _shown(self, sides: list[Side]) -> list[Handset]:
        all_ = [self._handset(side) for side in reversed(sides)]
        over = [one.sid for one in all_ if one.state == "over"][ENDED:]
        return [one for one in all_ if one.sid not in over]

    def _handset(self, side: Side) -> Handset:
        state = {"ringing": "ringing", "in-progress": "talking"}.get(side.status, "over")
        return Handset(side.sid, side.number, state, list(side.heard), side.gather is not None, side.recording is not None, side.queue is not None,
                       side.room is not None and len(side.room.inside) > 1, side.held, self._typed.get(side.sid, ""))  # fmt: skip

    async def dial(self, number: str) -> None:
        """Somebody calls our number. Raises NotHeard."""
        if not self.there.voice:
            raise NotHeard(f"{OURS} leads nowhere yet")
        await self._do(self.there.call(number))

    async def use(self, sid: str, deed: str, keys: str = "") -> None:
        """What the holder of a phone does: ``press`` with keys, ``up``, ``down``, ``no``, ``voicemail``, ``silence``. Raises NotHeard."""
        side = next((one for one in self.there.everybody() if one.sid == sid), None)
        if side is None or side.status not in ("ringing", "in-progress"):
            raise NotHeard("the call is over")
        if deed == "press":
            await self._press(side, keys)
        elif deed == "up" and side.status == "ringing":
            await self._do(side.pick_up())
        elif deed == "no" and side.status == "ringing":
            await self._do(side.no_answer())
        elif deed == "voicemail" and side.recording is not None:
            await self._do(side.leave_message(12))
        elif deed == "silence" and side.gather is not None:
            await self._do(side.say_nothing())
        elif deed == "down":
            await self._do(side.hang_up())

    async def _press(self, side: Side, keys: str) -> None:
        if side.gather is None:
            return  # nobody asks for keys now; a real phone beeps
        typed = self._typed.get(side.sid, "") + "".join(key for key in keys if key in "0123456789*#")
        many, closing = side.gather.attrib.get("numDigits"), side.gather.attrib.get("finishOnKey", "#")
        if (many and len(typed) >= int(many)) or (closing and closing in typed):
            self._typed.pop(side.sid, None)
            await self._do(side.press(typed))
        else:
            self._typed[side.sid] = typed

    async def _do(self, deed: Any) -> None:
        async with self._lock:
            try:
                await deed
                await self.there.quiet()
            except httpx2.HTTPError as error:
                raise NotHeard(type(error).__name__) from error

    async def say(self, room: str, person: Person, text: str) -> None:
        """A call is its page's own."""
        raise NotHeard("dial instead")

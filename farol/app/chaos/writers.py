"""People who write: each message has one client id and is sent again until it is acknowledged, and sometimes after."""

import asyncio
from collections.abc import Callable
from uuid import uuid4

import msgspec

from .chance import chance
from .history import Ack, AckLog, digest
from .line import Line, Lost, Person, Tally

PACE_S = (0.12, 0.4)
"""Pause between two messages of one writer; the product lets a person write five a second."""
HANG_UP, TWO_AT_ONCE, SAY_AGAIN, OTHER_WORDS, READ = 0.05, 0.1, 0.15, 0.02, 0.05
"""How often a writer hangs up before the answer, sends over two connections at once, sends an acknowledged message
again, sends other words under a used id, and marks the ticket as read."""
WORDS = (
    "The deposit of 4,000 USDT has not arrived yet.", "提币已经审核很久了，请帮忙看一下。", "Вывод не пришёл 🙏",
    "Three confirmations of twelve, as the explorer says.\nWhat happens next?", "I can wait, but for how long? " * 20 + "Thank you.",
)


class Message(msgspec.Struct, frozen=True):
    """The body of a post, made once."""

    client_id: str
    body: str
    internal: bool | msgspec.UnsetType = msgspec.UNSET


class Posted(msgspec.Struct):
    """What is read of an acknowledgement."""

    seq: int
    at: str


class Refused(msgspec.Struct):
    """What is read of a refusal."""

    code: str = ""
    retry_after: float = 1.0


class Gate:
    """Hands out the messages of the run, as many as are allowed so far."""

    def __init__(self, messages: int) -> None:
        self.messages, self.given, self.allowed = messages, 0, 0
        self.acked = 0
        self.slowest_ack_s = 0.0
        self.unexpected: list[str] = []
        self._more, self._progress = asyncio.Event(), asyncio.Event()

    def allow(self, upto: int) -> None:
        """Lets writers go on up to so many messages."""
        self.allowed = max(self.allowed, min(upto, self.messages))
        self._more.set()

    def acknowledged(self, after_s: float) -> None:
        """One more message was promised, so long after it was first sent."""
        self.acked += 1
        self.slowest_ack_s = max(self.slowest_ack_s, after_s)
        self._progress.set()

    async def reach(self, acked: float) -> None:
        """Waits until so many messages are acknowledged."""
        while self.acked < acked:
            self._progress.clear()
            await self._progress.wait()

    async def take(self) -> int | None:
        """The number of the next message, or None when all are given out."""
        while self.given >= self.allowed:
            if self.given >= self.messages:
                return None
            self._more.clear()
            await self._more.wait()
        self.given += 1
        return self.given


class Writer:
    """One person with two connections (two tabs, or a phone and a tab)."""

    def __init__(self, person: Person, ticket: Callable[[], int], port: int, gate: Gate, log: AckLog, tally: Tally) -> None:
        self._person, self._ticket, self._gate, self._log, self._tally = person, ticket, gate, log, tally
        self._lines = [Line(port, person, tally), Line(port, person, tally)]
        self._said: list[tuple[int, Message]] = []
        self.resent = 0

    async def run(self) -> None:
        """Writes until the run's messages are given out."""
        while (number := await self._gate.take()) is not None:
            words = f"{number} from {self._person.name}: {chance.choice(WORDS)}"
            internal = chance.random() < 0.3 if self._person.staff else msgspec.UNSET
            ticket, message = self._ticket(), Message(str(uuid4()), words, internal)
            began = asyncio.get_running_loop().time()
            await self._say(ticket, message)
            self._gate.acknowledged(asyncio.get_running_loop().time() - began)
            self._said.append((ticket, message))
            await self._afterwards()
            await asyncio.sleep(chance.uniform(*PACE_S))
        for line in self._lines:
            line.drop()

    async def _say(self, ticket: int, message: Message) -> None:
        first, second = self._lines
        if chance.random() < HANG_UP:
            try:
                status, answer = await first.ask("POST", _path(ticket), message, within=chance.uniform(0.001, 0.02))
                self._heard(ticket, message, status, answer)
            except Lost:
                self.resent += 1
        if chance.random() < TWO_AT_ONCE:
            self.resent += 1
            await asyncio.gather(self._until_acked(first, ticket, message), self._until_acked(second, ticket, message))
        else:
            await self._until_acked(first, ticket, message)

    async def _until_acked(self, line: Line, ticket: int, message: Message) -> None:
        pause = 0.1
        while True:
            try:
                status, answer = await line.ask("POST", _path(ticket), message)
            except Lost:
                wait = pause
            else:
                wait = self._heard(ticket, message, status, answer) or pause
                if status == 200:
                    return
            await asyncio.sleep(chance.uniform(wait / 2, wait))
            pause = min(pause * 1.6, 1.0)
            self.resent += 1

    def _heard(self, ticket: int, message: Message, status: int, answer: bytes) -> float:
        """Notes a promise; seconds to wait before asking again, 0 when the answer names none."""
        if status == 200:
            posted = msgspec.json.decode(answer, type=Posted)
            self._tally.promised.setdefault(message.client_id, asyncio.get_running_loop().time())
            self._log.write(Ack(ticket, message.client_id, posted.seq, posted.at, digest(message.body)))
        elif status == 429:
            return msgspec.json.decode(answer, type=Refused).retry_after
        elif status != 503:
            self._gate.unexpected.append(f"{status} {answer[:200].decode(errors='replace')}")
        return 0.0

    async def _afterwards(self) -> None:
        die = chance.random()
        ticket, message = chance.choice(self._said)
        line = chance.choice(self._lines)
        if die < SAY_AGAIN:
            for _ in range(chance.randint(1, 4)):
                self.resent += 1
                await self._until_acked(line, ticket, message)
        elif die < SAY_AGAIN + OTHER_WORDS:
            await self._try_other_words(line, ticket, message)
        elif die < SAY_AGAIN + OTHER_WORDS + READ:
            try:
                await line.ask("PUT", f"/tickets/{ticket}/read", {"seq": 2**40})
            except Lost:
                return

    async def _try_other_words(self, line: Line, ticket: int, message: Message) -> None:
        """Must be refused. Should it be acknowledged, the log holds a promise that the store does not keep."""
        other = msgspec.structs.replace(message, body=message.body + " (not what was said)")
        try:
            status, answer = await line.ask("POST", _path(ticket), other)
        except Lost:
            return
        if status != 409:
            self._heard(ticket, other, status, answer)


def _path(ticket: int) -> str:
    return f"/tickets/{ticket}/messages"

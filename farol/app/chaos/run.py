"""One run: a whole Farol, people writing and looking, parts killed, and afterwards the audit."""

import asyncio
import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from farol.app import assembly
from farol.app.bench.rig import Rig, rig

from . import history
from .audit import Faults, audit
from .chance import chance
from .history import AckLog, History
from .killer import Killer
from .line import Person, Tally
from .planted import PREPARE
from .screens import Screen
from .stage import hire, machine_with, patiently, running
from .writers import Gate, Writer

CUSTOMERS, STAFF = 36, 8
TAIL = 40
"""Messages kept for the moment of the last kill."""
GAP_S = (0.2, 2.0)
"""At least so long between two kills."""
CONVERGED_WITHIN_S = 5.0
GIVE_UP_S, GIVE_UP_FAULTY_S = 40.0, 3.0
"""After the last kill; a planted fault may keep a run from ever converging."""
REACTED_WITHIN_S = 60.0


class Options(NamedTuple):
    """What was typed. plant: a fault that the audit must find. logs: where to leave what the processes wrote."""

    part: str
    kills: int
    messages: int
    plant: str | None = None
    logs: Path | None = None


class Outcome(NamedTuple):
    """What a run found.

    converged_s: from the last kill until all was acknowledged and on every screen; None: never.
    stuck: reactions that have still not come to the end of a stream a minute later, and jobs that are held.
    """

    options: Options
    kills: dict[str, int]
    acked: int
    converged_s: float | None
    stuck: int
    faults: Faults
    more: dict[str, Any]

    @property
    def caught(self) -> bool:
        """Whether the audit reported anything."""
        return self.faults.any

    @property
    def met(self) -> bool:
        """Whether the bounds were kept; with a planted fault, whether it was caught."""
        if self.options.plant:
            return self.caught
        return (not self.caught and self.acked == self.options.messages and sum(self.kills.values()) >= self.options.kills
                and self.converged_s is not None and self.converged_s <= CONVERGED_WITHIN_S and self.stuck == 0)


async def run(options: Options) -> Outcome:
    """Sets everything up, runs, removes everything."""
    assembly.register()
    async with rig(web=2, customers=CUSTOMERS, machine=machine_with(options.plant)) as made:
        if options.plant in PREPARE:
            await made.db.execute(PREPARE[options.plant])
        customers = [Person(f"customer {n}", False, f"authorization: Bearer {token}\r\n") for n, token in enumerate(made.tokens)]
        with AckLog(made.folder / "acknowledged") as log:
            scene = _Scene(options, made, customers, await hire(made, STAFF), log)
            try:
                return await scene.play()
            finally:
                if options.logs:
                    await asyncio.to_thread(shutil.copytree, made.folder / "logs", options.logs, dirs_exist_ok=True)


class _Scene:
    def __init__(self, options: Options, made: Rig, customers: list[Person], staff: list[Person], log: AckLog) -> None:
        self._options, self._made, self._log = options, made, log
        self._tally, self._gate = Tally(), Gate(options.messages)
        self._killer = Killer(options.part, made.machine)
        tickets, port = made.tickets, made.port
        own = {person: ticket for person, ticket in zip(customers, tickets, strict=True)}
        self._screens = [Screen(person, [ticket], port, self._tally) for person, ticket in own.items() for _ in range(2)]
        # Each ticket is on the screens of two agents; each agent looks at many.
        self._screens += [Screen(person, tickets[n::STAFF] + tickets[(n + 1) % STAFF :: STAFF], port, self._tally) for n, person in enumerate(staff)]
        self._writers = [Writer(person, _always(ticket), port, self._gate, log, self._tally) for person, ticket in own.items()]
        # Half of what agents write goes to two tickets, so that many write there at once.
        self._writers += [
            Writer(person, lambda: chance.choice(tickets[:2] if chance.random() < 0.5 else tickets), port, self._gate, log, self._tally)
            for person in staff]

    async def play(self) -> Outcome:
        """The run itself, then the audit."""
        loop = asyncio.get_running_loop()
        began, options = loop.time(), self._options
        async with running([screen.run for screen in self._screens]):
            async with asyncio.timeout(60):
                await asyncio.gather(*(screen.watching.wait() for screen in self._screens))
            async with running([writer.run for writer in self._writers]) as writing:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(60 + options.messages / 20 + options.kills * 5):
                        await self._kill_until_the_tail()
                last = loop.time()
                converged = await _within(GIVE_UP_FAULTY_S if options.plant else GIVE_UP_S, self._converge(writing))
                took = round(loop.time() - last, 2) if converged else None
            stuck = 0 if options.plant else await self._stuck()
        found = await self._history()
        return Outcome(options, dict(self._killer.done), len({(a.ticket, a.client) for a in found.acks}), took, stuck, audit(found), {
            "seconds": round(loop.time() - began, 1), "resent": sum(writer.resent for writer in self._writers),
            "shown": sum(len(s.shown) for s in found.showings), "slowest_ack_s": round(self._gate.slowest_ack_s, 2),
            **self._tally.document(), "unexpected": len(self._gate.unexpected), "examples": self._gate.unexpected[:3]})

    async def _kill_until_the_tail(self) -> None:
        """Kills at moments anywhere in the run, not caring whether the last wound has healed; the last into the last messages."""
        gate, before = self._gate, max(0, self._options.messages - TAIL)
        for moment in sorted(chance.uniform(0, before) for _ in range(self._options.kills - 1)):
            gate.allow(min(before, int(moment) + before // self._options.kills + 1))
            await gate.reach(moment)
            await self._kill(*GAP_S)
        gate.allow(before)
        await gate.reach(before)
        await asyncio.sleep(GAP_S[0])
        gate.allow(self._options.messages)
        await self._kill(0.0, 0.2)

    async def _kill(self, soonest_s: float, latest_s: float) -> None:
        while True:
            await asyncio.sleep(chance.uniform(soonest_s, latest_s))
            if self._killer.kill():
                return

    async def _converge(self, writing: list[asyncio.Task[None]]) -> None:
        """Returns when all is acknowledged and every screen has come to the end of every ticket it shows."""
        await asyncio.gather(*writing)
        while True:
            ends = await patiently(lambda: history.heads(self._made.db, self._made.tickets))
            if all(at >= ends[ticket] for screen in self._screens for ticket, at in screen.cursor.items()):
                return
            await asyncio.sleep(0.02)

    async def _stuck(self) -> int:
        until = asyncio.get_running_loop().time() + REACTED_WITHIN_S
        while left := await patiently(lambda: history.stuck(self._made.db)):
            if asyncio.get_running_loop().time() > until:
                return left
            await asyncio.sleep(0.1)
        return 0

    async def _history(self) -> History:
        tickets, db = self._made.tickets, self._made.db
        stored, events = await patiently(lambda: history.stored(db, tickets))
        ends = await patiently(lambda: history.heads(db, tickets))
        return History(self._log.read(), stored, events, ends, [showing for screen in self._screens for showing in screen.showings()])


async def _within(seconds: float, work: Any) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        return False
    return True


def _always(ticket: int) -> Callable[[], int]:
    return lambda: ticket

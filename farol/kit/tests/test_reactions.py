"""Reactions: exactly once, in order, and a failing stream waits alone."""

import asyncio
from typing import Any

import pytest

from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, Recorded, emit
from farol.kit.permission import SYSTEM
from farol.kit.reactions import MOST_TRIES, Reaction, Reactor, requeue


class Rang(Event, kind="test.rang", frozen=True):
    """A bell rang."""

    n: int


async def ring(kit: Kit, stream: str, n: int) -> None:
    async with db.transaction(kit.db) as tx:
        await emit(tx, stream, SYSTEM, Rang(n))


class Ear:
    """Remembers what it heard, and fails when told to."""

    def __init__(self, fails: set[int] | None = None) -> None:
        self.heard: list[tuple[str, int]] = []
        self.fails = fails or set()

    async def __call__(self, kit: Kit, tx: Tx, event: Recorded) -> None:
        if event.body["n"] in self.fails:
            raise ValueError("too loud")
        self.heard.append((event.stream, event.seq))

    def reactor(self, kit: Kit, **options: Any) -> Reactor:
        return Reactor(kit, {"test.ear": Reaction("test.ear", frozenset({"test.rang"}), self)}, **options)


async def until(true: Any, seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


async def test_every_event_once_and_in_its_streams_order(kit: Kit) -> None:
    ear = Ear()
    first, second = ear.reactor(kit, sweep_s=0.05), ear.reactor(kit, sweep_s=0.05)
    await first.start()
    await second.start()
    await asyncio.gather(*(ring(kit, f"bell:{n % 3}", n) for n in range(60)))
    await until(lambda: len(ear.heard) >= 60)
    await first.stop()
    await second.stop()
    assert len(ear.heard) == 60
    for bell in range(3):
        assert [seq for stream, seq in ear.heard if stream == f"bell:{bell}"] == list(range(1, 21))


async def test_a_failing_stream_waits_alone_then_is_dead_until_asked(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear({1})
    reactor = ear.reactor(kit)
    await kit.db.execute("insert into cursor (reader) values ('reactions')")
    await ring(kit, "bell:1", 1)
    await ring(kit, "bell:2", 2)
    await reactor.sweep()
    assert ear.heard == [("bell:2", 1)]
    start = clock.now()
    for n in range(MOST_TRIES):
        monkeypatch.setattr(clock, "now", lambda n=n: start + __import__("datetime").timedelta(hours=n + 1))
        await reactor.sweep()
    row = await kit.db.fetchrow("select attempts, dead, error from parked")
    assert row
    assert (row["attempts"], row["dead"], row["error"]) == (MOST_TRIES, True, "ValueError: too loud")
    ear.fails.clear()
    await reactor.sweep()
    assert ("bell:1", 1) not in ear.heard
    await requeue(kit, "test.ear", "bell:1")
    await reactor.sweep()
    assert ("bell:1", 1) in ear.heard
    assert await kit.db.fetchval("select count(*) from parked") == 0


async def test_an_effect_and_its_progress_are_one(kit: Kit) -> None:
    """A step that is rolled back half way leaves neither effect nor progress."""

    async def write(kit: Kit, tx: Tx, event: Recorded) -> None:
        await tx.execute("insert into stream (name, seq) values ($1, 1)", f"effect:{event.seq}")
        if event.seq == 2:
            raise ValueError("after the first")

    reactor = Reactor(kit, {"test.write": Reaction("test.write", frozenset({"test.rang"}), write)})
    await ring(kit, "bell:9", 1)
    await ring(kit, "bell:9", 2)
    await reactor.step(next(iter(reactor._by_name.values())), "bell:9")
    assert await kit.db.fetchval("select count(*) from stream where name like 'effect:%'") == 0
    assert await kit.db.fetchval("select count(*) from progress") == 0


async def test_a_worker_outlives_a_failure_that_cannot_be_parked(kit: Kit) -> None:
    heard: list[str] = []

    async def loud(kit: Kit, tx: Tx, event: Recorded) -> None:
        heard.append(event.stream)
        if event.stream == "bell:1":
            raise ValueError("too loud")

    reactor = Reactor(kit, {"test.loud": Reaction("test.loud", frozenset({"test.rang"}), loud)})
    await kit.db.execute("alter table parked add constraint nothing_fits check (attempts < 0)")
    working = asyncio.create_task(reactor._work())  # without the sweep, which would come by either stream as well
    try:
        for stream in ("bell:1", "bell:2"):
            await ring(kit, stream, 1)
            reactor._woken(f"{stream} 1".encode())
        await until(lambda: heard == ["bell:1", "bell:2"])
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await kit.db.execute("alter table parked drop constraint nothing_fits")

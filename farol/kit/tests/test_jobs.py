"""Jobs: with the transaction, retried, held."""

import asyncio
from typing import Any

import msgspec
import pytest

from farol.kit import db, jobs
from farol.kit.core import Kit
from farol.kit.jobs import JobKind, enqueue
from farol.kit.worker import Worker


class Parcel(msgspec.Struct, frozen=True):
    """What to deliver."""

    to: str


async def until(true: Any, seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not await true():
            await asyncio.sleep(0.02)


@pytest.fixture
def delivered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return []


def kind(run: Any, tries: int = 3) -> JobKind[Parcel]:
    return JobKind("test.deliver", tries, Parcel, run)


async def run(kit: Kit, monkeypatch: pytest.MonkeyPatch, what: JobKind[Parcel]) -> Worker:
    monkeypatch.setattr(jobs, "JOBS", {what.name: what})
    monkeypatch.setattr(jobs, "SCHEDULES", {})
    worker = Worker(kit)
    await worker.start()
    return worker


async def test_a_job_exists_only_if_its_transaction_does(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[str] = []

    async def deliver(kit: Kit, parcel: Parcel) -> None:
        got.append(parcel.to)

    what = kind(deliver)
    worker = await run(kit, monkeypatch, what)
    with pytest.raises(ValueError, match="no"):
        async with db.transaction(kit.db) as tx:
            await enqueue(tx, what, Parcel("nobody"))
            raise ValueError("no")
    async with db.transaction(kit.db) as tx:
        await enqueue(tx, what, Parcel("mei"), key="mei")
        await enqueue(tx, what, Parcel("mei"), key="mei")

    async def done() -> bool:
        return bool(got) and not await kit.db.fetchval("select count(*) from pgqueuer")

    await until(done)
    await worker.stop()
    assert got == ["mei"]


async def test_a_failing_job_is_tried_again_and_then_held(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    async def deliver(kit: Kit, parcel: Parcel) -> None:
        tried.append(parcel.to)
        raise OSError("closed")

    what = kind(deliver, tries=2)
    worker = await run(kit, monkeypatch, what)
    await enqueue(kit.db, what, Parcel("ivan"))

    async def held() -> bool:
        return await jobs.held(kit) == {"test.deliver": 1}

    await until(held)
    await worker.stop()
    assert tried == ["ivan", "ivan"]

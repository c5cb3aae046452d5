"""Group commit and retries."""

import asyncio
from pathlib import Path

import asyncpg
import pytest

from farol.kit import db
from farol.kit.db import GroupCommit
from farol.kit.problem import Unavailable


class Writes:
    """Stands for the one statement: remembers batches, fails on poison."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.slow = asyncio.Event()
        self.slow.set()

    async def __call__(self, items: list[int]) -> list[int]:
        await self.slow.wait()
        if any(item < 0 for item in items):
            raise ValueError("poison")
        self.batches.append(items)
        return [item * 10 for item in items]


async def test_what_comes_while_one_flies_shares_the_next() -> None:
    writes = Writes()
    group: GroupCommit[int, int] = GroupCommit(writes)
    writes.slow.clear()
    waiting = [asyncio.create_task(group.put(n)) for n in range(20)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    writes.slow.set()
    assert await asyncio.gather(*waiting) == [n * 10 for n in range(20)]
    assert len(writes.batches) <= 2
    assert await group.put(7) == 70
    assert writes.batches[-1] == [7]


async def test_one_bad_row_stands_alone_and_order_is_kept() -> None:
    writes = Writes()
    group: GroupCommit[int, int] = GroupCommit(writes)
    writes.slow.clear()
    waiting = [asyncio.create_task(group.put(n if n != 13 else -1)) for n in range(40)]
    await asyncio.sleep(0)
    writes.slow.set()
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(answers[13], ValueError)
    assert [a for n, a in enumerate(answers) if n != 13] == [n * 10 for n in range(40) if n != 13]
    stored = [item for batch in writes.batches for item in batch]
    assert stored == sorted(stored)


async def test_a_full_queue_says_so() -> None:
    writes = Writes()
    group: GroupCommit[int, int] = GroupCommit(writes, queue=3)
    writes.slow.clear()
    flying = asyncio.create_task(group.put(0))
    await asyncio.sleep(0)
    waiting = [asyncio.create_task(group.put(n)) for n in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable):
        await group.put(9)
    writes.slow.set()
    await asyncio.gather(flying, *waiting)


async def test_a_lost_race_is_run_again_and_another_error_is_not() -> None:
    tries = 0

    async def lose_once() -> str:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise asyncpg.DeadlockDetectedError("deadlock")
        return "done"

    assert await db.again(lose_once) == "done"
    assert tries == 2

    async def wrong() -> None:
        raise asyncpg.UniqueViolationError("some other constraint")

    with pytest.raises(asyncpg.UniqueViolationError):
        await db.again(wrong, "message_client")


@pytest.mark.parametrize("error", [ConnectionResetError("gone"), TimeoutError(), asyncpg.InternalClientError("mid-answer")])
async def test_a_lost_database_fails_the_batch_at_once(error: Exception) -> None:
    """Halving would ask a database that is away once for every item, and wait as long for each."""
    asked = 0

    async def away(items: list[int]) -> list[int]:
        nonlocal asked
        asked += 1
        raise error

    group: GroupCommit[int, int] = GroupCommit(away)
    answers = await asyncio.gather(*(group.put(n) for n in range(50)), return_exceptions=True)
    assert all(type(answer) is type(error) for answer in answers)
    assert asked <= 2


async def test_every_way_of_not_reaching_the_database_is_one_kind(tmp_path: Path) -> None:
    for url in (f"postgresql://farol@/farol?host={tmp_path}", "postgresql://farol@127.0.0.1:1/farol", "postgresql://farol@nowhere.invalid/farol"):
        with pytest.raises(db.LOST):
            await db.connect(url)

"""Group commit and retries."""

import asyncio

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

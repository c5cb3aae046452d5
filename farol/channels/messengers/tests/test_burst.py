"""REL-19: what a platform's webhook may bring. Two web processes answer; one of them is killed on the way. Figures are printed, not asserted."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from farol.channels.messengers.tests.product import Product, Slow, Update, update
from farol.kit.core import Kit
from tests.sizes import size
from tests.world import World

BURST, COPIES, AT_ONCE, CHATS = size(1_000, 5_000), size(100, 500), 40, 50
"""AT_ONCE: as many connections as we ask Telegram for."""
FIRST = 820_000_000


@pytest.fixture
async def product(world: World, kit: Kit, tmp_path: Path) -> AsyncIterator[Product]:
    """Two web processes; who writes is new to us."""
    async with Slow() as telegram, Product(world, kit.settings.nats_url, telegram, tmp_path) as product:
        product.start("web")
        product.start("web")
        await product.serves()
        await product.connect()
        yield product


async def until_taken(product: Product, given: Update, took: list[float]) -> None:
    """As platforms do: what was not acknowledged comes again."""
    while True:
        began = time.monotonic()
        try:
            status = await product.tell(given)
        except httpx2.TransportError:
            await asyncio.sleep(0.05)
            continue
        took.append(time.monotonic() - began)
        assert status == 200, product.said()
        return


async def test_a_burst_with_copies_out_of_order_loses_nothing_while_a_web_process_is_killed(product: Product) -> None:
    fresh = [update(FIRST + n, 6_100_000_000 + n % CHATS, f"word {n}") for n in range(BURST - COPIES)]
    calls = [*fresh, *fresh[::9]]
    random.Random(7).shuffle(calls)
    assert len(calls) == BURST
    gate, took = asyncio.Semaphore(AT_ONCE), []
    began = time.monotonic()

    async def tell(n: int, given: Update) -> None:
        async with gate:
            if n == BURST // 2:
                product.processes[0].kill()
            await until_taken(product, given, took)

    await asyncio.gather(*(tell(n, given) for n, given in enumerate(calls)))
    whole, took = time.monotonic() - began, sorted(took)
    print(f"\n{BURST} calls in {whole:.1f} s ({BURST / whole:.0f}/s), acknowledged after commit: median {took[len(took) // 2] * 1000:.0f} ms,"
          f" 99 % {took[len(took) * 99 // 100] * 1000:.0f} ms, longest {took[-1] * 1000:.0f} ms")
    kept = await product.kit.db.fetch("select external_id, chat, place from update_in")
    assert {int(row["external_id"]) for row in kept} == {one["update_id"] for one in fresh}, "none lost"
    assert len(kept) == len(fresh), "none twice"
    assert all(row["place"] == int(row["external_id"]) for row in kept), "the platform's order is known"

    product.start("web")
    bad = {"x-telegram-bot-api-secret-token": "x" * 64}
    path = product.bot.webhook["url"].removeprefix(product.url)
    assert (await product.client.post(path, json=update(1, 1, "forged"), headers=bad)).status_code == 401
    assert await product.tell(fresh[0]) == 200, "a copy is acknowledged"
    old = update(FIRST - 1, 6_100_000_000, "ten days old")
    old["message"]["date"] -= 10 * 86_400
    assert await product.tell(old) == 200
    assert await product.tell(old) == 200
    assert await product.kit.db.fetchval("select count(*) from update_in") == len(fresh) + 1, "what is ten days old is taken, once"


async def test_what_came_in_disorder_is_read_in_order_by_a_worker(product: Product) -> None:
    given = [update(FIRST + n, 6_100_000_000 + n % 5, f"word {n}") for n in range(150)]
    shuffled = given.copy()
    random.Random(8).shuffle(shuffled)
    await asyncio.gather(*(until_taken(product, one, []) for one in shuffled))
    product.start("work")

    async def read() -> bool:
        return not await product.kit.db.fetchval("select exists (select from update_in where state = 'waiting')")

    await product.until(read, "everything is read")
    rows = await product.kit.db.fetch("select ticket_id, body from message where author_kind = 'customer' order by ticket_id, seq")
    assert len(rows) == len(given)
    by_ticket: dict[int, list[int]] = {}
    for row in rows:
        by_ticket.setdefault(row["ticket_id"], []).append(int(row["body"].removeprefix("word ")))
    assert len(by_ticket) == 5
    assert all(numbers == sorted(numbers) for numbers in by_ticket.values())

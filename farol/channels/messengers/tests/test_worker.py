"""The product's own processes: an update comes in by HTTP, its answer goes out, whoever is killed on the way."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from farol.channels.messengers.tests.product import Product, Slow, update
from farol.kit.core import Kit
from tests.world import World

MEI = 5_123_456_789
CROWD = range(6_000_000_001, 6_000_000_013)


@pytest.fixture
async def product(world: World, kit: Kit, tmp_path: Path) -> AsyncIterator[Product]:
    """One web process, and Telegram with a bot of ours."""
    async with Slow() as telegram, Product(world, kit.settings.nats_url, telegram, tmp_path) as product:
        for person in (MEI, *CROWD):
            telegram.person(person, f"Person {person}")
        product.start("web")
        await product.serves()
        await product.connect()
        yield product


async def answers(product: Product, ticket: int, *words: str) -> None:
    for each in words:
        await asyncio.sleep(0.25)  # an agent may say five things a second
        await product.asks("agent", "POST", f"/tickets/{ticket}/messages", {"client_id": str(uuid.uuid4()), "body": each})


def heard(product: Product, person: int) -> list[str]:
    """Answers as they stand in the chat, without the agent's name."""
    return [text.rpartition("\n")[2] for text in product.telegram.said_in(person) if "answer" in text]


async def test_words_become_a_ticket_and_the_answer_arrives(product: Product) -> None:
    product.start("work")
    await product.telegram.says(product.bot, MEI, "My deposit is missing")
    ticket = await product.ticket_of(MEI)
    await answers(product, ticket, "the answer")

    async def there() -> bool:
        return heard(product, MEI) == ["the answer"]

    await product.until(there, "the answer at Telegram")
    sent = "select state from parcel_out where ticket_id = $1 and seq = (select max(seq) from message where ticket_id = $1 and author_kind = 'staff')"

    async def known() -> bool:
        return bool(await product.kit.db.fetchval(sent, ticket) == "sent")

    await product.until(known, "we know that it went")


async def test_a_worker_killed_in_mid_send_loses_nothing_and_another_goes_on_in_order(product: Product) -> None:
    first = product.start("work")
    await product.telegram.says(product.bot, MEI, "My deposit is missing")
    ticket = await product.ticket_of(MEI)
    product.telegram.let_go.clear()
    words = [f"answer {n}" for n in range(5)]
    await answers(product, ticket, *words)

    async def hangs() -> bool:
        return product.telegram.hanging > 0

    await product.until(hangs, "a send hangs")
    first.kill()
    await asyncio.to_thread(first.wait)
    product.telegram.let_go.set()
    product.start("work")

    async def all_there() -> bool:
        return words[-1] in heard(product, MEI)

    await product.until(all_there, "all answers at Telegram")
    came = heard(product, MEI)
    assert list(dict.fromkeys(came)) == words, "at least once, and in order"
    assert len(came) <= len(words) + 1, "only what hung may come twice"


async def test_two_workers_send_everything_once_and_in_order(product: Product) -> None:
    product.start("work")
    product.start("work")
    words = ["answer 1", "answer 2", "answer 3"]
    await asyncio.gather(*(product.telegram.says(product.bot, person, "Where is my money?") for person in CROWD))
    tickets = await asyncio.gather(*(product.ticket_of(person) for person in CROWD))
    assert len(set(tickets)) == len(CROWD)
    for word in words:
        for ticket in tickets:
            await answers(product, ticket, word)

    async def all_there() -> bool:
        return all(len(heard(product, person)) >= len(words) for person in CROWD)

    await product.until(all_there, "all answers at Telegram")
    assert [heard(product, person) for person in CROWD] == [words] * len(CROWD)


async def test_a_worker_killed_in_mid_read_loses_no_word_and_says_none_twice(product: Product) -> None:
    words = [f"word {n}" for n in range(300)]
    numbers = range(810_000_000, 810_000_300)
    for number, word in zip(numbers, words, strict=True):
        assert await product.tell(update(number, MEI, word)) == 200
    count = "select count(*) from message where author_kind = 'customer'"
    first = product.start("work")

    async def under_way() -> bool:
        return 10 <= await product.kit.db.fetchval(count) < len(words)

    await product.until(under_way, "it reads")
    first.kill()
    await asyncio.to_thread(first.wait)
    product.start("work")

    async def read() -> bool:
        return not await product.kit.db.fetchval("select exists (select from update_in where state = 'waiting')")

    await product.until(read, "everything is read")
    rows = await product.kit.db.fetch("select body from message where author_kind = 'customer' order by ticket_id, seq")
    assert [row["body"] for row in rows] == words
    assert await product.kit.db.fetchval("select count(*) from ticket") == 1

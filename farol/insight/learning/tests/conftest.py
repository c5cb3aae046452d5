"""A ticket in which the assistant took a turn, and sentences for a small model."""

from collections.abc import Iterator

import pytest

from farol.core.understanding import resident
from farol.core.understanding.tests.scene import ROWS
from farol.kit.core import Kit
from farol.kit.events import emit
from farol.kit.permission import Actor
from farol.kit.ratelimit import buckets
from farol.selfserve.assistant.events import HandedOver, TurnTaken
from tests.world import Client, World

ASSISTANT = Actor("assistant", 0, frozenset())
__all__ = ["ROWS", "handed", "turn"]


@pytest.fixture(autouse=True)
def own_model() -> Iterator[None]:
    """No test leaves its model to the next."""
    buckets.clear()
    yield
    resident.serve(None)


async def turn(kit: Kit, ticket: int, seq: int, *, move: str = "answer", reason: str = "dep.unconfirmed", reply_seq: int | None = None) -> None:
    """The assistant did something about the customer's message of that seq."""
    async with kit.db.acquire() as connection, connection.transaction():
        await connection.execute(
            "insert into assistant_turn (ticket_id, seq, reply_seq, kind, reason, language, took_us) values ($1, $2, $3, $4, $5, 'en', 10)",
            ticket, seq, reply_seq, move, reason)
        await emit(connection, f"assistant_case:{ticket}", ASSISTANT, TurnTaken(seq, reply_seq, move, reason, "en"))  # type: ignore[arg-type]


async def handed(kit: Kit, ticket: int, why: str = "asked") -> None:
    """A person goes on."""
    async with kit.db.acquire() as connection, connection.transaction():
        await emit(connection, f"assistant_case:{ticket}", ASSISTANT, HandedOver(why, "dep.unconfirmed", "en"))  # type: ignore[arg-type]


async def answered(world: World, who: Client, body: str, reason: str = "dep.unconfirmed") -> tuple[int, int]:
    """A ticket whose first message the assistant answered: its id and the seq of the message."""
    buckets.clear()
    ticket = (await world.open(who, body))["ticket"]["id"]
    seq = await world.kit.db.fetchval("select min(seq) from message where ticket_id = $1 and author_kind = 'customer'", ticket)
    await turn(world.kit, ticket, seq, reason=reason)
    return ticket, seq

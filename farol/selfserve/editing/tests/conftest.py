"""Kai at the console, the shipped articles, and tickets to learn from."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.core.tickets.actions import change_ticket
from farol.core.tickets.model import Change
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.kit.ratelimit import buckets
from farol.selfserve.retrieval.gaps import Notebook
from tests import articles
from tests.world import Client, World


@pytest.fixture
async def kai(world: World) -> Client:
    """Kai, in front of the shipped articles."""
    await articles.publish(world.kit)
    world.kit._parts.pop(Notebook, None)
    buckets.clear()
    return await world.staff(cast.KAI)


async def mark(kit: Kit, ticket: int, **change: Any) -> None:
    """Sets reason, severity or status of a ticket."""
    version = await kit.db.fetchval("select version from ticket where id = $1", ticket)
    await change_ticket(kit, SYSTEM, ticket, version, Change(**change))


async def ticket(world: World, who: Client, body: str, *, reason: str | None = None, severity: str = "P3") -> int:
    """A ticket of that customer, with its reason and severity."""
    buckets.clear()
    opened = await world.open(who, body)
    await world.kit.db.execute("update ticket set reason = $2, severity = $3 where id = $1", opened["ticket"]["id"], reason, severity)
    return int(opened["ticket"]["id"])


async def answered(world: World, who: Client, body: str, *answers: str, reason: str = "prod.web3") -> int:
    """A ticket that Ana answered and resolved."""
    made = await ticket(world, who, body, reason=reason)
    ana = await world.staff(cast.ANA)
    for answer in answers:
        buckets.clear()
        await world.say(ana, made, answer)
    await world.kit.db.execute("update ticket set status = 'resolved', resolved_at = now() where id = $1", made)
    return made

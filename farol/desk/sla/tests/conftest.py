"""Scenes on service levels: a world with the default policies, and a hand on the clock."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from farol.desk.sla import actions
from farol.kit.core import Kit
from tests.world import Client, World

BACK = """
with e as (update event set at = at - $2::interval where stream = 'ticket:' || $1::bigint and seq > $3)
update message set at = at - $2::interval where ticket_id = $1 and seq > $3"""


@pytest.fixture
async def ruled(world: World) -> World:
    """The world with the default policies."""
    await actions.seed(world.kit)
    return world


async def ago(kit: Kit, ticket: int, *, after: int = 0, **delta: float) -> None:
    """Lets a ticket's events, after a seq, have happened earlier. Only what the clocks have not taken in yet."""
    await kit.db.execute(BACK, ticket, timedelta(**delta), after)


async def clocks(client: Client, ticket: int) -> dict[str, dict[str, Any]]:
    """A ticket's clocks by kind, the last of each."""
    shown = await client.ok("GET", f"/tickets/{ticket}/clocks")
    return {clock["kind"]: clock for clock in shown["clocks"]}


async def told(kit: Kit, ticket: int) -> list[tuple[str, dict[str, Any]]]:
    """What was told of clocks and promises, in order."""
    rows = await kit.db.fetch("select kind, body from event where stream = $1 and (kind like 'clock.%' or kind like 'promise.%') order by seq",
                              f"ticket:{ticket}")
    return [(r["kind"], r["body"]) for r in rows]


async def now(kit: Kit) -> datetime:
    """The database's time."""
    found: datetime = await kit.db.fetchval("select now()")
    return found


def seconds(one: str, two: str) -> float:
    """From one time to another, as the API writes them."""
    return (datetime.fromisoformat(two) - datetime.fromisoformat(one)).total_seconds()

"""What time brings about. Every worker sweeps; each step is one transaction that a second worker passes by."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from farol.desk.queue import estimate as est
from farol.desk.queue import overflow_store, store, team_store
from farol.desk.queue.telling import After
from farol.kit import clock, db
from farol.kit.core import Kit

from .agents import mark_gone
from .offers import bounce, dispatch, return_work
from .overflow import come_back, overflow, returning
from .waiting import settle

log = structlog.get_logger()
T = TypeVar("T")
FIGURES_S = 60
MEMORY = timedelta(days=7)
LATELY = 200
"""Waits of one severity that the correction is learned from."""


async def sweep(kit: Kit) -> None:
    """Agents without screen, offers without answer, work without anybody, and then whoever waits."""
    while await mark_gone(kit):
        pass
    await _each(kit, await store.due(kit.db, clock.now()), bounce)
    await _each(kit, await store.left_behind(kit.db, clock.now()), return_work)
    await give_out(kit)


async def give_out(kit: Kit) -> None:
    """Offers what can be offered, in all teams."""
    await _each(kit, await store.hungry(kit.db, clock.now()), dispatch)


async def heal(kit: Kit) -> None:
    """Tickets whose place does not fit how they stand are put right; silent conversations free their slots.

    What waits for a team of which nobody is there goes to the first line after that team's time, and returns while it waits there still.
    """
    await store.quiet(kit.db, clock.now())
    await _each(kit, await store.to_settle(kit.db), _settle)
    await _each(kit, await returning(kit), come_back)
    await _each(kit, await overflow_store.forsaken(kit.db, clock.now()), overflow)


async def _each(kit: Kit, items: Sequence[T], run: Callable[[Kit, T], Awaitable[object]]) -> None:
    """One thing that fails holds up no other; it is tried again in the next round."""
    for item in items:
        try:
            await run(kit, item)
        except db.LOST:
            raise
        except Exception:
            log.exception("queue.step_failed", step=run.__name__)


async def _settle(kit: Kit, ticket_id: int) -> None:
    after = After()
    async with db.transaction(kit.db) as tx:
        await settle(tx, ticket_id, after)
    await after.say(kit)


async def learn(kit: Kit) -> None:
    """Writes each team's figures anew from the last seven days."""
    now = clock.now()
    for row in await kit.db.fetch(team_store.STALE_FIGURES, now - timedelta(seconds=FIGURES_S - 5)):
        await _learn(kit, row["id"], now)


async def _learn(kit: Kit, team_id: int, now: datetime) -> None:
    past = await team_store.past(kit.db, team_id, now - MEMORY)
    handling = est.handling([row["talked"] for row in past if row["talked"] is not None])
    patience = est.patience(sum(row["outcome"] == "left" for row in past), sum(row["waited"] for row in past))
    waits = [row for row in past if row["outcome"] != "left" and row["usually_s"] and row["usual"]]
    for severity in ("", *sorted({row["severity"] for row in waits})):
        mine = [row for row in waits if severity in ("", row["severity"])][:LATELY]
        if severity and len(mine) < est.LEAST:
            continue
        usually = est.correction([row["waited"] / row["usually_s"] for row in mine], 0.5)
        slowest = est.correction([row["waited"] / row["slowest_s"] for row in mine], 0.9)
        await kit.db.execute(team_store.SET_FIGURE, team_id, severity, handling, patience, usually, slowest, len(mine), now)

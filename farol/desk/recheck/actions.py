"""Verbs: a day is set or taken away, it comes, and somebody says whether the fix held."""

from datetime import datetime

import structlog

from farol.core.notices.actions import notify
from farol.core.shield import scrub
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import shorten
from farol.desk.threads.telling import After
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from . import store
from .events import RecheckDone, RecheckDropped, RecheckDue, RecheckSet
from .model import FURTHEST, WORDS
from .problems import RecheckOver, RecheckPast

log = structlog.get_logger()


async def set_day(kit: Kit, actor: Actor, ticket_id: int, at: datetime, words: str) -> int:
    """Somebody looks again then; it replaces a day that was set before. Raises NotFound, RecheckPast."""
    after = After()
    async with transaction(kit.db) as tx:
        await _lock(tx, ticket_id)
        if not await tx.fetchval(store.IN_TIME, at, FURTHEST):
            raise RecheckPast(most=FURTHEST.days)
        await tx.fetch(store.DROP, ticket_id, actor.id)
        said = shorten(scrub(words.strip()).text, WORDS)
        recheck_id: int = await tx.fetchval(store.SET, ticket_id, at, said, actor.id)
        await _say(tx, actor, ticket_id, RecheckSet(recheck_id, at, said), after)
    await after.say(kit)
    return recheck_id


async def drop(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """Nobody needs to look again; a day that was not set stays so. Raises NotFound."""
    after = After()
    async with transaction(kit.db) as tx:
        await _lock(tx, ticket_id)
        for row in await tx.fetch(store.DROP, ticket_id, actor.id):
            await _say(tx, actor, ticket_id, RecheckDropped(row["id"]), after)
            after.tell([actor.id], "recheck", ticket=ticket_id)
    await after.say(kit)


async def answer(kit: Kit, actor: Actor, recheck_id: int, outcome: str) -> None:
    """Whether the fix held. What came back opens its solved ticket again. Raises NotFound, NotAllowed, RecheckOver."""
    if outcome == "came_back" and not actor.may(Can.TICKET_CHANGE):
        raise NotAllowed
    after = After()
    async with transaction(kit.db) as tx:
        ticket_id = await tx.fetchval(store.TICKET_OF, recheck_id)
        if ticket_id is None:
            raise NotFound
        await _lock(tx, ticket_id)
        if await tx.fetchval(store.DONE, recheck_id, actor.id, outcome) is None:
            raise RecheckOver
        await _say(tx, actor, ticket_id, RecheckDone(recheck_id, outcome), after)
        if outcome == "came_back" and (row := await tx.fetchrow(store.REOPEN, ticket_id, actor.id)):
            changed = TicketChanged({"status": "open", "owner_id": row["owner_id"]}, row["version"])
            after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, changed, public=True, seq=row["seq"]))
        after.tell([actor.id], "recheck", ticket=ticket_id)
    await after.say(kit)


async def tick(kit: Kit) -> int:
    """Gives out the tasks whose day has come, once however many workers look: how many. One that fails holds up no other."""
    told = 0
    for row in await kit.db.fetch(store.DUE):
        try:
            told += await _come(kit, row["id"])
        except db.LOST:
            raise
        except Exception:
            log.exception("recheck.failed", recheck=row["id"])
    return told


async def _come(kit: Kit, recheck_id: int) -> bool:
    after = After()
    async with transaction(kit.db) as tx:
        row = await tx.fetchrow(store.CLAIM, recheck_id)
        if row is None or row["staff_id"] is None:
            return False
        await tx.execute(store.TOLD, recheck_id, row["staff_id"])
        await _say(tx, SYSTEM, row["ticket_id"], RecheckDue(recheck_id, row["staff_id"]), after)
        title = {"en": f"Did the fix hold? Look at {row['number']} again", "zh": f"问题真的解决了吗？请再看一下 {row['number']}"}
        await notify(tx, [row["staff_id"]], "other.recheck", ticket_id=row["ticket_id"], title=title, words=row["words"], key=f"recheck:{recheck_id}")
        after.tell([row["staff_id"]], "recheck", ticket=row["ticket_id"])
    await after.say(kit)
    return True


async def _lock(tx: Tx, ticket_id: int) -> None:
    if await tx.fetchrow(store.LOCK, ticket_id) is None:
        raise NotFound


async def _say(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    seq = await bump(tx, ticket_id)
    after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))

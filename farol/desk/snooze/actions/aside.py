"""A ticket put aside until a time, and its coming back: once, however many workers look."""

from datetime import datetime

from farol.core.notices.actions import notify
from farol.core.shield import scrub
from farol.core.tickets import actions as tickets
from farol.core.tickets.model import Change
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .. import store
from ..events import TicketSnoozed, TicketWoken
from ..model import LONGEST, NOTE
from ..problems import NothingToSnooze, SnoozePast, SnoozeTooFar

BATCH = 100


async def snooze(kit: Kit, actor: Actor, ticket_id: int, until: datetime, note: str = "") -> int:
    """Puts a ticket aside until then, or moves that time: its seq. What nobody has becomes the actor's, so that somebody is told.

    Raises NotAllowed, NotFound, NothingToSnooze, SnoozePast, SnoozeTooFar.
    """
    if actor.kind != "staff" or not actor.may(Can.TICKET_REPLY):
        raise NotAllowed

    async def run() -> int:
        async with db.transaction(kit.db) as tx:
            stands = await store.hold(tx, ticket_id)
            if stands is None:
                raise NotFound
            if stands["status"] not in ("open", "pending") or stands["merged_into"] is not None:
                raise NothingToSnooze
            if until <= stands["now"]:
                raise SnoozePast
            if until > stands["now"] + LONGEST:
                raise SnoozeTooFar
            if stands["owner_id"] is None:
                await tickets.change_in(tx, actor, ticket_id, Change(owner_id=actor.id))
            said = scrub(note.strip()).text[:NOTE]
            seq = await store.put(tx, ticket_id, actor.id, until, said)
            await emit(tx, f"ticket:{ticket_id}", actor, TicketSnoozed(until, said), seq=seq)
            return seq

    seq = await db.again(run)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return seq


async def wake_up(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """Brings a ticket back now. One that is not put aside stays as it is. Raises NotAllowed, NotFound."""
    if actor.kind != "staff" or not actor.may(Can.TICKET_REPLY):
        raise NotAllowed

    async def run() -> int | None:
        async with db.transaction(kit.db) as tx:
            if await store.hold(tx, ticket_id) is None:
                raise NotFound
            return await _end(tx, actor, ticket_id, 2**62, "asked")

    seq = await db.again(run)
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def come_back(tx: Tx, ticket_id: int, before: int, why: str) -> int | None:
    """The customer's words, or the end of the ticket, bring it back if it was put aside before them: the seq spent."""
    await store.hold(tx, ticket_id)
    return await _end(tx, SYSTEM, ticket_id, before, why)


async def _end(tx: Tx, actor: Actor, ticket_id: int, before: int, why: str) -> int | None:
    until = await store.end(tx, ticket_id, before)
    if until is None:
        return None
    seq = await store.back(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, TicketWoken(until, why), seq=seq)
    return seq


async def tick(kit: Kit, now: datetime | None = None) -> int:
    """Brings back what is due, in order of its time, and tells who has it and who put it aside: how many there were.

    now: the database's time unless given. What came due while nothing ran comes back once, with its true time.
    """
    total = 0
    while True:
        async with db.transaction(kit.db) as tx:
            rows = await store.due(tx, BATCH, now)
            for row in rows:
                await emit(tx, f"ticket:{row['id']}", SYSTEM, TicketWoken(row["until"], "time"), seq=row["seq"])
                title = {"zh": f"{row['number']} 暂缓时间已到", "en": f"{row['number']} is back: its snooze is over"}
                told = {each for each in (row["owner_id"], row["staff_id"]) if each is not None}
                await notify(tx, told, "other.woken", ticket_id=row["id"], title=title, words=row["note"], key=f"woken:{row['id']}:{row['seq']}")
        for row in rows:
            await wake(kit.bus, f"ticket:{row['id']}", row["seq"])
        total += len(rows)
        if len(rows) < BATCH:
            return total

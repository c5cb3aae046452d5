"""Statements that keep what the figures are made of."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, Tx, one

from .fold import Facts
from .model import UNDO

FACTS = "select * from figure_ticket where ticket_id = $1"
KEEP = """
insert into figure_ticket (ticket_id, seq, opened_at, asked_at, touched_at, replied_at, replied_by, last_by, asks, replies, done)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (ticket_id) do update set seq = excluded.seq, opened_at = excluded.opened_at, asked_at = excluded.asked_at,
  touched_at = excluded.touched_at, replied_at = excluded.replied_at, replied_by = excluded.replied_by, last_by = excluded.last_by,
  asks = excluded.asks, replies = excluded.replies, done = excluded.done"""
RESOLVED = "insert into figure_resolution (ticket_id, seq, at, by) values ($1, $2, $3, $4) on conflict do nothing"
# The event that resolved and the one that took it back are both in the log; what counts is derived again the same from them.
TAKEN_BACK = """
delete from figure_resolution where ticket_id = $1 and reopened_at is null and by = $3 and at > $2::timestamptz - $4::interval
  and seq = (select max(seq) from figure_resolution where ticket_id = $1) returning seq"""
REOPENED = """
update figure_resolution set reopened_at = $2 where ticket_id = $1 and reopened_at is null
  and seq = (select max(seq) from figure_resolution where ticket_id = $1)"""


async def facts(db: Reads, ticket_id: int) -> Facts | None:
    """What is known of a ticket."""
    return await one(db, Facts, FACTS, ticket_id)


async def keep(tx: Tx, known: Facts) -> None:
    """Stores what is known of a ticket."""
    await tx.execute(KEEP, *msgspec.structs.astuple(known))


async def resolved(tx: Tx, ticket_id: int, seq: int, at: datetime, by: str) -> None:
    """The ticket was resolved by its event ``seq``."""
    await tx.execute(RESOLVED, ticket_id, seq, at, by)


async def reopened(tx: Tx, ticket_id: int, at: datetime, by: str) -> None:
    """The last resolution did not hold; one that its own maker undid at once was a slip and never counted."""
    if await tx.fetchval(TAKEN_BACK, ticket_id, at, by, UNDO) is None:
        await tx.execute(REOPENED, ticket_id, at)

"""Statements that keep what the assistant did."""

import msgspec

from farol.kit.db import Reads, Tx, one

from .fold import Case

CASE = "select * from relief_case where ticket_id = $1"
KEEP = """
insert into relief_case (ticket_id, seq, begun_at, last_at, turns, answers, answered_seq, reason, language, handed_at, handed_why)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (ticket_id) do update set seq = excluded.seq, last_at = excluded.last_at, turns = excluded.turns, answers = excluded.answers,
  answered_seq = excluded.answered_seq, reason = excluded.reason, language = excluded.language, handed_at = excluded.handed_at,
  handed_why = excluded.handed_why"""

SAID = "select body from message where ticket_id = $1 and seq = $2"
THANKED = "insert into relief_thanks (ticket_id, seq) values ($1, $2) on conflict do nothing"


async def case(db: Reads, ticket_id: int) -> Case | None:
    """What is known of the assistant in a ticket."""
    return await one(db, Case, CASE, ticket_id)


async def keep(tx: Tx, known: Case) -> None:
    """Stores it."""
    await tx.execute(KEEP, *msgspec.structs.astuple(known))


async def said(db: Reads, ticket_id: int, seq: int) -> str:
    """The words of a message; empty where it is gone."""
    return await db.fetchval(SAID, ticket_id, seq) or ""


async def thanked(tx: Tx, ticket_id: int, seq: int) -> None:
    """The message was nothing but thanks."""
    await tx.execute(THANKED, ticket_id, seq)

"""Statements of forms: drafts, and articles that solved it."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads

from .model import Answers

KEEP = """
insert into form_draft as d (customer_id, reason, form_id, answers) values ($1, $2, $3, $4)
on conflict (customer_id, reason) do update set answers = excluded.answers, kept_at = now() returning d.form_id, d.kept_at"""
DRAFT = "select reason, form_id, answers, kept_at from form_draft where customer_id = $1 and reason = $2"
DRAFTS = "select reason, form_id, answers, kept_at from form_draft where customer_id = $1 order by kept_at desc limit 60"
DROP = "delete from form_draft where customer_id = $1 and reason = $2"
OLD = "delete from form_draft where kept_at < now() - make_interval(days => $1)"
SOLVED = "insert into form_solved (customer_id, reason, article_id) values ($1, $2, $3) returning id"
REASON_OF = "select reason from ticket where id = $1 for no key update"


class Draft(msgspec.Struct, frozen=True):
    """A form somebody has begun. form_id names the ticket that will come of it."""

    reason: str
    form_id: UUID
    answers: Answers
    kept_at: datetime


async def keep(db: Reads, customer_id: int, reason: str, form_id: UUID, answers: Answers) -> tuple[UUID, datetime]:
    """Keeps what stands in the form: its id, which stays that of the first time, and when."""
    row = await db.fetchrow(KEEP, customer_id, reason, form_id, msgspec.to_builtins(answers))
    assert row
    return row["form_id"], row["kept_at"]


async def draft(db: Reads, customer_id: int, reason: str) -> Draft | None:
    """What the customer has begun for that reason."""
    row = await db.fetchrow(DRAFT, customer_id, reason)
    return _draft(row) if row else None


async def drafts(db: Reads, customer_id: int) -> list[Draft]:
    """Everything the customer has begun, newest first."""
    return [_draft(row) for row in await db.fetch(DRAFTS, customer_id)]


def _draft(row: Any) -> Draft:
    return Draft(row["reason"], row["form_id"], msgspec.convert(row["answers"], Answers), row["kept_at"])


async def drop(db: Reads, customer_id: int, reason: str) -> None:
    """Forgets a draft."""
    await db.execute(DROP, customer_id, reason)


async def drop_old(db: Reads, days: int) -> None:
    """Forgets drafts nobody has touched for that long."""
    await db.execute(OLD, days)


async def solved(tx: Reads, customer_id: int, reason: str, article_id: int) -> None:
    """Keeps that an article made a ticket needless."""
    await tx.fetchval(SOLVED, customer_id, reason, article_id)


async def reason_of(tx: Reads, ticket_id: int) -> Any:
    """The reason of a ticket, which is locked; None while it has none."""
    return await tx.fetchval(REASON_OF, ticket_id)

"""Statements on whom a happening concerns."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

ABOUT = "select number, owner_id, waiting_since, status, merged_into is not null as merged from ticket where id = $1"
SAID = "select body from message where ticket_id = $1 and seq = $2"
CHANGED_HANDS = """
select exists (select from event where stream = $1 and seq > $2 and (kind = 'ticket.changed' and body -> 'fields' ? 'owner_id'
  or kind = 'message.posted' and body ->> 'owner_id' is not null))"""
NAME = "select name from staff where id = $1"
ON_DUTY = "select id from staff where role = 'duty' and disabled_at is null"


class About(msgspec.Struct, frozen=True):
    """A ticket now. merged: it goes on in another, whose owner is told there."""

    number: str
    owner_id: int | None
    waiting_since: datetime | None
    status: str
    merged: bool


async def about(db: Reads, ticket_id: int) -> About | None:
    """The ticket."""
    return await one(db, About, ABOUT, ticket_id)


async def said(db: Reads, ticket_id: int, seq: int) -> str:
    """The words of a message."""
    return await db.fetchval(SAID, ticket_id, seq) or ""


async def changed_hands(db: Reads, stream: str, seq: int) -> bool:
    """Whether the ticket got another owner after a seq."""
    return bool(await db.fetchval(CHANGED_HANDS, stream, seq))


async def name(db: Reads, staff_id: int) -> str:
    """A colleague's."""
    return await db.fetchval(NAME, staff_id) or ""


async def on_duty(db: Reads) -> list[int]:
    """The duty managers."""
    return [row["id"] for row in await db.fetch(ON_DUTY)]

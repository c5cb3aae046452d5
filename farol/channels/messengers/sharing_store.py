"""Statements on files behind links."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, one

ADD = """
insert into file_link (file_id, contact_id, ticket_id, seq, expires_at) values ($1, $2, $3, $4, $5)
on conflict (ticket_id, seq, file_id, contact_id) do update set expires_at = file_link.expires_at returning id, expires_at"""
LINK = "select id, file_id, contact_id, ticket_id, expires_at, opens from file_link where id = $1"
# Good as long as whoever was written to may read those words: the chat is still the ticket's customer's, and the words are public and have the file.
OPEN = """
update file_link l set opens = l.opens + 1, opened_at = $2
from contact k, chat c, ticket t, message m
where l.id = $1 and l.expires_at > $2 and l.opens < $3 and k.id = l.contact_id and c.contact_id = k.id and c.room = 'private' and t.id = l.ticket_id
  and t.customer_id = k.customer_id and m.ticket_id = t.id and m.seq = l.seq and not m.internal and l.file_id = any(m.files)
returning l.opens, c.id as chat_id, k.customer_id"""


class FileLink(msgspec.Struct, frozen=True):
    """A file behind a link. opens: how often it was fetched."""

    id: int
    file_id: UUID
    contact_id: int
    ticket_id: int
    expires_at: datetime
    opens: int


class Opened(msgspec.Struct, frozen=True):
    """It was fetched. opens: how often with this time."""

    opens: int
    chat_id: int
    customer_id: int


async def add(db: Reads, file_id: UUID, contact_id: int, ticket_id: int, seq: int, until: datetime) -> tuple[int, datetime]:
    """A new one, or the one there is: its id and end."""
    row = await db.fetchrow(ADD, file_id, contact_id, ticket_id, seq, until)
    assert row
    return row["id"], row["expires_at"]


async def link(db: Reads, id_: int) -> FileLink | None:
    """One."""
    return await one(db, FileLink, LINK, id_)


async def opened(db: Reads, id_: int, now: datetime, most: int) -> Opened | None:
    """Counts one time, if it still may be fetched."""
    return await one(db, Opened, OPEN, id_, now, most)

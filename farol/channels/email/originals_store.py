"""Statements on mails that stand in a ticket."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

MOST = 200
MAILS = """
select id, at, seq, sender, state, reason, flags, left_out, copies, octet_length(raw) as size, coalesce(cardinality(files), 0) as files
from mail_in where ticket_id = $1 order by id desc limit $2"""
KEPT = """
select m.id, m.digest, m.raw, m.files, array_remove(array[m.sender, c.email, c.phone, c.uid], '') as personal
from mail_in m join ticket t on t.id = m.ticket_id join customer c on c.id = t.customer_id where m.id = $2 and m.ticket_id = $1"""
FILES_NAMED = "select id, name from file where id = any($1::uuid[]) and state = 'ready'"


class Row(msgspec.Struct, frozen=True):
    """A mail of a ticket, as it was settled. size: of its sealed bytes, 0 once they were forgotten."""

    id: int
    at: datetime
    seq: int | None
    sender: str
    state: str
    reason: str
    flags: list[str]
    left_out: list[dict[str, str]]
    copies: int
    size: int
    files: int


class Kept(msgspec.Struct, frozen=True):
    """The sealed bytes of a mail, empty once forgotten, and the files made of it. personal: what is masked where it is shown."""

    id: int
    digest: bytes
    raw: bytes
    files: list[UUID] | None
    personal: list[str | None]


class Named(msgspec.Struct, frozen=True):
    """A file of ours."""

    id: UUID
    name: str


async def mails(db: Reads, ticket_id: int) -> list[Row]:
    """The newest mails that became words of the ticket."""
    return await every(db, Row, MAILS, ticket_id, MOST)


async def kept(db: Reads, ticket_id: int, mail_id: int) -> Kept | None:
    """One of them."""
    return await one(db, Kept, KEPT, ticket_id, mail_id)


async def files_named(db: Reads, ids: list[UUID]) -> list[Named]:
    """Those that are there."""
    return await every(db, Named, FILES_NAMED, ids)

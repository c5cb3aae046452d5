"""Statements on translated replies."""

from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

from .model import KEEP_H, Said

# Notes of colleagues too: whoever may open the ticket reads them.
MESSAGES = """
select m.seq, m.body, m.language, t.language as ticket_language, m.author_kind, t.customer_id from message m join ticket t on t.id = m.ticket_id
where m.ticket_id = $1 and m.seq = any($2::bigint[]) order by m.seq"""
ABOUT = "select language, customer_id from ticket where id = $1"
KEEP = """
insert into message_translation as x (ticket_id, client_id, staff_id, source, target, original, machine, way)
select t.id, $2, $3, $4, $5, $6, $7, $8 from ticket t where t.id = $1
  and not exists (select from message m where m.ticket_id = $1 and m.client_id = $2)
on conflict (ticket_id, client_id) do update set source = excluded.source, target = excluded.target, original = excluded.original,
  machine = excluded.machine, way = excluded.way, words = null, at = now() where x.staff_id = excluded.staff_id
returning client_id"""
OWN = """
select source, target, original, machine, way from message_translation x where ticket_id = $1 and client_id = $2 and staff_id = $3
  and not exists (select from message m where m.ticket_id = $1 and m.client_id = $2)"""
SETTLE = "update message_translation set words = $4 where ticket_id = $1 and client_id = $2 and staff_id = $3"
# A reply that went out with other words than those that were let go is no translation.
SAID = """
select m.seq, x.client_id, x.source, x.target, x.original, x.way as by, x.words <> x.machine as edited, m.at
from message_translation x join message m on m.ticket_id = x.ticket_id and m.client_id = x.client_id and m.author_kind = 'staff'
  and m.author_id = x.staff_id and m.body = x.words and not m.internal
where x.ticket_id = $1 order by m.seq desc limit 500"""
PRUNE = """
delete from message_translation x where x.at < now() - make_interval(hours => $1) and not exists (
  select from message m where m.ticket_id = x.ticket_id and m.client_id = x.client_id and m.body = x.words)"""


class Message(msgspec.Struct, frozen=True):
    """A message to be read. language: as it was heard, empty or ``und`` when it was not."""

    seq: int
    body: str
    language: str
    ticket_language: str
    author_kind: str
    customer_id: int


class Own(msgspec.Struct, frozen=True):
    """A translation that its author has not sent."""

    source: str
    target: str
    original: str
    machine: str
    way: str


async def messages(db: Reads, ticket_id: int, seqs: list[int]) -> list[Message]:
    """Those of these messages that the ticket has."""
    return await every(db, Message, MESSAGES, ticket_id, seqs)


async def about(db: Reads, ticket_id: int) -> tuple[str, int] | None:
    """A ticket's language and its customer."""
    row: Any = await db.fetchrow(ABOUT, ticket_id)
    return (row["language"], row["customer_id"]) if row else None


async def keep(db: Reads, ticket_id: int, client_id: UUID, staff_id: int, own: Own) -> bool:
    """Keeps a translation for a reply of this id; False when one was sent, or is somebody else's."""
    fields = (own.source, own.target, own.original, own.machine, own.way)
    return await db.fetchval(KEEP, ticket_id, client_id, staff_id, *fields) is not None


async def own(db: Reads, ticket_id: int, client_id: UUID, staff_id: int) -> Own | None:
    """The translation that somebody has not sent yet."""
    return await one(db, Own, OWN, ticket_id, client_id, staff_id)


async def settle(db: Reads, ticket_id: int, client_id: UUID, staff_id: int, words: str) -> None:
    """These words may go out."""
    await db.execute(SETTLE, ticket_id, client_id, staff_id, words)


async def said(db: Reads, ticket_id: int) -> list[Said]:
    """Translated replies of a ticket, the newest first."""
    return await every(db, Said, SAID, ticket_id)


async def prune(db: Reads) -> None:
    """Forgets translations that nobody sent."""
    await db.execute(PRUNE, KEEP_H)

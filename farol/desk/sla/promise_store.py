"""Statements on promises."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

from .model import Promise


class Row(msgspec.Struct, frozen=True):
    """A promise as shown. by_name: the member of staff who made it."""

    id: int
    ticket_id: int
    made_by: int
    by_name: str
    made_at: datetime
    by: datetime
    seq: int
    message_seq: int | None
    moves: int
    kept_at: datetime | None
    broken_at: datetime | None
    warned: int


COLUMNS = """
select p.id, p.ticket_id, p.made_by, s.name as by_name, p.made_at, p.by, p.seq, p.message_seq, p.moves, p.kept_at, p.broken_at, p.warned
from sla_promise p join staff s on s.id = p.made_by """
ONE = COLUMNS + "where p.id = $1"
TICKET_OF = "select ticket_id from sla_promise where id = $1"
OF_CLIENT = COLUMNS + "where p.ticket_id = $1 and p.client_id = $2"
OF_TICKET = COLUMNS + "where p.ticket_id = $1 order by p.id desc limit 50"
ADD = """
insert into sla_promise (ticket_id, client_id, made_by, made_at, by, seq, message_seq)
values ($1, $2, $3, now(), $4, $5, $6) returning id, made_at"""
MOVE = "update sla_promise set by = $2, seq = $3, message_seq = $4, moves = moves + 1, warned = $5 where id = $1"
ANSWER = """
select seq, at from message where ticket_id = $1 and seq > $2 and author_kind = 'staff' and not internal order by seq limit 1"""
NEXT = """
select by, broken_at is not null as broken from sla_promise p where ticket_id = $1 and kept_at is null
  and (broken_at is null or not exists (
    select from message m where m.ticket_id = $1 and m.seq > p.seq and m.author_kind = 'staff' and not m.internal))
order by id desc limit 1"""
NOW = "select now()"


async def shown(db: Reads, id_: int) -> Row | None:
    """One promise."""
    return await one(db, Row, ONE, id_)


async def of_client(db: Reads, ticket_id: int, client_id: UUID) -> Row | None:
    """The promise that a request made before."""
    return await one(db, Row, OF_CLIENT, ticket_id, client_id)


async def of_ticket(db: Reads, ticket_id: int) -> list[Row]:
    """The newest promises of a ticket, newest first."""
    return await every(db, Row, OF_TICKET, ticket_id)


async def add(db: Reads, ticket_id: int, client_id: UUID, made_by: int, by: datetime, seq: int, message_seq: int | None) -> Promise:
    """Stores a promise."""
    row = await db.fetchrow(ADD, ticket_id, client_id, made_by, by, seq, message_seq)
    assert row
    return Promise(row["id"], ticket_id, made_by, row["made_at"], by, seq, message_seq)


async def move(db: Reads, promise: Promise) -> None:
    """Stores a moved promise."""
    await db.execute(MOVE, promise.id, promise.by, promise.seq, promise.message_seq, promise.warned)


async def answer(db: Reads, promise: Promise) -> tuple[int, datetime] | None:
    """The first public words of staff after a promise, whether or not the clocks have seen them."""
    row = await db.fetchrow(ANSWER, promise.ticket_id, promise.seq)
    return (row["seq"], row["at"]) if row else None


async def next_update(db: Reads, ticket_id: int) -> tuple[datetime | None, bool]:
    """When a customer was told to hear again, and whether that passed without a word, which is told until there is one."""
    row = await db.fetchrow(NEXT, ticket_id)
    return (row["by"], row["broken"]) if row else (None, False)


async def now(db: Reads) -> datetime:
    """The database's time, by which everything here is measured."""
    found: datetime = await db.fetchval(NOW)
    return found

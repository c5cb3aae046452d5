"""Statements on what became of what went out, for people."""

from datetime import datetime, timedelta

import msgspec

from farol.channels.connections.kinds import KINDS
from farol.kit.db import Reads, every

REACHED = """
select coalesce(max(seq), 0) from (
  select seq, bool_and(state in ('sent', 'delivered', 'read')) as there from parcel_out where ticket_id = $1 and seq is not null group by seq) p
where there and not exists (
  select from parcel_out q where q.ticket_id = $1 and q.seq <= p.seq and q.state in ('queued', 'failed'))"""
WAITING = """
select c.connection_id as id, count(*) as n from parcel_out p join chat c on c.id = p.chat_id
where p.state = 'queued' and c.connection_id = any($1::bigint[]) group by 1"""
DELIVERIES = """
select p.id, p.seq, n.channel, n.id as connection_id, n.name, p.state, p.error as why, p.tries, p.at, p.sent_at, p.settled_at
from parcel_out p join chat c on c.id = p.chat_id join connection n on n.id = c.connection_id
where p.ticket_id = $1 order by p.id desc limit $2"""
REACH = """
select n.channel, n.id as connection_id, n.name, n.state, k.name as called, k.username, k.bound_at is not null as bound, k.here, k.stopped, c.said_at
from chat c join contact k on k.id = c.contact_id join connection n on n.id = c.connection_id
where c.ticket_id = $1 order by c.said_at desc nulls last limit 20"""
OLD = """
with old as (
  select id from parcel_out where settled_at < now() - interval '90 days' and state <> 'queued' limit $1),
w as (delete from parcel_word where parcel_id in (select id from old))
update parcel_out set parcel = '{"key": "", "markdown": ""}' where id in (select id from old) and parcel->>'markdown' <> ''"""


class Delivery(msgspec.Struct, frozen=True):
    """What became of a piece of a message. seq: the message. name: of the connection."""

    id: int
    seq: int | None
    channel: str
    connection_id: int
    name: str
    state: str
    why: str
    tries: int
    at: datetime
    sent_at: datetime | None
    settled_at: datetime | None


class Reach(msgspec.Struct, frozen=True):
    """A chat that is in a ticket: by which names they go there, whether a link proved who they are, and whether they can be written to.

    until: when the platform stops letting us write freely; None where it always does, and where they never wrote.
    """

    channel: str
    connection_id: int
    name: str
    state: str
    called: str
    username: str
    bound: bool
    here: bool
    stopped: bool
    said_at: datetime | None
    until: datetime | None = None


async def reached(db: Reads, ticket_id: int) -> int:
    """Up to which message everything reached the customer over a messenger."""
    upto: int = await db.fetchval(REACHED, ticket_id)
    return upto


async def waiting(db: Reads, ids: list[int]) -> dict[int, int]:
    """How much waits to be sent, by connection."""
    return {row["id"]: row["n"] for row in await db.fetch(WAITING, ids)}


async def deliveries(db: Reads, ticket_id: int, most: int) -> list[Delivery]:
    """What became of a ticket's messages, newest first."""
    return await every(db, Delivery, DELIVERIES, ticket_id, most)


async def reach(db: Reads, ticket_id: int) -> list[Reach]:
    """The chats that are in a ticket."""
    return [msgspec.structs.replace(one, until=_until(one)) for one in await every(db, Reach, REACH, ticket_id)]


def _until(one: Reach) -> datetime | None:
    limits = KINDS[one.channel].kind.limits if one.channel in KINDS else None
    return one.said_at + timedelta(hours=limits.window_h) if limits and limits.window_h and one.said_at else None


async def prune(db: Reads, most: int) -> None:
    """Forgets the words of what went long ago; that it went stays."""
    await db.execute(OLD, most)

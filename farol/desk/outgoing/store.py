"""Statements on replies on their way. Lock order: the line of author and ticket, the reply, the ticket."""

from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads

from .model import KEEP_H, FileName, Outgoing, Written

COLUMNS = """
select o.client_id, o.staff_id, o.ticket_id, o.body, o.removed, o.seen, o.status, o.held_at, o.due_at, o.state, o.why, o.seq,
  case when o.files = '{}' then '[]' else (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type,
    'size', f.size, 'state', f.state) order by u.n) from unnest(o.files) with ordinality u(id, n) join file f on f.id = u.id) end as files
from outgoing o """
HOLD = """
insert into outgoing (client_id, staff_id, ticket_id, body, files, removed, seen, status, due_at)
select $1, $2, t.id, $4, $5, $6, $7, $8, now() + make_interval(secs => $9) from ticket t where t.id = $3
  and not exists (select from unnest($5::uuid[]) u(id) where not exists (
    select from file x where x.id = u.id and x.owner_kind = 'staff' and x.owner_id = $2 and x.state <> 'refused'
      and x.at > now() - interval '23 hours'))
on conflict (client_id) do nothing returning client_id"""
ONE = COLUMNS + "where o.client_id = $1"
MINE = COLUMNS + "where o.staff_id = $1 and o.state in ('held', 'stale', 'failed') order by o.held_at, o.client_id limit 100"
DUE = "select client_id from outgoing where state = 'held' and due_at <= now() order by due_at, held_at limit 50"
# Replies of one person in one ticket go one after another: the first lets the next have seen it.
IN_LINE = """
select pg_advisory_xact_lock(hashtextextended('outgoing:' || staff_id || ':' || ticket_id, 0)) from outgoing where client_id = $1"""
# What was written earlier and is due goes first, whichever of the two a process came upon.
CLAIM = """
select o.client_id, o.staff_id, o.ticket_id, o.body, o.files, o.seen, o.status from outgoing o
join outgoing s on s.client_id = $1 and (o.staff_id, o.ticket_id) = (s.staff_id, s.ticket_id) and (o.held_at, o.client_id) <= (s.held_at, s.client_id)
where o.state = 'held' and o.due_at <= now() and s.state = 'held' and s.due_at <= now()
order by o.held_at, o.client_id limit 1 for update of o skip locked"""
HELD_STILL = "select id from ticket where id = $1 for no key update"
# What the desk itself says, such as that a question arrived, nobody has to read before they answer.
LAST_WORDS = """
select coalesce(max(seq), 0) from message where ticket_id = $1 and not internal and author_kind <> 'system'"""
# Nobody wrote between what the author saw and their own words, or those had not been sent: their next ones have seen them too.
SENT = """
with later as (
  update outgoing o set seen = $2 from outgoing s where s.client_id = $1 and o.staff_id = s.staff_id and o.ticket_id = s.ticket_id
    and o.state = 'held' and o.client_id <> $1 and o.seen >= s.seen and o.seen < $2)
update outgoing set state = 'sent', seq = $2, body = '', files = '{}', settled_at = now() where client_id = $1"""
RETURN = """
update outgoing set state = $2, why = $3, settled_at = now() where client_id = $1 and state = 'held'
returning staff_id, ticket_id"""
TAKE_BACK = """
update outgoing set state = 'taken', body = '', files = '{}', settled_at = now()
where client_id = $1 and staff_id = $2 and state in ('held', 'stale', 'failed') returning ticket_id"""
NOW = """
update outgoing set state = 'held', why = '', due_at = now(), seen = coalesce($3, seen)
where client_id = $1 and staff_id = $2 and state in ('held', 'stale', 'failed') returning client_id"""
PUT_OFF = "update outgoing set due_at = now() + interval '5 s' where client_id = $1 and state = 'held'"
PRUNE = "delete from outgoing where state in ('sent', 'taken') and settled_at < now() - make_interval(hours => $1)"
ABOUT = """
select t.number, c.name from ticket t join customer c on c.id = t.customer_id where t.id = $1"""


class Claimed(msgspec.Struct, frozen=True):
    """A reply that is due, locked."""

    client_id: UUID
    staff_id: int
    ticket_id: int
    body: str
    files: list[UUID]
    seen: int | None
    status: str | None


async def hold(db: Reads, staff_id: int, ticket_id: int, written: Written, body: str, removed: list[str], wait_s: int) -> bool:
    """Keeps a reply; False when one of its id is kept already, or the ticket or a file of the author's is not there."""
    return await db.fetchval(
        HOLD, written.client_id, staff_id, ticket_id, body, written.files, removed, written.seen, written.status, float(wait_s)) is not None


def _view(row: Any) -> Outgoing:
    files = msgspec.convert(row["files"], list[FileName])
    return Outgoing(files=files, **{name: row[name] for name in Outgoing.__struct_fields__ if name != "files"})


async def one(db: Reads, client_id: UUID) -> tuple[int, Outgoing] | None:
    """A reply and whose it is."""
    row = await db.fetchrow(ONE, client_id)
    return (row["staff_id"], _view(row)) if row else None


async def mine(db: Reads, staff_id: int) -> list[Outgoing]:
    """What somebody wrote that is not in its ticket, oldest first."""
    return [_view(row) for row in await db.fetch(MINE, staff_id)]


async def due(db: Reads) -> list[UUID]:
    """Whose time has come."""
    return [row["client_id"] for row in await db.fetch(DUE)]


async def claim(db: Reads, client_id: UUID) -> Claimed | None:
    """This reply, or an earlier one of its line that is due too, for this transaction alone; None when its own time has not come, or it is over."""
    await db.execute(IN_LINE, client_id)
    row = await db.fetchrow(CLAIM, client_id)
    return Claimed(*(row[name] for name in Claimed.__struct_fields__)) if row else None


async def last_words(db: Reads, ticket_id: int) -> int:
    """The seq of what a person last said to or for the customer; nothing more is said until the end of the transaction."""
    await db.execute(HELD_STILL, ticket_id)
    seq: int = await db.fetchval(LAST_WORDS, ticket_id)
    return seq


async def sent(db: Reads, client_id: UUID, seq: int) -> None:
    """It stands in its ticket; its words are there alone."""
    await db.execute(SENT, client_id, seq)


async def give_back(db: Reads, client_id: UUID, state: str, why: str) -> tuple[int, int] | None:
    """It was not sent: its author and its ticket."""
    row = await db.fetchrow(RETURN, client_id, state, why)
    return (row["staff_id"], row["ticket_id"]) if row else None


async def take_back(db: Reads, client_id: UUID, staff_id: int) -> int | None:
    """Its author has it again: its ticket; None when it is too late or not theirs."""
    ticket_id: int | None = await db.fetchval(TAKE_BACK, client_id, staff_id)
    return ticket_id


async def now(db: Reads, client_id: UUID, staff_id: int, seen: int | None) -> bool:
    """It is due at once, having seen so much."""
    return await db.fetchval(NOW, client_id, staff_id, seen) is not None


async def put_off(db: Reads, client_id: UUID) -> None:
    """Something broke on our side: it is tried again a little later."""
    await db.execute(PUT_OFF, client_id)


async def about(db: Reads, ticket_id: int) -> tuple[str, str]:
    """A ticket's number and its customer's name."""
    row = await db.fetchrow(ABOUT, ticket_id)
    return (row["number"], row["name"]) if row else ("", "")


async def prune(db: Reads) -> None:
    """Forgets what was sent or taken back long ago."""
    await db.execute(PRUNE, KEEP_H)

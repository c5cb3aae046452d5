"""Statements on words that wait for release. Lock order: the held reply, the ticket."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, Tx, one

from .model import Finding

HOURS = 24
ADD = """
insert into guard_held (client_id, ticket_id, staff_id, body, files, seen, why, findings, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(hours => $9)) on conflict (client_id) do nothing returning id"""
FILES = """
select not exists (select from unnest($1::uuid[]) u(id) where not exists (
  select from file x where x.id = u.id and x.owner_kind = 'staff' and x.owner_id = $2 and x.state <> 'refused'))"""
KNOWN = "select id, ticket_id, staff_id, body from guard_held where client_id = $1"
COLUMNS = """
select h.id, h.client_id, h.ticket_id, t.number, h.staff_id, s.name as by_name, h.body, h.files, h.why, h.findings, h.state, h.at, h.expires_at,
  d.name as decided_by, h.decided_at, h.decided_why, h.seq
from guard_held h join ticket t on t.id = h.ticket_id join staff s on s.id = h.staff_id left join staff d on d.id = h.decided_by """
OF_TICKET = COLUMNS + "where h.ticket_id = $1 order by h.id desc limit 50"
LISTED = COLUMNS + ", (select $1::bigint as id) viewer where (h.state = 'waiting') = $2 and h.at > now() - interval '90 days' and " + SEEN + """
order by case when $2 then h.id else -h.id end limit 100"""
LOCKED = """
select id, client_id, ticket_id, staff_id, body, files, seen, state, expires_at < now() as over from guard_held where id = $1 for update"""
DECIDE = "update guard_held set state = $2, decided_by = $3, decided_at = now(), decided_why = $4, seq = $5 where id = $1"
RELEASED = """
select exists (select from guard_held where client_id = $1 and ticket_id = $2 and staff_id = $3 and state = 'released' and body = $4)"""
EXPIRED = "select id from guard_held where state = 'waiting' and expires_at < now() order by id limit 100"
TICKET_OF = "select ticket_id from guard_held where id = $1"
LAST_WORDS = "select coalesce(max(seq), 0) from message where ticket_id = $1 and not internal and author_kind = 'customer'"
TICKET_LOCK = "select id from ticket where id = $1 for no key update"
NUMBER = "select number from ticket where id = $1"


class Held(msgspec.Struct, frozen=True):
    """Words that wait for a second person, or what became of them."""

    id: int
    client_id: UUID
    ticket_id: int
    number: str
    staff_id: int
    by_name: str
    body: str
    files: list[UUID]
    why: str
    findings: list[Finding]
    state: str
    at: datetime
    expires_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decided_why: str
    seq: int | None


class Locked(msgspec.Struct, frozen=True):
    """One that is decided about. over: its day is gone."""

    id: int
    client_id: UUID
    ticket_id: int
    staff_id: int
    body: str
    files: list[UUID]
    seen: int
    state: str
    over: bool


async def add(
    tx: Tx, client_id: UUID, ticket_id: int, staff_id: int, body: str, files: list[UUID], seen: int, why: str, findings: list[Finding],
) -> int | None:
    """Keeps it: its id, None when one of its client_id is kept."""
    id_: int | None = await tx.fetchval(ADD, client_id, ticket_id, staff_id, body, files, seen, why, msgspec.to_builtins(findings), HOURS)
    return id_


async def files_ours(tx: Tx, files: list[UUID], staff_id: int) -> bool:
    """Whether all of these are files of the author's."""
    return bool(await tx.fetchval(FILES, files, staff_id))


async def known(db: Reads, client_id: UUID) -> Any:
    """The one of that client_id: id, ticket_id, staff_id, body."""
    return await db.fetchrow(KNOWN, client_id)


def _view(row: Any) -> Held:
    return msgspec.convert(dict(row), Held)


async def of_ticket(db: Reads, ticket_id: int) -> list[Held]:
    """A ticket's, the newest first."""
    return [_view(row) for row in await db.fetch(OF_TICKET, ticket_id)]


async def listed(db: Reads, viewer: int | None, *, waiting: bool) -> list[Held]:
    """What waits, oldest first; or what became of those of ninety days, newest first."""
    return [_view(row) for row in await db.fetch(LISTED, viewer, waiting)]


async def locked(tx: Tx, id_: int) -> Locked | None:
    """One, until the transaction ends."""
    return await one(tx, Locked, LOCKED, id_)


async def decide(tx: Tx, id_: int, state: str, by: int | None, why: str, seq: int | None = None) -> None:
    """What became of it."""
    await tx.execute(DECIDE, id_, state, by, why, seq)


async def released(db: Reads, client_id: UUID, ticket_id: int, staff_id: int, body: str) -> bool:
    """Whether exactly these words of theirs were let out."""
    return bool(await db.fetchval(RELEASED, client_id, ticket_id, staff_id, body))


async def expired(db: Reads) -> list[int]:
    """Those on which nobody decided."""
    return [row["id"] for row in await db.fetch(EXPIRED)]


async def last_words(tx: Tx, ticket_id: int) -> int:
    """The seq of what the customer last said; nothing more is said until the end of the transaction."""
    await tx.execute(TICKET_LOCK, ticket_id)
    seq: int = await tx.fetchval(LAST_WORDS, ticket_id)
    return seq


async def number(db: Reads, ticket_id: int) -> str:
    """How people call the ticket."""
    return str(await db.fetchval(NUMBER, ticket_id) or "")



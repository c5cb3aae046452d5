"""What the portal reads beside the ticket itself, and what it keeps of tickets that were taken back."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one
from farol.kit.events import Recorded

from .model import Withdrawal

PUBLIC_EVENTS = """
select stream, seq, kind, actor, public, body, at from event
where stream = 'ticket:' || $1::bigint and public and kind in ('message.posted', 'ticket.changed', 'ticket.read')
order by seq limit 1000"""
SAID = "select seq from message where ticket_id = $1 and client_id = $2 and author_kind = 'customer'"
LOCK_OWN = """
select id, status, severity, stage, waiting_since from ticket
where id = $1 and customer_id = $2 and merged_into is null for no key update"""
# The seq is spent by the ticket itself, as every change of it does.
NEXT = "update ticket set seq = seq + 1 where id = $1 returning seq"
WITHDRAW = "insert into ticket_withdrawal (ticket_id, was, stage, waiting_since) values ($1, $2, $3, $4)"
WITHDRAWAL = "select was, stage, waiting_since, withdrawn_at from ticket_withdrawal where ticket_id = $1 and undone_at is null"
UNDO = "update ticket_withdrawal set undone_at = now() where ticket_id = $1 and undone_at is null"
WAITS_AGAIN = "update ticket set seq = seq + 1, waiting_since = $2 where id = $1 returning seq"
FILES = """
select f.id, f.name, f.media_type, f.size, f.key, encode(f.sha256, 'hex') as sha256, f.state, m.at, m.seq, m.author_kind = 'customer' as own
from message m cross join unnest(m.files) u(id) join file f on f.id = u.id
where m.ticket_id = $1 and not m.internal and f.state <> 'refused' order by m.seq, f.name limit 500"""


FACTS = """
select exists (select from ticket o where o.merged_into = t.id) as took_in,
  exists (select from escalation e where e.ticket_id = t.id and e.ended_at is null) as escalated,
  (select max(e.started_at) from escalation e where e.ticket_id = t.id and e.ended_at is null and e.started_by = 'customer:' || t.customer_id) as asked_at,
  exists (select from sla_promise p where p.ticket_id = t.id) as promised,
  coalesce((select r.seq from read_mark r where r.ticket_id = t.id and r.reader = 'customer' and r.reader_id = t.customer_id), 0) as read_seq,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'sha256', encode(f.sha256, 'hex'), 'at', m.at) order by m.seq), '[]')
    from message m cross join unnest(m.files) u(id) join file f on f.id = u.id
    where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal and f.state <> 'refused') as papers
from ticket t where t.id = $1"""


class Receipt(msgspec.Struct, frozen=True):
    """A file the customer gave. sha256: of what was sent, in hex."""

    id: UUID
    name: str
    sha256: str
    at: datetime


class Facts(msgspec.Struct, frozen=True):
    """What decides what else has to be read. took_in: others go on in it; asked_at: when its customer asked for a lead, which
    nobody has ended; read_seq: how far its customer has read."""

    took_in: bool
    escalated: bool
    asked_at: datetime | None
    promised: bool
    read_seq: int
    papers: list[Receipt]


class Standing(msgspec.Struct, frozen=True):
    """The customer's own ticket, locked."""

    id: int
    status: str
    severity: str
    stage: str | None
    waiting_since: datetime | None


class Paper(msgspec.Struct, frozen=True):
    """A file in a public message. sha256: of what was sent, in hex; of a picture that is not the copy which is delivered.
    own: the customer sent it."""

    id: UUID
    name: str
    media_type: str
    size: int
    key: str
    sha256: str
    state: str
    at: datetime
    seq: int
    own: bool


async def public_events(db: Reads, ticket_id: int) -> list[Recorded]:
    """Events of the ticket that its customer may know of, in order."""
    return await every(db, Recorded, PUBLIC_EVENTS, ticket_id)


async def said(db: Reads, ticket_id: int, client_id: UUID) -> int | None:
    """The seq of the customer's message of that id, None when there is none yet."""
    seq: int | None = await db.fetchval(SAID, ticket_id, client_id)
    return seq


async def facts(db: Reads, ticket_id: int) -> Facts:
    """What decides what else has to be read of a ticket."""
    row = await db.fetchrow(FACTS, ticket_id)
    assert row
    return Facts(row["took_in"], row["escalated"], row["asked_at"], row["promised"], row["read_seq"], msgspec.convert(row["papers"], list[Receipt]))


async def papers(db: Reads, ticket_id: int) -> list[Paper]:
    """Files of the public conversation, oldest first."""
    return await every(db, Paper, FILES, ticket_id)


async def lock_own(tx: Reads, ticket_id: int, customer_id: int) -> Standing | None:
    """The customer's own ticket, which nobody changes until the transaction ends."""
    return await one(tx, Standing, LOCK_OWN, ticket_id, customer_id)


async def withdraw(tx: Reads, stands: Standing) -> int:
    """Keeps how a ticket stood that is taken back: the seq for its event."""
    await tx.execute(UNDO, stands.id)  # one that somebody of the desk has overruled since
    await tx.execute(WITHDRAW, stands.id, stands.status, stands.stage, stands.waiting_since)
    return await _spent(tx, NEXT, stands.id)


async def withdrawal(db: Reads, ticket_id: int) -> Withdrawal | None:
    """The withdrawal that stands."""
    return await one(db, Withdrawal, WITHDRAWAL, ticket_id)


async def undo(tx: Reads, ticket_id: int, waiting_since: datetime | None) -> int:
    """The withdrawal stands no more, and the customer waits as long as they did: the seq for its event."""
    await tx.execute(UNDO, ticket_id)
    return await _spent(tx, WAITS_AGAIN, ticket_id, waiting_since)


async def _spent(tx: Reads, statement: str, *values: Any) -> int:
    seq: int = await tx.fetchval(statement, *values)
    return seq

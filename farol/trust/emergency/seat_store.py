"""Statements on browsers that proved control, on what is sealed, and on the steps."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .model import MAILBOX, Outgoing

# A press that was kept and whose process died is carried out again with the same secret.
SIT = "insert into emergency_seat (digest, emergency_id, proof, at, expires_at) values ($1, $2, $3, $4, $5) on conflict (digest) do nothing"
# A mailbox can be in a thief's hands: what somebody with more began, or confirmed, is not for whoever only reads mails.
SEAT = """
select s.emergency_id, s.at, s.proof = any($3::text[]) as by_mail, not (s.proof = any($3::text[])) or coalesce(
  (select f.proof = any($3::text[]) and f.confirmed_at is null from emergency_freeze f where f.emergency_id = s.emergency_id), true) as whole
from emergency_seat s where s.digest = $1 and s.expires_at > $2"""
SEAL = """
insert into emergency_snapshot (emergency_id, at, body, sha256) values ($1, $2, $3, $4) on conflict (emergency_id) do nothing returning sha256"""
SEALED = "select at, body, sha256 from emergency_snapshot where emergency_id = $1"
SEAL_OF = "select at, sha256 from emergency_snapshot where emergency_id = $1"
OUT = """
insert into emergency_outgoing (emergency_id, withdrawal_id, coin, network, amount, txid, address, state, left_at, class, risk, classed_at)
select $1, g.id, g.coin, g.network, g.amount, g.txid, g.address, g.state, g.left_at, g.class, g.risk, $11
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $12::text[])
  g(id, coin, network, amount, txid, address, state, left_at, class, risk)
on conflict (emergency_id, withdrawal_id) do update set class = excluded.class, risk = excluded.risk, classed_at = excluded.classed_at,
  state = excluded.state, txid = excluded.txid"""
OUTGOING = """
select withdrawal_id, coin, network, amount, txid, address, state, left_at, class as cls, risk, classed_at from emergency_outgoing
where emergency_id = $1 order by left_at desc nulls last, withdrawal_id limit 100"""
DONE = "insert into emergency_step (emergency_id, key, at, done_by) values ($1, $2, $3, $4) on conflict do nothing returning key"
UNDONE = "delete from emergency_step where emergency_id = $1 and key = $2 returning key"
STEPS = "select key, at, done_by from emergency_step where emergency_id = $1"

SAID_SINCE = """
select m.seq, m.author_kind as kind, coalesce(s.alias, '') as alias, m.body, m.at from message m
left join staff s on m.author_kind = 'staff' and s.id = m.author_id
where m.ticket_id = $1 and not m.internal and m.at >= $2 order by m.seq desc limit 60"""
FRESH = """
select count(*) from message m where m.ticket_id = $1 and m.author_kind = 'staff' and not m.internal and m.seq > coalesce(
  (select r.seq from read_mark r where r.ticket_id = $1 and r.reader = 'customer' and r.reader_id = $2), 0)"""
RUNG_SO_FAR = "select min(at) as at, count(distinct staff_id)::int as n from emergency_ring where emergency_id = $1"


class Seat(msgspec.Struct, frozen=True):
    """A browser that proved control. at: when; by_mail: of a mailbox only. whole: not so where the case rests on more than that."""

    emergency_id: int
    at: datetime
    by_mail: bool
    whole: bool


class Seal(msgspec.Struct, frozen=True):
    """A sealed snapshot."""

    at: datetime
    body: bytes
    sha256: str


class Done(msgspec.Struct, frozen=True):
    """A step that is done. done_by: ``customer`` or ``staff:3``."""

    key: str
    at: datetime
    done_by: str


class Word(msgspec.Struct, frozen=True):
    """Something said in the ticket."""

    seq: int
    kind: str
    alias: str
    body: str
    at: datetime


async def said_since(db: Reads, ticket_id: int, since: datetime) -> list[Word]:
    """What was said for everybody since then, oldest first."""
    return (await every(db, Word, SAID_SINCE, ticket_id, since))[::-1]


async def sit(db: Reads, digest: bytes, emergency_id: int, proof: str, at: datetime, until: datetime) -> None:
    """That browser may look at the case."""
    await db.execute(SIT, digest, emergency_id, proof, at, until)


async def seat(db: Reads, digest: bytes, now: datetime) -> Seat | None:
    """What the browser of that secret may look at."""
    return await one(db, Seat, SEAT, digest, now, sorted(MAILBOX))


async def seal(db: Reads, emergency_id: int, at: datetime, body: bytes, sha256: str) -> bool:
    """Keeps it for ever; False when there is one."""
    return await db.fetchval(SEAL, emergency_id, at, body, sha256) is not None


async def sealed(db: Reads, emergency_id: int) -> Seal | None:
    """The snapshot of a case."""
    row: Any = await db.fetchrow(SEALED, emergency_id)
    return Seal(row["at"], bytes(row["body"]), row["sha256"]) if row else None


async def seal_of(db: Reads, emergency_id: int) -> tuple[datetime, str] | None:
    """When it was sealed, and its digest."""
    row: Any = await db.fetchrow(SEAL_OF, emergency_id)
    return (row["at"], row["sha256"]) if row else None


async def keep_outgoing(db: Reads, emergency_id: int, found: list[Outgoing], at: datetime) -> None:
    """What left, with whose the address is as the exchange says now."""
    await db.execute(
        OUT, emergency_id, [one.withdrawal_id for one in found], [one.coin for one in found], [one.network for one in found],
        [one.amount for one in found], [one.txid for one in found], [one.address for one in found], [one.state for one in found],
        [one.left_at for one in found], [one.cls for one in found], at, [one.risk for one in found])


async def outgoing(db: Reads, emergency_id: int) -> list[Outgoing]:
    """What left before the freeze, newest first."""
    return await every(db, Outgoing, OUTGOING, emergency_id)


async def steps(db: Reads, emergency_id: int) -> dict[str, Done]:
    """The steps that are done, by their keys."""
    return {done.key: done for done in await every(db, Done, STEPS, emergency_id)}

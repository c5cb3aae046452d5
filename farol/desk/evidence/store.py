"""Statements on evidence. Lock order: the ticket, then the piece."""

from collections.abc import Sequence
from typing import Any

from farol.core.tickets import visibility
from farol.kit.db import Reads

from .model import MOST_LISTED, Did, Piece, piece

TICKET_OF = "select ticket_id from evidence where id = $1"
visibility.BELONGS["evidence_id"] = TICKET_OF

# The files of one message become pieces once; each begins with who sent it.
COLLECT = """
with made as (
  insert into evidence (ticket_id, file_id, seq, reading, kept_sha256)
  select m.ticket_id, f.id, m.seq, case when f.preview_key is not null then 'waiting' end, case when f.width is null then f.sha256 end
  from message m, unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id
  where m.ticket_id = $1 and m.seq = $2 order by u.n on conflict on constraint evidence_once do nothing returning id, file_id, reading),
lines as (
  insert into evidence_custody (evidence_id, at, actor, did, detail)
  select e.id, l.at, l.actor, l.did, l.detail from made e join file f on f.id = e.file_id, message m,
  lateral (values (1, f.at, f.owner_kind || ':' || f.owner_id, 'sent', m.channel), (2, f.at, 'system:0', 'copied', '')) l(n, at, actor, did, detail)
  where m.ticket_id = $1 and m.seq = $2 and (l.n = 1 or f.width is not null) order by e.id, l.n)
select id, reading from made"""
PIECES = """
select e.id, e.file_id, e.seq, f.name, f.media_type, f.size, f.width, f.height, f.preview_key is not null as preview, m.internal, m.channel,
  m.author_kind, coalesce(s.name, c.name, '') as author_name, m.at, f.sha256, e.kept_sha256, e.label, e.pinned, e.reading, e.words, e.removed,
  (select coalesce(jsonb_agg(jsonb_build_object('at', k.at, 'actor', k.actor, 'name', coalesce(ks.name, kc.name, ''), 'did', k.did,
      'detail', k.detail) order by k.id), '[]')
    from evidence_custody k left join staff ks on k.actor = 'staff:' || ks.id left join customer kc on k.actor = 'customer:' || kc.id
    where k.evidence_id = e.id) as custody
from evidence e join file f on f.id = e.file_id join message m on m.ticket_id = e.ticket_id and m.seq = e.seq
left join staff s on m.author_kind = 'staff' and s.id = m.author_id left join customer c on m.author_kind = 'customer' and c.id = m.author_id
where e.ticket_id = $1 order by e.pinned desc, e.seq, e.id limit $2"""
PICTURES = """
select e.id, e.reading = 'read' as read, e.words, f.name, m.at from evidence e join file f on f.id = e.file_id
join message m on m.ticket_id = e.ticket_id and m.seq = e.seq
where e.ticket_id = $1 and m.author_kind = 'customer' and not m.internal and e.reading is not null
order by read desc, e.pinned desc, e.id desc limit $2"""
ACCOUNT = "select uid, time_zone from customer where id = $1"
ONE = """
select e.id, e.ticket_id, e.file_id, e.label, e.pinned, e.reading, f.name, f.key, f.width, f.height, f.media_type
from evidence e join file f on f.id = e.file_id where e.id = $1"""
LOCK_TICKET = "select id from ticket where id = (select ticket_id from evidence where id = $1) for no key update"
NUMBER = "select number from ticket where id = $1 for no key update"
LABEL = "update evidence set label = $2 where id = $1"
PIN = "update evidence set pinned = $2 where id = $1"
WAIT = "update evidence set reading = 'waiting' where id = $1 and reading is not null and reading <> 'waiting' returning id"
KEEP_HASH = "update evidence set kept_sha256 = $2 where id = $1"
SETTLE = "update evidence set reading = $2, words = $3, removed = $4, read_at = now() where id = $1"
UNREAD = "select id from evidence where reading = 'not_installed' order by id limit $1"
CUSTODY = "insert into evidence_custody (evidence_id, actor, did, detail) select id, $2, $3, $4 from unnest($1::bigint[]) p(id)"
# Somebody who goes back and forth between pictures has had each in hand once an hour.
OPENED = """
insert into evidence_custody (evidence_id, actor, did)
select $1, $2, 'opened' where not exists (select from evidence_custody k where k.evidence_id = $1 and k.actor = $2 and k.did = 'opened'
  and k.at > now() - interval '1 hour')"""


async def collect(db: Reads, ticket_id: int, seq: int) -> list[int]:
    """Makes pieces of a message's files; returns those whose words wait to be read."""
    return [row["id"] for row in await db.fetch(COLLECT, ticket_id, seq) if row["reading"] == "waiting"]


async def pieces(db: Reads, ticket_id: int) -> list[Piece]:
    """A ticket's evidence, pinned first, then as it came."""
    return [piece(row) for row in await db.fetch(PIECES, ticket_id, MOST_LISTED)]


async def pictures(db: Reads, ticket_id: int, most: int) -> list[Any]:
    """The customer's pictures, those that were read first: id, read, words, name and at of each."""
    rows: list[Any] = await db.fetch(PICTURES, ticket_id, most)
    return rows


async def account(db: Reads, customer_id: int) -> tuple[str | None, str]:
    """The customer's uid, None for a visitor, and their IANA time zone, in which they say "yesterday"."""
    row = await db.fetchrow(ACCOUNT, customer_id)
    return (row["uid"], row["time_zone"] or "UTC") if row else (None, "UTC")


async def one(db: Reads, evidence_id: int) -> Any:
    """A piece with its file's key, or None."""
    return await db.fetchrow(ONE, evidence_id)


async def hold(db: Reads, evidence_id: int) -> None:
    """Locks the piece's ticket."""
    await db.execute(LOCK_TICKET, evidence_id)


async def note(db: Reads, ids: Sequence[int], actor: str, did: Did, detail: str = "") -> None:
    """Adds a line of custody to each."""
    await db.execute(CUSTODY, list(ids), actor, did, detail)

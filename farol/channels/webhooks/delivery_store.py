"""Statements on deliveries and their tries."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

from .model import Delivery, Try

ADD = """
insert into webhook_delivery (webhook_id, uid, kind, body)
select w.id, gen_random_uuid(), $2, $3 from webhook w where w.id = any($1::bigint[]) and w.state <> 'disabled' for share returning id"""
COLUMNS = """
select d.id, d.webhook_id, d.uid, d.kind, d.state, d.tries, d.at, d.due_at, d.settled_at, t.status, coalesce(t.said, '') as said, d.replay_of
from webhook_delivery d left join webhook_try t on t.delivery_id = d.id and t.n = d.tries """
LIST = COLUMNS + """
where d.webhook_id = $1 and ($2::bigint is null or d.id < $2) and ($3::text is null or d.state = $3) order by d.id desc limit $4"""
ONE = COLUMNS + "where d.id = $1"
BODY = "select body from webhook_delivery where id = $1"
TRIES = "select n, at, status, took_ms, said from webhook_try where delivery_id = $1 order by n"
DUE_FOR = """
select distinct d.webhook_id from webhook_delivery d join webhook w on w.id = d.webhook_id
where d.state = 'waiting' and d.due_at <= now() and (d.claimed_until is null or d.claimed_until < now()) and w.state = 'active'"""
# At most so many of one endpoint are on their way at once, in all processes together.
CLAIM = """
update webhook_delivery set claimed_until = now() + make_interval(secs => $3), tries = tries + 1
where id in (
  select d.id from webhook_delivery d where d.webhook_id = $1 and d.state = 'waiting' and d.due_at <= now()
    and (d.claimed_until is null or d.claimed_until < now()) order by d.due_at, d.id
  limit greatest(0, $2 - (select count(*) from webhook_delivery f where f.webhook_id = $1 and f.state = 'waiting' and f.claimed_until >= now()))
  for update skip locked)
returning id, uid, kind, body, tries, until"""
TRIED = """
insert into webhook_try (delivery_id, n, status, took_ms, said) values ($1, $2, $3, $4, $5) on conflict do nothing"""
SETTLE = """
update webhook_delivery set state = $2, settled_at = now(), claimed_until = null where id = $1 and state = 'waiting' returning webhook_id"""
AGAIN = """
update webhook_delivery set due_at = now() + make_interval(secs => $2), claimed_until = null where id = $1 and state = 'waiting'"""
REPLAY = """
insert into webhook_delivery (webhook_id, uid, kind, body, replay_of)
select webhook_id, gen_random_uuid(), kind, body, id from webhook_delivery d
where d.webhook_id = $1 and d.state in ('failed', 'dropped') and d.at > $2
  and not exists (select from webhook_delivery r where r.replay_of = d.id) order by d.id limit $3 returning id"""
REPLAY_ONE = """
insert into webhook_delivery (webhook_id, uid, kind, body, replay_of)
select webhook_id, gen_random_uuid(), kind, body, id from webhook_delivery where id = $1 and state <> 'waiting' returning id"""
PRUNE = "delete from webhook_delivery where state <> 'waiting' and settled_at < now() - $1::interval and id not in (select replay_of from webhook_delivery where replay_of is not null)"
MESSAGE = """
select m.author_kind, m.body, m.language, m.channel, m.at, coalesce(s.alias, '') as alias,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'media_type', f.media_type, 'size', f.size) order by u.n)
    from unnest(m.files) with ordinality u(id, n) join file f on f.id = u.id), '[]') as files
from message m left join staff s on m.author_kind = 'staff' and s.id = m.author_id where m.ticket_id = $1 and m.seq = $2 and not m.internal"""


class Claimed(msgspec.Struct, frozen=True):
    """A delivery that this process sends now."""

    id: int
    uid: UUID
    kind: str
    body: str
    tries: int
    until: datetime


async def add(db: Reads, webhook_ids: list[int], kind: str, body: str) -> list[int]:
    """Queues it for each of these endpoints that nobody switched off meanwhile."""
    return [row["id"] for row in await db.fetch(ADD, webhook_ids, kind, body)]


async def deliveries(db: Reads, webhook_id: int, before: int | None, outcome: str | None, most: int) -> list[Delivery]:
    """What an endpoint was told and will be, newest first."""
    return await every(db, Delivery, LIST, webhook_id, before, outcome, most)


async def delivery(db: Reads, id_: int) -> tuple[Delivery, str, list[Try]] | None:
    """One, with what is sent and every try."""
    found = await one(db, Delivery, ONE, id_)
    if found is None:
        return None
    return found, await db.fetchval(BODY, id_), await every(db, Try, TRIES, id_)


async def due_for(db: Reads) -> list[int]:
    """Endpoints for which something is due."""
    return [row["webhook_id"] for row in await db.fetch(DUE_FOR)]


async def claim(db: Reads, webhook_id: int, together: int, for_s: float) -> list[Claimed]:
    """What is due for it, oldest first, for this process alone."""
    return await every(db, Claimed, CLAIM, webhook_id, together, for_s)


async def tried(db: Reads, id_: int, n: int, status: int | None, took_ms: int, said: str) -> None:
    """Keeps what came of a try."""
    await db.execute(TRIED, id_, n, status, took_ms, said)


async def settle(db: Reads, id_: int, outcome: str) -> int | None:
    """Its end: whose it was; None when it had ended."""
    found: int | None = await db.fetchval(SETTLE, id_, outcome)
    return found


async def again(db: Reads, id_: int, after_s: float) -> None:
    """It is tried once more, then."""
    await db.execute(AGAIN, id_, after_s)


async def replay(db: Reads, webhook_id: int, since: datetime, most: int) -> int:
    """What failed or was dropped since then goes out once more; how many."""
    return len(await db.fetch(REPLAY, webhook_id, since, most))


async def replay_one(db: Reads, id_: int) -> int | None:
    """A copy of one that is over; None when it still waits."""
    found: int | None = await db.fetchval(REPLAY_ONE, id_)
    return found


async def prune(db: Reads, older_than: object) -> None:
    """Forgets what is over since then."""
    await db.execute(PRUNE, older_than)


async def message(db: Reads, ticket_id: int, seq: int) -> dict[str, object] | None:
    """Public words as a receiver sees them."""
    row = await db.fetchrow(MESSAGE, ticket_id, seq)
    if row is None:
        return None
    return {"seq": seq, "author": {"kind": row["author_kind"], "name": row["alias"]}, "body": row["body"], "language": row["language"],
            "channel": row["channel"], "at": row["at"].isoformat(), "files": row["files"]}

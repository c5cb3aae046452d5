"""Statements on endpoints."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

from .model import Webhook

COLUMNS = """
select w.id, w.name, w.url, w.kinds, w.state, w.why, w.made_at, coalesce(s.name, '') as made_by, w.trouble_since,
  case when w.old_until > now() then w.old_until end as old_secret_until, n.waiting, n.delivered_day, n.failed_day
from webhook w left join staff s on s.id = w.made_by, lateral (
  select count(*) filter (where d.state = 'waiting') as waiting,
    count(*) filter (where d.state = 'delivered' and d.settled_at > now() - interval '24 hours') as delivered_day,
    count(*) filter (where d.state = 'failed' and d.settled_at > now() - interval '24 hours') as failed_day
  from webhook_delivery d where d.webhook_id = w.id and (d.state = 'waiting' or d.settled_at > now() - interval '24 hours')) n
where w.removed_at is null """
ALL = COLUMNS + "order by w.id"
ONE = COLUMNS + "and w.id = $1"
ADD = """
insert into webhook (name, url, kinds, secret, made_by) select $1, $2, $3, $4, $5
where (select count(*) from webhook where removed_at is null) < $6 returning id"""
SEAL = "update webhook set secret = $2 where id = $1"
CHANGE = """
update webhook set name = coalesce($2, name), url = coalesce($3, url), kinds = coalesce($4, kinds), changed_at = now()
where id = $1 and removed_at is null returning name, url, kinds"""
ROTATE = """
update webhook set old_secret = secret, old_until = now() + $3::interval, secret = $2, changed_at = now()
where id = $1 and removed_at is null returning name, url, kinds"""
STOP = """
update webhook set state = $2, why = $3, changed_at = now(), removed_at = case when $3 = 'removed' then now() end
where id = $1 and removed_at is null and (state <> $2 or $3 = 'removed') returning id"""
RESUME = """
update webhook set state = 'active', why = '', trouble_since = null, changed_at = now()
where id = $1 and removed_at is null and state <> 'active' returning id"""
DROP_WAITING = """
update webhook_delivery set state = 'dropped', settled_at = now(), claimed_until = null where webhook_id = $1 and state = 'waiting'"""
FOR_KIND = "select id from webhook where state <> 'disabled' and removed_at is null and $1 = any(kinds) order by id"
TARGET = "select id, name, url, secret, case when old_until > now() then old_secret end as old_secret, state, trouble_since from webhook where id = $1"
WORKED = "update webhook set trouble_since = null where id = $1 and trouble_since is not null"
TROUBLED = "update webhook set trouble_since = coalesce(trouble_since, now()) where id = $1 returning trouble_since"



class Named(msgspec.Struct, frozen=True):
    """An endpoint as its events tell it."""

    name: str
    url: str
    kinds: list[str]


class Target(msgspec.Struct, frozen=True):
    """Where to send, and what signs it, sealed."""

    id: int
    name: str
    url: str
    secret: bytes
    old_secret: bytes | None
    state: str
    trouble_since: datetime | None


async def webhooks(db: Reads) -> list[Webhook]:
    """All endpoints."""
    return await every(db, Webhook, ALL)


async def webhook(db: Reads, id_: int) -> Webhook | None:
    """One endpoint."""
    return await one(db, Webhook, ONE, id_)


async def add(db: Reads, name: str, url: str, kinds: list[str], staff_id: int, most: int) -> int | None:
    """Keeps an endpoint, still without its secret; None when there are too many."""
    id_: int | None = await db.fetchval(ADD, name, url, kinds, b"", staff_id, most)
    return id_


async def seal(db: Reads, id_: int, secret: bytes) -> None:
    """Its sealed secret."""
    await db.execute(SEAL, id_, secret)


async def change(db: Reads, id_: int, name: str | None, url: str | None, kinds: list[str] | None) -> Named | None:
    """Sets what is given; None when there is none."""
    return await one(db, Named, CHANGE, id_, name, url, kinds)


async def rotate(db: Reads, id_: int, secret: bytes, old_for: object) -> Named | None:
    """A new secret; the one before it signs as well for a time."""
    return await one(db, Named, ROTATE, id_, secret, old_for)


async def stop(db: Reads, id_: int, state: str, why: str) -> bool:
    """Nothing goes there; False when it was so already."""
    return await db.fetchval(STOP, id_, state, why) is not None


async def resume(db: Reads, id_: int) -> bool:
    """It is told again; False when it was."""
    return await db.fetchval(RESUME, id_) is not None


async def drop_waiting(db: Reads, id_: int) -> None:
    """What waits for it will not be sent."""
    await db.execute(DROP_WAITING, id_)


async def for_kind(db: Reads, kind: str) -> list[int]:
    """Who wants to be told of this; paused ones are, later."""
    return [row["id"] for row in await db.fetch(FOR_KIND, kind)]


async def target(db: Reads, id_: int) -> Target | None:
    """Where its deliveries go."""
    return await one(db, Target, TARGET, id_)


async def worked(db: Reads, id_: int) -> None:
    """Something has reached it."""
    await db.execute(WORKED, id_)


async def troubled(db: Reads, id_: int) -> datetime:
    """Something has not reached it: since when nothing has."""
    since: datetime = await db.fetchval(TROUBLED, id_)
    return since

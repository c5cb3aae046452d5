"""Statements on updates. Lock order: the turn, then updates."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

KEEP = """
insert into update_in (connection_id, external_id, chat, place, happened_at, body, removed, state, reason, settled_at)
select connection_id, external_id, chat, place, at, body::jsonb, removed::text[], $8, $9, case when $8 = 'parked' then now() end
from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::text[], $7::text[])
  with ordinality as q(connection_id, external_id, chat, place, at, body, removed, n)
order by n on conflict (connection_id, external_id) do nothing returning connection_id, external_id"""
# Two tries of one chat wait for each other here; who is late finds that it is another's turn.
CLAIM = """
insert into update_turn as t (connection_id, chat, claimed_until) values ($1, $2, now() + make_interval(secs => $3))
on conflict (connection_id, chat) do update set claimed_until = excluded.claimed_until
where t.claimed_until is null or t.claimed_until < now() returning true"""
RENEW = """
update update_turn set claimed_until = now() + make_interval(secs => $3) where connection_id = $1 and chat = $2 and claimed_until is not null"""
RELEASE = "update update_turn set claimed_until = null where connection_id = $1 and chat = $2"
NEXT = """
select id, external_id, chat, place, happened_at, body, removed, tries, files, left_out, at, due <= now() as ready, extract(epoch from due - now())::float8 as wait_s
from update_in where connection_id = $1 and chat = $2 and state = 'waiting' order by place, id limit $3"""
SETTLE = "update update_in set state = $2, reason = $3, settled_at = now() where id = any($1::bigint[]) and state = 'waiting'"
FAIL = """
update update_in set tries = tries + 1, reason = $2, due = now() + make_interval(secs => least(2 ^ tries, 60))
where id = any($1::bigint[]) and state = 'waiting' returning tries"""
FILES = "update update_in set files = $2, left_out = $3 where id = $1"
LEFT = """
select distinct u.connection_id, u.chat from update_in u
join connection c on c.id = u.connection_id and c.state in ('active', 'broken')
left join update_turn t on t.connection_id = u.connection_id and t.chat = u.chat
where u.state = 'waiting' and u.due < now() - interval '3 seconds' and u.at < now() - interval '3 seconds'
  and (t.claimed_until is null or t.claimed_until < now()) limit $1"""
OF_CONNECTION = "select distinct chat from update_in where connection_id = $1 and state = 'waiting' limit 10000"
WAITING = "select connection_id as id, count(*) as n from update_in where state = 'waiting' and connection_id = any($1::bigint[]) group by 1"
PARKED = """
select u.id, u.connection_id, c.channel, c.name, u.reason, u.tries, u.happened_at, u.at, octet_length(u.body::text) as size,
  array(select jsonb_object_keys(u.body) order by 1 limit 40) as keys
from update_in u join connection c on c.id = u.connection_id
where u.state = 'parked' and u.id < $1 order by u.id desc limit $2"""
DECIDE = """
update update_in set state = case when $2 then 'waiting' else 'dropped' end, tries = 0, due = now(), reason = '',
  settled_at = case when $2 then null else now() end
where id = $1 and state = 'parked' returning connection_id, chat"""
EXISTS = "select exists (select from update_in where id = $1)"
WIPE = """
update update_in set body = '{}' where id = any(array(
  select id from update_in where state in ('read', 'dropped') and settled_at < now() - interval '7 days' and body <> '{}' limit $1))"""
OLD = """
delete from update_in where id = any(array(
  select id from update_in where state in ('read', 'dropped') and settled_at < now() - interval '35 days' limit $1))"""
OLD_TURNS = """
delete from update_turn t where t.claimed_until is null and not exists (
  select from update_in u where u.connection_id = t.connection_id and u.chat = t.chat)"""


class Arrival(msgspec.Struct, frozen=True):
    """An update on its way in, masked."""

    connection_id: int
    external_id: str
    chat: str
    place: int
    at: datetime | None
    body: Any
    removed: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """An update that waits. ready: it is due; wait_s: else how long still."""

    id: int
    external_id: str
    chat: str
    place: int
    happened_at: datetime | None
    body: dict[str, Any]
    removed: list[str]
    tries: int
    files: list[UUID] | None
    left_out: list[dict[str, str]]
    at: datetime
    ready: bool
    wait_s: float


class Parked(msgspec.Struct, frozen=True):
    """An update that nobody could read. size, keys: of what was kept; the words in it are nobody's to read but the ticket's."""

    id: int
    connection_id: int
    channel: str
    name: str
    reason: str
    tries: int
    happened_at: datetime | None
    at: datetime
    size: int
    keys: list[str]


async def keep(db: Reads, items: list[Arrival], *, state: str = "waiting", reason: str = "") -> set[tuple[int, str]]:
    """Keeps what is new; says which that was."""
    rows = await db.fetch(
        KEEP, [i.connection_id for i in items], [i.external_id for i in items], [i.chat for i in items], [i.place for i in items],
        [i.at for i in items], [msgspec.json.encode(i.body).decode() for i in items],
        ["{" + ",".join(i.removed) + "}" for i in items], state, reason)
    return {(row["connection_id"], row["external_id"]) for row in rows}


async def claim(db: Reads, connection_id: int, chat: str, seconds: float) -> bool:
    """Whether the chat is ours to read for so long."""
    return bool(await db.fetchval(CLAIM, connection_id, chat, float(seconds)))


async def renew(db: Reads, connection_id: int, chat: str, seconds: float) -> None:
    """It stays ours for so long from now."""
    await db.execute(RENEW, connection_id, chat, seconds)


async def release(db: Reads, connection_id: int, chat: str) -> None:
    """Lets others read it."""
    await db.execute(RELEASE, connection_id, chat)


async def next_of(db: Reads, connection_id: int, chat: str, most: int) -> list[Row]:
    """What waits in a chat, in order."""
    return await every(db, Row, NEXT, connection_id, chat, most)


async def settle(db: Reads, ids: list[int], state: str, reason: str = "") -> None:
    """Ends their way."""
    await db.execute(SETTLE, ids, state, reason)


async def fail(db: Reads, ids: list[int], reason: str) -> int:
    """They are tried again later; how often they failed."""
    tries: int | None = await db.fetchval(FAIL, ids, reason)
    return tries or 0


async def keep_files(db: Reads, id_: int, files: list[UUID], left_out: list[dict[str, str]]) -> None:
    """What became of its files."""
    await db.execute(FILES, id_, files, left_out)


async def left(db: Reads, most: int) -> list[tuple[int, str]]:
    """Chats that wait although nobody reads them."""
    return [(row["connection_id"], row["chat"]) for row in await db.fetch(LEFT, most)]


async def chats_of(db: Reads, connection_id: int) -> list[str]:
    """Chats of a connection in which something waits."""
    return [row["chat"] for row in await db.fetch(OF_CONNECTION, connection_id)]


async def waiting(db: Reads, ids: list[int]) -> dict[int, int]:
    """How much waits to be read, by connection."""
    return {row["id"]: row["n"] for row in await db.fetch(WAITING, ids)}


async def parked(db: Reads, before: int, most: int) -> list[Parked]:
    """What nobody could read, newest first."""
    return await every(db, Parked, PARKED, before, most)


async def decide(db: Reads, id_: int, *, retry: bool) -> tuple[int, str] | None:
    """Lets one be read again, or drops it: its connection and chat; None when it does not wait for that."""
    row = await one(db, _Place, DECIDE, id_, retry)
    return (row.connection_id, row.chat) if row else None


class _Place(msgspec.Struct, frozen=True):
    connection_id: int
    chat: str


async def exists(db: Reads, id_: int) -> bool:
    """Whether there is such an update."""
    return bool(await db.fetchval(EXISTS, id_))


async def prune(db: Reads, most: int) -> None:
    """Wipes what was read a week ago, forgets what was read five weeks ago."""
    await db.execute(WIPE, most)
    await db.execute(OLD, most)
    await db.execute(OLD_TURNS)

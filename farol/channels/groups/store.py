"""Statements on groups and on what was done in them."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .model import Room, Settings

ROOM = """
select r.id, r.connection_id, c.channel, r.chat, r.title, r.here, r.settings, r.version, r.at
from group_room r join connection c on c.id = r.connection_id """
ROOM_OF = ROOM + "where r.connection_id = $1 and r.chat = $2"
ROOM_BY_ID = ROOM + "where r.id = $1"
ROOM_LOCKED = ROOM + "where r.id = $1 for no key update of r"
ADD_ROOM = """
insert into group_room (connection_id, chat, title) values ($1, $2, $3) on conflict (connection_id, chat) do nothing returning id"""
TITLE = "update group_room set title = $2 where id = $1 and $2 <> '' and title <> $2"
HERE = "update group_room set here = $2 where id = $1 and here <> $2 returning id"
SETTINGS = "update group_room set settings = $2, version = version + 1 where id = $1"
STRIKES = """
select rule from group_deed where room_id = $1 and who = $2 and at > $3 and undone_at is null and did <> 'noted' limit 100"""
ADD_DEED = """
insert into group_deed (room_id, about, chat, message, who, name, username, rule, rules, saw, did, words, trace, strikes, until)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
on conflict (room_id, about) do nothing returning id"""
DEED_COLUMNS = """
select d.id, d.room_id, d.chat, d.message, d.who, d.name, d.username, d.rule, d.rules, d.saw, d.did, d.words, d.strikes, d.until, d.error, d.at,
  d.done_at, d.undone_at, coalesce(s.alias, '') as undone_by, d.undone_why from group_deed d left join staff s on s.id = d.undone_by """
DEED_OF = DEED_COLUMNS + "where d.room_id = $1 and d.about = $2"
DEED_BY_ID = DEED_COLUMNS + "where d.id = $1"
DEED_LOCKED = DEED_COLUMNS + "where d.id = $1 for no key update of d"
DEEDS = DEED_COLUMNS + """
where d.room_id = $1 and ($2::text = '' or d.did = $2) and ($3::bigint = 0 or d.id < $3) order by d.id desc limit $4"""
DONE = "update group_deed set done_at = now(), error = $2 where id = $1"
UNDONE = "update group_deed set undone_at = now(), undone_by = $2, undone_why = $3 where id = $1"
SHARE = """
select count(*)::int as done, count(undone_at)::int as undone from group_deed where room_id = $1 and rule = $2 and did <> 'noted' and at > $3"""
SAID = """
with i as (insert into group_said (room_id, message, who, trace) values ($1, $2, $3, $4) on conflict do nothing)
select count(*)::int from group_said where room_id = $1 and who = $3 and trace = $4 and message <> $2 and at > now() - interval '1 hour'"""
SAME = "select count(distinct room_id)::int from group_deed where trace = $1 and at > $2 and undone_at is null"
DOOR = "insert into group_door (digest, room_id, connection_id, who, words, expires_at) values ($1, $2, $3, $4, $5, $6)"
ENTER = """
update group_door set used_at = $4 where digest = $1 and connection_id = $2 and who = $3 and (used_at is null or used_at > $4::timestamptz - interval '10 minutes') and expires_at > $4
returning room_id, words"""
LIST = """
select r.id, r.connection_id, c.channel, c.name as connection, r.chat, r.title, r.here, r.settings, r.version, r.at,
  coalesce(d.noted, 0)::int as noted, coalesce(d.removed, 0)::int as removed, coalesce(d.restricted, 0)::int as restricted, coalesce(d.undone, 0)::int as undone
from group_room r join connection c on c.id = r.connection_id
left join lateral (
  select count(*) filter (where did = 'noted') as noted, count(*) filter (where did <> 'noted') as removed,
    count(*) filter (where did in ('muted', 'banished')) as restricted, count(undone_at) as undone
  from group_deed where room_id = r.id and at > now() - interval '30 days') d on true
order by r.here desc, r.title, r.id limit 500"""
PEOPLE = "select alias from staff where disabled_at is null and alias <> '' order by id limit 500"
PRUNE_SAID = "delete from group_said where at < now() - interval '24 hours'"
PRUNE_DOORS = "delete from group_door where expires_at < now() - interval '1 hour'"
PRUNE_DEEDS = "delete from group_deed where at < $1"


class Deed(msgspec.Struct, frozen=True):
    """What was done about a post or a name. words: masked. undone_by: the name customers know them by."""

    id: int
    room_id: int
    chat: str
    message: str
    who: str
    name: str
    username: str
    rule: str
    rules: list[str]
    saw: str
    did: str
    words: str
    strikes: int
    until: datetime | None
    error: str
    at: datetime
    done_at: datetime | None
    undone_at: datetime | None
    undone_by: str
    undone_why: str


class Draft(msgspec.Struct, frozen=True):
    """A deed before it is stored; in the order of the columns."""

    room_id: int
    about: str
    chat: str
    message: str
    who: str
    name: str
    username: str
    rule: str
    rules: list[str]
    saw: str
    did: str
    words: str
    trace: bytes | None
    strikes: int
    until: datetime | None


class Listed(msgspec.Struct, frozen=True):
    """A group with what was done there in 30 days."""

    id: int
    connection_id: int
    channel: str
    connection: str
    chat: str
    title: str
    here: bool
    settings: Settings
    version: int
    at: datetime
    noted: int
    removed: int
    restricted: int
    undone: int


def _room(row: Any) -> Room | None:
    return None if row is None else Room(**{**row, "settings": msgspec.convert(row["settings"], Settings)})


async def room_of(db: Reads, connection_id: int, chat: str) -> Room | None:
    """By the platform's id."""
    return _room(await db.fetchrow(ROOM_OF, connection_id, chat))


async def room(db: Reads, id_: int, *, lock: bool = False) -> Room | None:
    """By ours."""
    return _room(await db.fetchrow(ROOM_LOCKED if lock else ROOM_BY_ID, id_))


async def add_room(db: Reads, connection_id: int, chat: str, title: str) -> int | None:
    """None where it is known."""
    id_: int | None = await db.fetchval(ADD_ROOM, connection_id, chat, title)
    return id_


async def name_room(db: Reads, id_: int, title: str) -> None:
    """It is called so now."""
    await db.execute(TITLE, id_, title)


async def set_here(db: Reads, id_: int, here: bool) -> bool:
    """Whether that was news."""
    return await db.fetchval(HERE, id_, here) is not None


async def set_settings(db: Reads, id_: int, settings: Settings) -> None:
    """How it is kept."""
    await db.execute(SETTINGS, id_, msgspec.to_builtins(settings))


async def struck(db: Reads, room_id: int, who: str, since: datetime) -> list[str]:
    """Rules somebody broke here that still count."""
    return [row["rule"] for row in await db.fetch(STRIKES, room_id, who, since)]


async def add_deed(db: Reads, draft: Draft) -> int | None:
    """None where this was dealt with before."""
    id_: int | None = await db.fetchval(ADD_DEED, *msgspec.structs.astuple(draft))
    return id_


async def deed_of(db: Reads, room_id: int, about: str) -> Deed | None:
    """What was done about it."""
    return await one(db, Deed, DEED_OF, room_id, about)


async def deed(db: Reads, id_: int, *, lock: bool = False) -> Deed | None:
    """By id."""
    return await one(db, Deed, DEED_LOCKED if lock else DEED_BY_ID, id_)


async def deeds(db: Reads, room_id: int, did: str, before: int, most: int) -> list[Deed]:
    """The latest first."""
    return await every(db, Deed, DEEDS, room_id, did, before, most)


async def done(db: Reads, id_: int, error: str) -> None:
    """The platform did it, or said why not."""
    await db.execute(DONE, id_, error)


async def undone(db: Reads, id_: int, staff_id: int, why: str) -> None:
    """Staff took it back."""
    await db.execute(UNDONE, id_, staff_id, why)


async def share(db: Reads, room_id: int, rule: str, since: datetime) -> tuple[int, int]:
    """How often a rule acted here, and how often staff undid it."""
    row = await db.fetchrow(SHARE, room_id, rule, since)
    return (row["done"], row["undone"]) if row else (0, 0)


async def said_before(db: Reads, room_id: int, message: str, who: str, trace: bytes) -> int:
    """Keeps a trace; how often they said the same in the last hour."""
    n: int = await db.fetchval(SAID, room_id, message, who, trace)
    return n


async def same(db: Reads, trace: bytes, since: datetime) -> int:
    """In how many groups these words were dealt with."""
    n: int = await db.fetchval(SAME, trace, since)
    return n


async def add_door(db: Reads, digest: bytes, room_id: int, connection_id: int, who: str, words: str, expires_at: datetime) -> None:
    """A way into private for one person, once."""
    await db.execute(DOOR, digest, room_id, connection_id, who, words, expires_at)


async def enter(db: Reads, digest: bytes, connection_id: int, who: str, now: datetime) -> tuple[int, str] | None:
    """Uses a door: group and words; None where it is not theirs, used or over."""
    row = await db.fetchrow(ENTER, digest, connection_id, who, now)
    return (row["room_id"], row["words"]) if row else None


async def listed(db: Reads) -> list[Listed]:
    """Every group."""
    return [Listed(**{**row, "settings": msgspec.convert(row["settings"], Settings)}) for row in await db.fetch(LIST)]


async def people(db: Reads) -> list[str]:
    """Names customers know staff by."""
    return [row["alias"] for row in await db.fetch(PEOPLE)]


async def prune(db: Reads, before: datetime) -> None:
    """Forgets what is old."""
    await db.execute(PRUNE_SAID)
    await db.execute(PRUNE_DOORS)
    await db.execute(PRUNE_DEEDS, before)

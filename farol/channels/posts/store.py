"""Statements on announcements that go out. Lock order: post, announcement, chat."""

from typing import Any

import msgspec

from farol.kit.db import Reads, Tx, every, one

from .model import Place, PlaceView, PostView, Spot, Written

ADD = """
insert into post (client_id, corrects, kind, title_zh, title_en, body_zh, body_en, begins_at, ends_at, in_product, staff_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (client_id) do nothing returning id"""
ADD_PLACE = """
insert into post_place (post_id, connection_id, chat, language) values ($1, $2, $3, $4) on conflict on constraint post_place_once do nothing"""
ADD_SAME = """
insert into post_place (post_id, connection_id, chat, language, first_id)
select $1, p.connection_id, p.chat, p.language, coalesce(p.first_id, p.id) from post_place p where p.post_id = $2 and p.follow not in ('recalled', 'recall')"""
KNOWN = "select id from post where client_id = $1 and staff_id = $2"
COLUMNS = """
select p.id, p.corrects, p.kind, p.title_zh, p.title_en, p.body_zh, p.body_en, p.begins_at, p.ends_at, p.in_product, p.state, p.staff_id,
  s.name as by_name, p.at, d.name as decided_by, p.decided_at, p.why, p.announcement_id, p.product_error
from post p join staff s on s.id = p.staff_id left join staff d on d.id = p.decided_by """
LISTED = COLUMNS + "order by p.id desc limit 100"
ONE = COLUMNS + "where p.id = $1"
LOCKED = "select id from post where id = $1 for update"
# What a place's words became is what became of the messages that stand there; the last piece speaks for all.
PLACES = """
select w.id, w.post_id, w.connection_id, c.channel, c.name, w.chat, w.language, coalesce(nullif(w.error, ''), o.error, '') as error,
  coalesce(nullif((select max(g.title) from group_room g where g.connection_id = w.connection_id and g.chat = w.chat), ''), w.chat) as title,
  case when p.state in ('waiting', 'refused', 'withdrawn') then 'waiting' when w.follow in ('reworded', 'recalled', 'cannot') then w.follow
    when w.follow <> '' then 'queued' else coalesce(o.state, 'queued') end as standing
from post_place w join post p on p.id = w.post_id join connection c on c.id = w.connection_id
left join lateral (
  select case when bool_or(x.state = 'unknown') then 'unknown' when bool_or(x.state = 'failed') then 'failed' when bool_or(x.state = 'queued') then 'queued' else 'sent' end as state,
    max(x.error) filter (where x.state in ('failed', 'unknown')) as error
  from parcel_out x join chat h on h.id = x.chat_id
  where h.connection_id = w.connection_id and h.external_id = w.chat and starts_with(x.key, 'c' || h.id || '.post' || coalesce(w.first_id, w.id) || '.')) o on true
where w.post_id = any($1::bigint[]) order by w.id"""
DECIDE = "update post set state = $2, decided_by = $3, decided_at = now(), why = $4 where id = $1"
END = "update post set state = $2, ended_by = $3, ended_at = now() where id = $1"
TOLD = "update post set announcement_id = $2, product_error = '' where id = $1"
UNTOLD = """
select id from post where state = 'approved' and in_product and announcement_id is null and decided_at < now() - interval '5 seconds' order by id limit 20"""
TO_TELL = """
select decided_by from post where id = $1 and state = 'approved' and in_product and announcement_id is null for update skip locked"""
NOT_TOLD = "update post set product_error = $2 where id = $1 and product_error <> $2 returning id"
LOOKED = """
update parcel_out x set state = case when $3 then 'sent' else 'queued' end, begun_at = null, error = '', due = now(),
  sent_at = case when $3 then now() end, settled_at = case when $3 then now() end
from chat h, post_place w
where w.id = $2 and w.post_id = $1 and h.connection_id = w.connection_id and h.external_id = w.chat and x.chat_id = h.id and x.state = 'unknown'
  and starts_with(x.key, 'c' || h.id || '.post' || coalesce(w.first_id, w.id) || '.') returning x.chat_id"""
FOLLOW = "update post_place set follow = $2 where post_id = $1 and follow not in ('recalled', 'recall')"
DUE = "select id from post_place where follow in ('reword', 'recall') order by id limit 50"
TO_FOLLOW = """
select w.id, w.post_id, w.connection_id, w.chat, w.language, w.follow, w.tries, coalesce(w.first_id, w.id) as first_id
from post_place w where w.id = $1 and w.follow in ('reword', 'recall') for update skip locked"""
MESSAGES = """
select k.message from chat h join parcel_out x on x.chat_id = h.id join parcel_word k on k.parcel_id = x.id
where h.connection_id = $1 and h.external_id = $2 and starts_with(x.key, 'c' || h.id || '.post' || $3::bigint || '.') order by x.id, k.message limit 60"""
DROP_QUEUED = """
update parcel_out x set state = 'failed', error = 'taken back', settled_at = now() from chat h
where h.id = x.chat_id and h.connection_id = $1 and h.external_id = $2 and starts_with(x.key, 'c' || h.id || '.post' || $3::bigint || '.') and x.state = 'queued'"""
SETTLE = "update post_place set follow = $2, error = $3, tries = tries + 1 where id = $1"
# Where rooms have numbers: those we are in, a server as a whole apart, and one whose number is typed.
SPOTS = """
select c.id as connection_id, c.channel, c.name, g.chat, g.title
from connection c
cross join lateral (
  select chat, title, id from group_room where connection_id = c.id and here and chat not like 'guild:%' and c.channel in ('telegram', 'discord')
  union all select case when c.channel in ('telegram', 'discord') then null else '' end, '', null) g
where c.state = 'active' and c.channel = any($1::text[]) order by c.id, g.id limit 200"""


class Follow(msgspec.Struct, frozen=True):
    """A place where something is to be done after it was sent."""

    id: int
    post_id: int
    connection_id: int
    chat: str
    language: str
    follow: str
    tries: int
    first_id: int


async def add(tx: Tx, staff_id: int, written: Written) -> int | None:
    """Keeps a proposal: its id, None when one of its client_id is kept."""
    said = written.said
    id_: int | None = await tx.fetchval(
        ADD, written.client_id, written.corrects, said.kind, said.title_zh.strip(), said.title_en.strip(), said.body_zh, said.body_en,
        said.begins_at, said.ends_at, written.in_product, staff_id)
    return id_


async def add_place(tx: Tx, post_id: int, place: Place) -> None:
    """One place where it goes."""
    await tx.execute(ADD_PLACE, post_id, place.connection_id, place.chat, place.language)


async def same_places(tx: Tx, post_id: int, corrected: int) -> None:
    """A correction goes where the corrected words stand."""
    await tx.execute(ADD_SAME, post_id, corrected)


async def known(db: Reads, client_id: Any, staff_id: int) -> int | None:
    """The one of that client_id, if it is theirs."""
    id_: int | None = await db.fetchval(KNOWN, client_id, staff_id)
    return id_


async def _whole(db: Reads, rows: list[Any]) -> list[PostView]:
    places: dict[int, list[PlaceView]] = {row["id"]: [] for row in rows}
    for each in await db.fetch(PLACES, list(places)):
        places[each["post_id"]].append(PlaceView(**{name: each[name] for name in PlaceView.__struct_fields__}))
    return [PostView(**dict(row), places=places[row["id"]]) for row in rows]


async def listed(db: Reads) -> list[PostView]:
    """The newest first."""
    return await _whole(db, await db.fetch(LISTED))


async def post(db: Reads, id_: int) -> PostView | None:
    """One."""
    found = await _whole(db, await db.fetch(ONE, id_))
    return found[0] if found else None


async def locked(tx: Tx, id_: int) -> PostView | None:
    """The same, until the transaction ends."""
    await tx.execute(LOCKED, id_)
    return await post(tx, id_)


async def decide(tx: Tx, id_: int, state: str, by: int, why: str) -> None:
    """The second person's word."""
    await tx.execute(DECIDE, id_, state, by, why)


async def end(tx: Tx, id_: int, state: str, by: int) -> None:
    """It is over: withdrawn, corrected or recalled."""
    await tx.execute(END, id_, state, by)


async def told(tx: Tx, id_: int, announcement_id: int) -> None:
    """Where it stands in the product."""
    await tx.execute(TOLD, id_, announcement_id)


async def untold(db: Reads) -> list[int]:
    """Approved words that do not stand in the product yet."""
    return [row["id"] for row in await db.fetch(UNTOLD)]


async def to_tell(tx: Tx, id_: int) -> int | None:
    """Who let them out, if they are still to be put there, for this transaction alone."""
    by: int | None = await tx.fetchval(TO_TELL, id_)
    return by


async def not_told(tx: Tx, id_: int, why: str) -> bool:
    """Why they cannot be put there; False when that was known."""
    return await tx.fetchval(NOT_TOLD, id_, why) is not None


async def looked(tx: Tx, id_: int, place_id: int, stands: bool) -> int | None:
    """Somebody looked for what nobody knew of: the chat, None when nothing was unknown there."""
    chat_id: int | None = await tx.fetchval(LOOKED, id_, place_id, stands)
    return chat_id


async def follow(tx: Tx, id_: int, what: str) -> None:
    """Something is to be done wherever it stands."""
    await tx.execute(FOLLOW, id_, what)


async def due(db: Reads) -> list[int]:
    """Places where something is to be done."""
    return [row["id"] for row in await db.fetch(DUE)]


async def to_follow(tx: Tx, place_id: int) -> Follow | None:
    """One of them, for this transaction alone."""
    return await one(tx, Follow, TO_FOLLOW, place_id)


async def messages(db: Reads, place: Follow) -> list[str]:
    """The platform's ids of what stands there, in order."""
    return [row["message"] for row in await db.fetch(MESSAGES, place.connection_id, place.chat, place.first_id)]


async def drop_queued(tx: Tx, place: Follow) -> None:
    """What has not gone there yet does not go."""
    await tx.execute(DROP_QUEUED, place.connection_id, place.chat, place.first_id)


async def settle(tx: Tx, place_id: int, follow_: str, error: str) -> None:
    """What became of it."""
    await tx.execute(SETTLE, place_id, follow_, error)


async def spots(db: Reads, channels: list[str]) -> list[Spot]:
    """Where a post could go."""
    return await every(db, Spot, SPOTS, channels)

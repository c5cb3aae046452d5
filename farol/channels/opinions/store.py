"""Statements on opinions."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads, Tx, every, one

from .model import Item, Read

ADD = """
insert into opinion (source, connection_id, watch_id, external_id, place, author, author_id, body, link, language, rating, reach,
  mood, mood_words, kind, topic, own_case, state, said_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, nullif($11, 0), $12, $13, $14, $15, $16, $17,
  case when exists (select from opinion_mute m where m.source = $1 and m.author_id = $7 and $7 <> '') then 'muted' else 'open' end, $18)
on conflict (source, external_id) do nothing returning id"""
REMOVED = "update opinion set state = 'removed' where source = $1 and external_id = $2 and state <> 'removed' returning id"
COLUMNS = """
select o.id, o.source, o.connection_id, o.external_id, o.place, o.author, o.author_id, o.body, o.link, o.language, coalesce(o.rating, 0) as rating,
  o.reach, o.mood, o.mood_words, o.kind, o.topic, o.own_case, o.marked_by is not null as marked, o.state, o.assignee, s.name as assignee_name,
  o.ticket_id, o.said_at, o.at, (select count(*)::int from opinion_answer a where a.opinion_id = o.id and a.state = 'waiting') as waiting,
  (select string_agg(distinct w.name, ', ') from opinion_answer a join staff w on w.id = a.staff_id
   where a.opinion_id = o.id and a.state = 'approved') as answered_by
from opinion o left join staff s on s.id = o.assignee """
LISTED = COLUMNS + """
where ($1 = '' or o.state = $1) and ($2 = '' or o.source = $2) and ($3 = '' or o.mood = $3) and ($4 = '' or o.topic = $4)
  and ($5::bigint is null or o.assignee = $5) and ($6::bigint = 0 or o.id < $6)
  and ($7 = '' or (o.id in (select a.opinion_id from opinion_answer a where a.state = 'waiting') = ($7 = 'waiting')))
order by o.id desc limit 50"""
ONE = COLUMNS + "where o.id = $1"
LOCKED = "select id from opinion where id = $1 for update"
MARK = "update opinion set mood = $2, topic = $3, marked_by = $4 where id = $1"
ASSIGN = "update opinion set assignee = $2 where id = $1"
STAFF = "select id from staff where id = $1 and disabled_at is null"
SET_STATE = "update opinion set state = $2 where id = $1 and state <> 'removed'"
SET_TICKET = "update opinion set ticket_id = $2 where id = $1"
ANSWERS = """
select a.id, a.staff_id, w.name as by_name, a.body, a.state, d.name as decided_by, a.decided_at, a.why, a.at, a.strange,
  (select p.state from parcel_out p where p.key like '%.opinion' || a.id || '.0') as delivery
from opinion_answer a join staff w on w.id = a.staff_id left join staff d on d.id = a.decided_by where a.opinion_id = $1 order by a.id limit 50"""
ANSWER = """
insert into opinion_answer (opinion_id, client_id, staff_id, body, strange) values ($1, $2, $3, $4, $5) on conflict (client_id) do nothing returning id"""
ANSWERED = "select id from opinion_answer where client_id = $1 and staff_id = $2"
ANSWER_LOCKED = "select id, opinion_id, staff_id, body, state, strange from opinion_answer where id = $1 for update"
RULE = "update opinion_answer set state = $2, decided_by = $3, decided_at = now(), why = $4 where id = $1"
MUTE = "insert into opinion_mute (source, author_id, staff_id, why) values ($1, $2, $3, $4) on conflict do nothing"
MUTED = "update opinion set state = 'muted' where source = $1 and author_id = $2 and state = 'open'"
UNMUTE = "delete from opinion_mute where source = $1 and author_id = $2"
UNMUTED = "update opinion set state = 'open' where source = $1 and author_id = $2 and state = 'muted'"
HOUR = """
select count(*) filter (where said_at > $2::timestamptz - interval '1 hour')::int as hour,
  (count(*) filter (where said_at <= $2::timestamptz - interval '1 hour') / 167.0)::float8 as before
from opinion where topic = $1 and mood = 'negative' and said_at > $2::timestamptz - interval '168 hours' and state <> 'muted'"""
FIGURES = """
select source, mood, count(*)::int as n, sum(reach)::bigint as reach from opinion
where said_at > now() - make_interval(days => $1) and state <> 'muted' group by 1, 2 order by 1, 2 limit 100"""
CUSTOMER_NAMES = """
select c.name from ticket t join customer c on c.id = t.customer_id where t.id = $1"""


class Opinion(msgspec.Struct, frozen=True):
    """One, as staff see it. waiting: answers that wait for a second person. answered_by: who wrote what went out, empty for nobody."""

    id: int
    source: str
    connection_id: int | None
    external_id: str
    place: str
    author: str
    author_id: str
    body: str
    link: str
    language: str
    rating: int
    reach: int
    mood: str
    mood_words: list[str]
    kind: str
    topic: str
    own_case: bool
    marked: bool
    state: str
    assignee: int | None
    assignee_name: str | None
    ticket_id: int | None
    said_at: datetime
    at: datetime
    waiting: int
    answered_by: str | None


class Answer(msgspec.Struct, frozen=True):
    """Public words of ours. delivery: queued, sent or failed, None before they were approved. strange: what in them leads elsewhere,
    which only who may release such words lets out; empty when nothing does."""

    id: int
    staff_id: int
    by_name: str
    body: str
    state: str
    decided_by: str | None
    decided_at: datetime | None
    why: str
    at: datetime
    strange: str
    delivery: str | None


class Held(msgspec.Struct, frozen=True):
    """An answer as it is decided about."""

    id: int
    opinion_id: int
    staff_id: int
    body: str
    state: str
    strange: str


class Figure(msgspec.Struct, frozen=True):
    """How much was said where, and in which mood."""

    source: str
    mood: str
    n: int
    reach: int


async def add(tx: Tx, item: Item, found: Read, topic: str, language: str, connection_id: int | None, watch_id: int | None, place: str) -> int | None:
    """Keeps it, None when it is known."""
    id_: int | None = await tx.fetchval(
        ADD, item.source, connection_id, watch_id, item.external_id, place, item.author, item.author_id, item.body, item.link, language, item.rating,
        item.reach, found.mood, list(found.words), found.kind, topic, found.own_case, item.said_at)
    return id_


async def removed(tx: Tx, source: str, external_id: str) -> int | None:
    """It was taken back."""
    id_: int | None = await tx.fetchval(REMOVED, source, external_id)
    return id_


async def listed(db: Reads, state: str, source: str, mood: str, topic: str, assignee: int | None, before: int, answers: str) -> list[Opinion]:
    """The newest first."""
    return await every(db, Opinion, LISTED, state, source, mood, topic, assignee, before, answers)


async def opinion(db: Reads, id_: int) -> Opinion | None:
    """One."""
    return await one(db, Opinion, ONE, id_)


async def locked(tx: Tx, id_: int) -> Opinion | None:
    """The same, and nobody else changes it meanwhile."""
    await tx.execute(LOCKED, id_)
    return await one(tx, Opinion, ONE, id_)


async def answers(db: Reads, id_: int) -> list[Answer]:
    """What we said or want to say."""
    return await every(db, Answer, ANSWERS, id_)


async def add_answer(tx: Tx, id_: int, client_id: UUID, staff_id: int, body: str, strange: str) -> tuple[int, bool]:
    """Public words that wait: their id, and whether they are new."""
    made = await tx.fetchval(ANSWER, id_, client_id, staff_id, body, strange)
    return (made, True) if made else (await tx.fetchval(ANSWERED, client_id, staff_id) or 0, False)


async def held(tx: Tx, answer_id: int) -> Held | None:
    """An answer, locked."""
    return await one(tx, Held, ANSWER_LOCKED, answer_id)


async def hour(db: Reads, topic: str, now: datetime) -> tuple[int, float]:
    """Complaints about it in the last hour, and the hourly mean of the week before."""
    row: Any = await db.fetchrow(HOUR, topic, now)
    return row["hour"], row["before"]


async def figures(db: Reads, days: int) -> list[Figure]:
    """By source and mood."""
    return await every(db, Figure, FIGURES, days)

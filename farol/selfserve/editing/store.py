"""Statements about articles as a whole: which languages are behind, when they are to be reviewed, where a draft came from."""

from datetime import date

import msgspec

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, Tx, every

DATES = "select id, review_on, expires_on from article where retired_at is null"
BEHIND = """
with newest as (
  select distinct on (article_id, language) article_id, language, coalesce(caught_up_at, published_at) as caught
  from article_version order by article_id, language, version desc)
select n.article_id, n.language from newest n where exists (select from article_version o
  where o.article_id = n.article_id and o.language <> n.language and o.own_change and o.published_at > n.caught)"""
# Every public answer of a member of staff in resolved tickets, with whose names stand in it.
ANSWERED = """
select t.id, t.number, t.subject, coalesce(t.reason, '') as reason, t.language, c.name as customer, t.resolved_at::date as resolved_on,
  (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal order by m.seq limit 1) as question,
  (select coalesce(array_agg(m.body order by m.seq), '{}') from message m
    where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal) as answers,
  (select coalesce(array_agg(distinct n.name), '{}') from message m join staff s on s.id = m.author_id
    cross join unnest(array[s.name, s.alias]) n(name)
    where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal) as staff
from (select $1::bigint as id) viewer, ticket t join customer c on c.id = t.customer_id
where t.id = any($2::bigint[]) and t.status in ('resolved', 'closed') and """ + SEEN + " order by t.id"
RESOLVED = """
select t.id, t.number, t.subject, coalesce(t.reason, '') as reason, t.language, c.name as customer, t.resolved_at::date as resolved_on,
  count(m.seq) as answers
from (select $1::bigint as id) viewer, ticket t join customer c on c.id = t.customer_id
join message m on m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal
where t.status in ('resolved', 'closed') and t.merged_into is null and ($2 = '' or t.reason = $2) and ($3 = '' or starts_with(t.language || '-', $3 || '-'))
  and """ + SEEN + """
group by t.id, c.name order by t.resolved_at desc nulls last, t.id desc limit $4"""
SOURCE = "insert into draft_source (article_id, ticket_id, by_id) select $1, unnest($2::bigint[]), $3 on conflict do nothing"
SOURCES = """
select t.id, t.number from draft_source d join ticket t on t.id = d.ticket_id, (select $1::bigint as id) viewer
where d.article_id = $2 and """ + SEEN + " order by t.id limit 200"


class Dates(msgspec.Struct, frozen=True):
    """When an article is to be looked at again, and when it is over."""

    id: int
    review_on: date | None
    expires_on: date | None


class Answered(msgspec.Struct, frozen=True):
    """A resolved ticket: its first words, and what staff answered. customer, staff: names to be masked."""

    id: int
    number: str
    subject: str
    reason: str
    language: str
    customer: str
    resolved_on: date | None
    question: str | None
    answers: list[str]
    staff: list[str]


class Resolved(msgspec.Struct, frozen=True):
    """A resolved ticket that a draft could be made of. answers: how many there are. customer: a name to be masked."""

    id: int
    number: str
    subject: str
    reason: str
    language: str
    customer: str
    resolved_on: date | None
    answers: int


class Source(msgspec.Struct, frozen=True):
    """A ticket that a draft was made of."""

    id: int
    number: str


async def dates(db: Reads) -> dict[int, Dates]:
    """By article."""
    return {row.id: row for row in await every(db, Dates, DATES)}


async def behind(db: Reads) -> set[tuple[int, str]]:
    """Article and language of everything that another language has left behind."""
    return {(row["article_id"], row["language"]) for row in await db.fetch(BEHIND)}


async def answered(db: Reads, viewer: int | None, ids: list[int]) -> list[Answered]:
    """Those of the tickets that are resolved and that the viewer may see, with their answers."""
    return await every(db, Answered, ANSWERED, viewer, ids)


async def resolved(db: Reads, viewer: int | None, reason: str, language: str, most: int) -> list[Resolved]:
    """The newest resolved tickets with an answer; reason and language narrow them, empty for any."""
    return await every(db, Resolved, RESOLVED, viewer, reason, language, most)


async def keep_sources(tx: Tx, article_id: int, tickets: list[int], staff_id: int) -> None:
    """Which tickets a draft was made of."""
    await tx.execute(SOURCE, article_id, tickets, staff_id)


async def sources(db: Reads, viewer: int | None, article_id: int) -> list[Source]:
    """Those that the viewer may see."""
    return await every(db, Source, SOURCES, viewer, article_id)

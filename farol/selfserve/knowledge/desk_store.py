"""Statements behind the editors' list, and those that change what is said of an article."""

from datetime import date, datetime

import msgspec

from farol.kit.db import Reads, Tx, every

from .audience import Audience

LIST = """
with newest as (
  select distinct on (article_id, language) article_id, language, version, title, published_at, coalesce(caught_up_at, published_at) as caught
  from article_version order by article_id, language, version desc),
spoken as (
  select coalesce(n.article_id, d.article_id) as article_id, coalesce(n.language, d.language) as language,
    coalesce(d.title, n.title) as title, coalesce(n.version, 0) as version, n.published_at, d.state as draft, d.saved_at, d.publish_at,
    n.version is not null and exists (select from article_version o where o.article_id = n.article_id and o.language <> n.language
      and o.own_change and o.published_at > n.caught) as stale
  from newest n full join article_draft d on d.article_id = n.article_id and d.language = n.language)
select a.id, a.slug, a.category, a.place, a.owner_id, s.name as owner, a.review_on, a.expires_on, a.audience, a.retired_at,
  jsonb_agg(jsonb_build_object('language', l.language, 'title', l.title, 'version', l.version, 'published_at', l.published_at,
    'draft', l.draft, 'saved_at', l.saved_at, 'publish_at', l.publish_at, 'stale', l.stale) order by l.language) as languages
from article a join spoken l on l.article_id = a.id left join staff s on s.id = a.owner_id
where ($1 = '' or a.category = $1) and ($2::bigint is null or a.owner_id = $2) and (a.retired_at is not null) = $3
  and ($4::date is null or a.review_on <= $4 or a.expires_on <= $4)
group by a.id, s.name
having ($5 = '' or strpos(a.slug, $5) > 0 or bool_or(strpos(lower(l.title), $5) > 0))
  and ($6 = '' or ($6 = 'published' and bool_or(l.version > 0)) or ($6 = 'never' and not bool_or(l.version > 0)) or bool_or(l.draft = $6))
  and ($7 = '' or not bool_or(l.language = $7 and l.version > 0)) and ($8 = '' or bool_or(l.language = $8 and l.stale))
order by a.place, a.id limit $9 offset $10"""
DUE = """
select a.id, a.owner_id, a.review_on, a.expires_on,
  (select v.title from article_version v where v.article_id = a.id order by v.language desc, v.version desc limit 1) as title
from article a where a.owner_id is not null and a.retired_at is null and (a.review_on <= $1 or a.expires_on <= $2)
  and exists (select from article_version v where v.article_id = a.id) order by a.id limit 500"""
DESCRIBE = """
update article set category = $2, place = $3, owner_id = $4, review_on = $5, expires_on = $6, audience = $7, tier = $8, entities = $9,
  revision = revision + 1
where id = $1"""
RETIRE = "update article set retired_at = case when $2 then now() end, revision = revision + 1 where id = $1"
OWNERS = "select id, name from staff where disabled_at is null order by name"
LINK = """
insert into article_link (ticket_id, seq, article_id, language, version, staff_id, reason)
select $1, $2, a.id, v.language, v.version, $3, (select t.reason from ticket t where t.id = $1)
from unnest($4::text[], $5::text[]) said(slug, language) join article a on a.slug = said.slug
join lateral (select language, version from article_version v where v.article_id = a.id and v.language = said.language
  order by version desc limit 1) v on true
on conflict do nothing"""
SAID = "select body from message where ticket_id = $1 and seq = $2 and not internal"
SENT = "select ticket_id, seq, article_id, language, version, reason from article_link where article_id = $1 order by at desc limit 200"


class Spoken(msgspec.Struct, frozen=True):
    """One language of an article in the list. version: 0 before the first. draft: where an open draft stands. stale: another
    language has said more since."""

    language: str
    title: str
    version: int
    published_at: datetime | None
    draft: str | None
    saved_at: datetime | None
    publish_at: datetime | None
    stale: bool


class Listed(msgspec.Struct, frozen=True):
    """An article in the editors' list."""

    id: int
    slug: str
    category: str
    place: int
    owner_id: int | None
    owner: str | None
    review_on: date | None
    expires_on: date | None
    audience: str
    retired_at: datetime | None
    languages: list[Spoken]


class Filter(msgspec.Struct, frozen=True):
    """What the list is narrowed to. state: of a draft, or ``published`` or ``never``. due: up to this day. missing, stale: a language."""

    q: str = ""
    topic: str = ""
    owner_id: int | None = None
    state: str = ""
    due: date | None = None
    missing: str = ""
    stale: str = ""
    retired: bool = False


class Due(msgspec.Struct, frozen=True):
    """An article whose owner is to look at it."""

    id: int
    owner_id: int
    review_on: date | None
    expires_on: date | None
    title: str


class Owner(msgspec.Struct, frozen=True):
    """Somebody who can look after an article."""

    id: int
    name: str


async def listed(db: Reads, wanted: Filter, most: int, skip: int) -> list[Listed]:
    """Articles in the order of the index."""
    rows = await db.fetch(LIST, wanted.topic, wanted.owner_id, wanted.retired, wanted.due, wanted.q.strip().lower(), wanted.state,
                          wanted.missing, wanted.stale, most, skip)  # fmt: skip
    return [msgspec.convert(dict(row), Listed) for row in rows]


async def due(db: Reads, today: date, soon: date) -> list[Due]:
    """Published articles with an owner that are to be reviewed by today or expire by the other day."""
    return await every(db, Due, DUE, today, soon)


async def describe(
    tx: Tx, article_id: int, category: str, place: int, owner_id: int | None, review_on: date | None, expires_on: date | None, who: Audience,
) -> None:
    """Sets what is said of the article in all its languages."""
    await tx.execute(DESCRIBE, article_id, category, place, owner_id, review_on, expires_on, who.who, who.tier, list(who.entities))


async def retire(tx: Tx, article_id: int, retired: bool) -> None:
    """Takes it out of sight, or brings it back."""
    await tx.execute(RETIRE, article_id, retired)


async def owners(db: Reads) -> list[Owner]:
    """Everybody who works here."""
    return await every(db, Owner, OWNERS)


async def said(db: Reads, ticket_id: int, seq: int) -> str:
    """What the customer was told; empty for a note."""
    return await db.fetchval(SAID, ticket_id, seq) or ""


async def link(tx: Tx, ticket_id: int, seq: int, staff_id: int, found: list[tuple[str, str]]) -> None:
    """Keeps which articles a reply led to, in their newest version, with the ticket's reason of that moment."""
    await tx.execute(LINK, ticket_id, seq, staff_id, [slug for slug, _ in found], [language for _, language in found])


class Sent(msgspec.Struct, frozen=True):
    """A reply that led to an article."""

    ticket_id: int
    seq: int
    article_id: int
    language: str
    version: int
    reason: str | None


async def sent(db: Reads, article_id: int) -> list[Sent]:
    """The newest replies that led to an article: labels of what it is good for."""
    return await every(db, Sent, SENT, article_id)

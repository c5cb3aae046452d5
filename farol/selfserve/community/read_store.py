"""Statements of reading, for pages and for the console."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .shapes import Found, Post, Topic

_TOPIC = """
select t.id, t.kind, t.category, t.language, t.title, t.customer_id, t.staff_id, m.name as author, m.level, s.alias, t.state, t.opened_at,
  t.last_at, t.last_n, t.replies, t.votes, t.accepted, t.locked_at, t.pinned_at, t.status, t.status_why, t.status_at, t.private_asked_at, t.ticket_id
from forum_topic t left join forum_member m on m.customer_id = t.customer_id left join staff s on s.id = t.staff_id"""
LATEST = _TOPIC + """
where t.state = 'shown' and t.kind = 'question' and ($1 = '' or t.category = $1) and (not $2 or (t.accepted is null and t.locked_at is null))
  and ($3 = '' or t.language = $3)
order by t.pinned_at is null, t.last_at desc, t.id desc limit $4 offset $5"""
IDEAS = _TOPIC + """
where t.state = 'shown' and t.kind = 'idea' and ($1 = '' or t.status = $1)
order by case when $2 then t.votes else 0 end desc, t.opened_at desc, t.id desc limit $3 offset $4"""
TOPIC = _TOPIC + " where t.id = $1"
PUBLIC_TOPICS = """
select id, language, last_at from (select id, language, last_at from forum_topic where state = 'shown' order by id desc limit $1) newest order by id"""
OWN_TOPICS = _TOPIC + " where t.customer_id = $1 and t.state <> 'removed' order by t.id desc limit 50"
ALL_TOPICS = _TOPIC + """
where ($1 = '' or t.title ilike '%' || $1 || '%') and ($2 = '' or t.category = $2) and ($3 = '' or t.state = $3) and ($4 = '' or t.kind = $4)
order by t.last_at desc, t.id desc limit $5"""
_POST = """
select p.id, p.topic_id, p.n, p.customer_id, p.staff_id, m.name as author, m.level, s.alias, p.body, p.masked, p.state, p.why, p.at, p.edited_at,
  p.edits, p.removed_at, (select count(*)::int from forum_flag f where f.post_id = p.id and f.settled_at is null) as flagged
from forum_post p left join forum_member m on m.customer_id = p.customer_id left join staff s on s.id = p.staff_id"""
# What everybody sees, and the reader's own in whatever state. The first post and the answer come with every page.
POSTS = _POST + """
where p.topic_id = $1 and (p.state = 'shown' or p.customer_id = $2) and (p.n >= $3 or p.n = 1 or p.n = $4) order by p.n limit $5"""
ALL_POSTS = _POST + " where p.topic_id = $1 and p.n >= $2 order by p.n limit $3"
POST = _POST + " where p.id = $1"
SAID = "select said from forum_post where id = $1 and customer_id = $2"
VIEWER = """
select m.name, m.level, m.joined_at, m.named_at, m.mail,
  (select count(*)::int from forum_notice o where o.customer_id = $1 and o.read_at is null) as unread,
  s.why as silenced_why, s.until as silenced_until,
  exists (select from forum_vote v where v.customer_id = $1 and v.topic_id = $2) as voted,
  exists (select from forum_follow w where w.customer_id = $1 and w.topic_id = $2) as follows
from (select $1::bigint as id) c left join forum_member m on m.customer_id = c.id
left join lateral (select why, until from forum_sanction where customer_id = c.id and until > $3 and lifted_at is null order by until desc limit 1) s on true"""
EDITS = "select at, body from forum_edit where post_id = $1 order by id desc limit 50"
VOTED = "select topic_id from forum_vote where customer_id = $1 and topic_id = any($2::bigint[])"
# Half of the tokens have to be there. A topic of everyday words alone is not looked at beyond the first thousands.
FIND = """
select t.id, t.kind, t.title, t.language, coalesce(a.body, f.body, '') as body, t.replies, t.accepted is not null as answered, c.share as score
from (select id, cardinality(array(select unnest(tokens) intersect select unnest($1::text[])))::float8 / cardinality($1::text[]) as share
  from (select id, tokens from forum_topic where state = 'shown' and tokens && $1::text[] limit 5000) few) c
join forum_topic t on t.id = c.id
left join forum_post f on f.topic_id = t.id and f.n = 1
left join forum_post a on a.topic_id = t.id and a.n = t.accepted
where c.share >= 0.5 order by c.share desc, t.accepted is null, t.replies desc, t.id desc limit $2"""


class Mapped(msgspec.Struct, frozen=True):
    """A topic as search engines are told of it."""

    id: int
    language: str
    last_at: datetime


class Viewer(msgspec.Struct, frozen=True):
    """Who looks, as far as the community knows them. name is None before they chose one."""

    name: str | None
    level: str | None
    joined_at: Any
    named_at: Any
    mail: bool | None
    unread: int
    silenced_why: str | None
    silenced_until: Any
    voted: bool
    follows: bool


async def latest(db: Reads, category: str, unanswered: bool, language: str, most: int, skip: int) -> list[Topic]:
    """Questions, pinned ones first, then the last active; of one category and one language unless these are empty."""
    return await every(db, Topic, LATEST, category, unanswered, language, most, skip)


async def ideas(db: Reads, status: str, by_votes: bool, most: int, skip: int) -> list[Topic]:
    """Ideas of one status, or of any."""
    return await every(db, Topic, IDEAS, status, by_votes, most, skip)


async def topic(db: Reads, topic_id: int) -> Topic | None:
    """One topic in whatever state."""
    return await one(db, Topic, TOPIC, topic_id)


async def public_topics(db: Reads, most: int) -> list[Mapped]:
    """The newest topics that everybody may read, in the order in which they were opened."""
    return await every(db, Mapped, PUBLIC_TOPICS, most)


async def own_topics(db: Reads, customer_id: int) -> list[Topic]:
    """The customer's own, the newest first."""
    return await every(db, Topic, OWN_TOPICS, customer_id)


async def all_topics(db: Reads, words: str, category: str, state: str, kind: str, most: int) -> list[Topic]:
    """As staff look for them: by words of the title, category, state and kind, each empty for any."""
    plain = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return await every(db, Topic, ALL_TOPICS, plain, category, state, kind, most)


async def posts(db: Reads, topic_id: int, viewer: int, after: int, accepted: int, most: int) -> list[Post]:
    """Posts of a page, the first and the accepted one among them."""
    return await every(db, Post, POSTS, topic_id, viewer, after, accepted, most)


async def all_posts(db: Reads, topic_id: int, after: int, most: int) -> list[Post]:
    """Every post of a topic in whatever state."""
    return await every(db, Post, ALL_POSTS, topic_id, after, most)


async def post(db: Reads, post_id: int) -> Post | None:
    """One post in whatever state."""
    return await one(db, Post, POST, post_id)


async def said(db: Reads, post_id: int, customer_id: int) -> str | None:
    """The author's own words; None for everybody else."""
    words: str | None = await db.fetchval(SAID, post_id, customer_id)
    return words


async def viewer(db: Reads, customer_id: int, topic_id: int, now: Any) -> Viewer:
    """What the reader is here, and to this topic."""
    found = await one(db, Viewer, VIEWER, customer_id, topic_id, now)
    assert found
    return found


async def voted(db: Reads, customer_id: int, topics: list[int]) -> set[int]:
    """Which of these ideas the customer voted for."""
    return {row["topic_id"] for row in await db.fetch(VOTED, customer_id, topics)}


async def find(db: Reads, tokens: list[str], most: int) -> list[Found]:
    """Topics that hold at least half of the tokens, the most of them first."""
    return await every(db, Found, FIND, tokens, most)

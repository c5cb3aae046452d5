"""Statements of flags, decisions, sanctions and policy."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from farol.kit.db import Reads, Tx, every

from .shapes import Category, Policy, Sanction

FLAG = """
insert into forum_flag (post_id, customer_id, why, words, weight) values ($1, $2, $3, $4, $5)
on conflict (post_id, customer_id) do nothing returning true"""
WEIGHT = "select coalesce(sum(weight), 0)::int from forum_flag where post_id = $1 and settled_at is null"
SETTLE = "update forum_flag set settled_at = now() where post_id = $1 and settled_at is null"
AUTHOR_LEVEL = "select level from forum_member where customer_id = $1"
RULE = "insert into forum_ruling (topic_id, post_id, verb, why, staff_id) values ($1, $2, $3, $4, $5)"
LOCK = "update forum_topic set locked_at = case when $2 then now() end where id = $1"
PIN = "update forum_topic set pinned_at = case when $2 then now() end where id = $1"
MOVE = "update forum_topic set category = $2 where id = $1"
ASK_PRIVATE = "update forum_topic set private_asked_at = now() where id = $1"
SET_STATUS = "update forum_topic set status = $2, status_why = $3, status_at = now() where id = $1"
SANCTION = "insert into forum_sanction (customer_id, why, until, staff_id) values ($1, $2, $3, $4) returning id"
LIFT = "update forum_sanction set lifted_at = now(), lifted_by = $2 where id = $1 and lifted_at is null and until > now() returning customer_id"
SANCTIONS = "select id, why, at, until, lifted_at from forum_sanction where customer_id = $1 order by id desc limit 20"
IS_MEMBER = "select exists (select from forum_member where customer_id = $1)"
SET_POLICY = """
insert into forum_policy (official, allowed, ids) values ($1, $2, $3)
on conflict (one) do update set official = excluded.official, allowed = excluded.allowed, ids = excluded.ids"""
BEGIN_PLACES = """
insert into forum_category (code, place, zh, en)
select * from unnest($1::text[], $2::int[], $3::text[], $4::text[]) where not exists (select from forum_category) on conflict (code) do nothing"""

ADD_CATEGORY = """
insert into forum_category (code, place, zh, en, closed) values ($1, $2, $3, $4, $5) on conflict (code) do nothing returning true"""
SET_CATEGORY = "update forum_category set place = $2, zh = $3, en = $4, closed = $5 where code = $1 returning true"
CATEGORIES = """
select c.code, c.place, c.zh, c.en, c.closed, count(t.id)::int as topics
from forum_category c left join forum_topic t on t.category = c.code and t.state = 'shown' group by c.code order by c.place, c.code"""
# What waits for a decision: held posts, and those with flags nobody settled; the heaviest first, then the oldest.
QUEUE = """
select p.id, p.topic_id, p.n, p.customer_id, p.body, p.masked, p.state, p.why, p.at, t.title, t.kind, t.category, t.language, t.state as topic_state,
  m.name as author, m.level, f.n as flagged, f.weight, f.whys, f.words
from forum_post p join forum_topic t on t.id = p.topic_id left join forum_member m on m.customer_id = p.customer_id
left join lateral (
  select count(*)::int as n, coalesce(sum(weight), 0)::int as weight, array_agg(distinct why) as whys,
    array_remove(array_agg(nullif(words, '') order by at), null) as words
  from forum_flag f where f.post_id = p.id and f.settled_at is null) f on true
where p.state = 'held' or (f.n > 0 and p.state in ('shown', 'hidden'))
order by f.weight desc, p.at limit $1"""
WAITING = """
select (select count(*) from forum_post where state = 'held')::int as held,
  (select count(distinct f.post_id) from forum_flag f join forum_post p on p.id = f.post_id
   where f.settled_at is null and p.state in ('shown', 'hidden'))::int as flagged"""
RULINGS = """
select r.id, r.verb, r.why, r.at, s.name as by_name, p.n from forum_ruling r join staff s on s.id = r.staff_id
left join forum_post p on p.id = r.post_id where r.topic_id = $1 order by r.id desc limit 100"""

MEMBER_CARD = """
select m.customer_id, m.name, m.level, m.joined_at,
  (select count(*) from forum_post p where p.customer_id = m.customer_id and p.state = 'shown')::int as shown,
  (select count(*) from forum_post p where p.customer_id = m.customer_id and p.state = 'hidden')::int as hidden
from forum_member m where m.customer_id = $1"""


async def flag(tx: Tx, post_id: int, customer_id: int, why: str, words: str, weight: int) -> bool:
    """Whether this is the customer's first flag on the post; a second changes nothing."""
    return bool(await tx.fetchval(FLAG, post_id, customer_id, why, words, weight))


async def weight(tx: Tx, post_id: int) -> int:
    """What the flags on a post that nobody settled weigh together."""
    return int(await tx.fetchval(WEIGHT, post_id))


async def rule(tx: Tx, topic_id: int, post_id: int | None, verb: str, why: str, staff_id: int) -> None:
    """Keeps a decision."""
    await tx.execute(RULE, topic_id, post_id, verb, why, staff_id)


async def sanction(tx: Tx, customer_id: int, why: str, until: datetime, staff_id: int) -> int:
    """Silences a member until then; the sanction's id."""
    id_: int = await tx.fetchval(SANCTION, customer_id, why, until, staff_id)
    return id_


async def lift(tx: Tx, sanction_id: int, staff_id: int) -> int | None:
    """Ends it; whose it was, None when there is none in force."""
    customer_id: int | None = await tx.fetchval(LIFT, sanction_id, staff_id)
    return customer_id


async def sanctions(db: Reads, customer_id: int) -> list[Sanction]:
    """All there were, the newest first."""
    return await every(db, Sanction, SANCTIONS, customer_id)


async def set_policy(tx: Tx, policy: Policy) -> None:
    """Puts the policy."""
    await tx.execute(SET_POLICY, policy.official, policy.allowed, policy.ids)


async def categories(db: Reads) -> list[Category]:
    """All places with how much is shown there, in their order."""
    return await every(db, Category, CATEGORIES)


async def queue(db: Reads, most: int) -> list[Any]:
    """Posts that wait for a decision."""
    return await db.fetch(QUEUE, most)


async def waiting(db: Reads) -> tuple[int, int]:
    """How many are held, and how many shown or hidden ones are flagged."""
    row = await db.fetchrow(WAITING)
    return (row["held"], row["flagged"]) if row else (0, 0)


async def begin(db: Reads, places: Sequence[Category]) -> None:
    """The first places, where there are none at all."""
    await db.execute(BEGIN_PLACES, [p.code for p in places], [p.place for p in places], [p.zh for p in places], [p.en for p in places])

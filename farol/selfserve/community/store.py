"""Statements of writing. Lock order: the member, then the topic, then its posts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from farol.kit.db import Reads, Tx, one

from .model import Behaviour, Level
from .shapes import ALLOWED, Lately, Locked, Member, Own, Policy, Sanction, Written

MEMBER = "select customer_id, name, level, joined_at, named_at, mail from forum_member where customer_id = $1"
MEMBER_LOCKED = "select customer_id, name, level, joined_at, named_at, mail from forum_member where customer_id = $1 for update"
JOIN = """
insert into forum_member (customer_id, name, skeleton) values ($1, $2, $3)
on conflict (customer_id) do update set name = excluded.name, skeleton = excluded.skeleton, named_at = now()"""
SET_MAIL = "update forum_member set mail = $2 where customer_id = $1"
SET_LEVEL = "update forum_member set level = $2 where customer_id = $1"
ALIASES = "select alias, name from staff"
# What makes the level. A post staff hid counts by when they did.
BEHAVIOUR = """
select extract(day from $2::timestamptz - m.joined_at)::int as days,
  (select count(*)::int from forum_post p where p.customer_id = $1 and p.state = 'shown') as shown,
  (select count(*)::int from forum_post p join forum_topic t on t.id = p.topic_id and t.accepted = p.n
   where p.customer_id = $1 and p.state = 'shown' and t.customer_id is distinct from $1) as accepted,
  h.n30::int as hidden_30, h.n90::int as hidden_90,
  exists (select from forum_sanction s where s.customer_id = $1 and s.at > $2::timestamptz - interval '90 days') as sanctioned_90
from forum_member m, lateral (
  select count(*) filter (where r.at > $2::timestamptz - interval '30 days') as n30, count(*) as n90
  from forum_post p join forum_ruling r on r.post_id = p.id and r.verb in ('hide', 'refuse')
  where p.customer_id = $1 and p.state = 'hidden' and r.at > $2::timestamptz - interval '90 days') h
where m.customer_id = $1"""
DUE_LEVELS = "select customer_id from forum_member where customer_id > $1 order by customer_id limit $2"
LATELY = """
select count(*) filter (where p.n = 1 and p.at > $3)::int as topics, count(*) filter (where p.n > 1 and p.at > $3)::int as replies,
  max(p.at) as last_at, coalesce(bool_or(p.trace = $2 and p.at > $3 and p.state <> 'removed'), false) as said,
  (select count(distinct o.customer_id)::int from forum_post o where o.trace = $2 and o.at > $4 and o.customer_id <> $1) as others,
  count(*) filter (where p.state = 'shown')::int as shown_ever
from forum_post p where p.customer_id = $1"""
SANCTION = """
select id, why, at, until, lifted_at from forum_sanction
where customer_id = $1 and until > $2 and lifted_at is null order by until desc limit 1"""
POLICY = "select official, allowed, ids from forum_policy"
CATEGORY_OPEN = "select not closed from forum_category where code = $1"
POSTED = "select topic_id, n, customer_id, staff_id from forum_post where client_id = $1"
OPEN = """
insert into forum_topic (kind, category, language, title, customer_id, staff_id, state, last_n, tokens)
values ($1, $2, $3, $4, $5, $6, $7, 1, $8) returning id"""
POST = """
insert into forum_post (topic_id, n, customer_id, staff_id, client_id, said, body, masked, state, why, trace)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"""
SPEND_N = "update forum_topic set last_n = last_n + 1 where id = $1 returning last_n"
# A shown reply counts and moves its topic up; whatever leaves the page is counted out.
COUNTED = """
update forum_topic t set replies = c.n, last_at = coalesce(c.at, t.last_at),
  accepted = case when exists (select from forum_post p where p.topic_id = t.id and p.n = t.accepted and p.state = 'shown') then t.accepted end
from (select count(*) filter (where n > 1)::int as n, max(at) as at from forum_post where topic_id = $1 and state = 'shown') c
where t.id = $1"""
TOPIC_LOCKED = """
select id, kind, customer_id, staff_id, state, last_n, accepted, locked_at, status, title, ticket_id, private_asked_at, language
from forum_topic where id = $1 for update"""
OWN_LOCKED = """
select p.id, p.topic_id, p.n, p.customer_id, p.said, p.body, p.state, p.at, p.removed_at, p.removed_from
from forum_post p where p.id = $1 for update"""
CLIENT_ID = "select client_id from forum_post where id = $1"
TOPIC_OF = "select topic_id from forum_post where id = $1"
KEEP_EDIT = "insert into forum_edit (post_id, body) values ($1, $2)"
EDIT = """
update forum_post set said = $2, body = $3, masked = $4, trace = $5, state = $6, why = $7, edited_at = $8, edits = edits + 1 where id = $1"""
SET_STATE = "update forum_post set state = $2, why = $3 where id = $1"
REMOVE = "update forum_post set state = 'removed', removed_at = $2, removed_from = state where id = $1"
RETURN = "update forum_post set state = removed_from, removed_at = null, removed_from = null where id = $1"
TOPIC_STATE = "update forum_topic set state = $2 where id = $1"
RETITLE = "update forum_topic set title = $2 where id = $1"
INDEX = "update forum_topic set tokens = $2 where id = $1"
INDEXED = "select title, array(select body from forum_post where topic_id = t.id and state = 'shown' order by n limit 30) as bodies from forum_topic t where id = $1"
ACCEPT = "update forum_topic set accepted = $2 where id = $1"
SHOWN_POST = "select id, customer_id from forum_post where topic_id = $1 and n = $2 and state = 'shown'"
CONTINUE = "update forum_topic set ticket_id = $2 where id = $1"
OWN_WORDS = "select said from forum_post where topic_id = $1 and customer_id = $2 and state <> 'hidden' order by n limit 20"


async def member(db: Reads, customer_id: int) -> Member | None:
    """The customer as a member, None before they have a name."""
    return await one(db, Member, MEMBER, customer_id)


async def member_locked(tx: Tx, customer_id: int) -> Member | None:
    """The same, and no other post of theirs is counted meanwhile."""
    return await one(tx, Member, MEMBER_LOCKED, customer_id)


async def join(tx: Tx, customer_id: int, name: str, skeleton: str) -> None:
    """Gives the customer this name. Raises UniqueViolationError of ``forum_member_skeleton`` when somebody has it."""
    await tx.execute(JOIN, customer_id, name, skeleton)


async def set_mail(tx: Tx, customer_id: int, wanted: bool) -> None:
    """Whether notices go to the member's mailbox too."""
    await tx.execute(SET_MAIL, customer_id, wanted)


async def staff_names(db: Reads) -> list[str]:
    """Every name by which staff are or were known."""
    return [name for row in await db.fetch(ALIASES) for name in (row["alias"], row["name"])]


async def behaviour(db: Reads, customer_id: int, now: datetime) -> Behaviour | None:
    """What the member did, as the level needs it."""
    return await one(db, Behaviour, BEHAVIOUR, customer_id, now)


async def set_level(tx: Tx, customer_id: int, level: Level) -> None:
    """The level as computed."""
    await tx.execute(SET_LEVEL, customer_id, level)


async def members_after(db: Reads, customer_id: int, most: int) -> list[int]:
    """The next members by id."""
    return [row["customer_id"] for row in await db.fetch(DUE_LEVELS, customer_id, most)]


async def lately(tx: Tx, customer_id: int, trace: bytes, since: datetime, hour: datetime) -> Lately:
    """What the member posted of late."""
    found = await one(tx, Lately, LATELY, customer_id, trace, since, hour)
    assert found
    return found


async def sanction(db: Reads, customer_id: int, now: datetime) -> Sanction | None:
    """The sanction in force, if there is one."""
    return await one(db, Sanction, SANCTION, customer_id, now)


async def policy(db: Reads) -> Policy:
    """What the exchange decided."""
    found = await one(db, Policy, POLICY)
    return found or Policy([], list(ALLOWED), "masked")


async def category_open(db: Reads, code: str) -> bool:
    """Whether something can be opened there; no such place is closed."""
    return bool(await db.fetchval(CATEGORY_OPEN, code))


async def index(tx: Tx, topic_id: int, tokens: list[str]) -> None:
    """What the topic is found by."""
    await tx.execute(INDEX, topic_id, tokens)


async def indexed(tx: Tx, topic_id: int) -> tuple[str, list[str]]:
    """Title and shown words of a topic, for its index."""
    row = await tx.fetchrow(INDEXED, topic_id)
    return (row["title"], row["bodies"]) if row else ("", [])


async def own_locked(tx: Tx, post_id: int) -> tuple[Own, Locked] | None:
    """The post, and its topic, both locked in their order."""
    topic_id = await tx.fetchval(TOPIC_OF, post_id)
    topic = await one(tx, Locked, TOPIC_LOCKED, topic_id) if topic_id else None
    post = await one(tx, Own, OWN_LOCKED, post_id) if topic else None
    return (post, topic) if post and topic else None


async def posted(db: Reads, client_id: UUID) -> Any:
    """Where the post of that id stands."""
    return await db.fetchrow(POSTED, client_id)


async def locked(tx: Tx, topic_id: int) -> Locked | None:
    """The topic, held for a change."""
    return await one(tx, Locked, TOPIC_LOCKED, topic_id)


async def add_post(tx: Tx, topic_id: int, n: int, post: Written, customer_id: int | None, staff_id: int | None) -> int:
    """Stores a post; its id. Raises UniqueViolationError of ``forum_post_client`` when the same form came at the same moment."""
    id_: int = await tx.fetchval(
        POST, topic_id, n, customer_id, staff_id, post.client_id, post.said, post.body, list(post.masked), post.state, post.held, post.trace)
    return id_


async def spend_n(tx: Tx, topic_id: int) -> int:
    """The number of the topic's next post."""
    n: int = await tx.fetchval(SPEND_N, topic_id)
    return n


async def count(tx: Tx, topic_id: int) -> None:
    """Brings what a topic says of its posts up to date."""
    await tx.execute(COUNTED, topic_id)

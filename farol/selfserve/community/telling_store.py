"""Statements of following, voting and telling."""

import msgspec

from farol.kit.db import Reads, Tx, every

from .shapes import Notice

FOLLOW = "insert into forum_follow (topic_id, customer_id) values ($1, $2) on conflict do nothing returning true"
UNFOLLOW = "delete from forum_follow where topic_id = $1 and customer_id = $2 returning true"
VOTE = "insert into forum_vote (topic_id, customer_id) values ($1, $2) on conflict do nothing returning true"
UNVOTE = "delete from forum_vote where topic_id = $1 and customer_id = $2 returning true"
COUNT_VOTES = "update forum_topic set votes = (select count(*) from forum_vote where topic_id = $1) where id = $1 returning votes"
TELL = """
insert into forum_notice (customer_id, topic_id, n, kind, words, mail)
select m.customer_id, $2, $3, $4, $5, m.mail and $6
from forum_member m where m.customer_id = any($1::bigint[])"""
# By mail once for a topic, until its reader has looked.
TELL_FOLLOWERS = """
insert into forum_notice (customer_id, topic_id, n, kind, words, mail)
select f.customer_id, $1, $2, 'reply', $3,
  coalesce(m.mail, true) and not exists (
    select from forum_notice o where o.customer_id = f.customer_id and o.topic_id = $1 and o.mail and o.read_at is null)
from forum_follow f left join forum_member m using (customer_id)
where f.topic_id = $1 and f.customer_id is distinct from $4"""
TELL_VOTERS = """
insert into forum_notice (customer_id, topic_id, kind, words, mail)
select w.customer_id, $1, 'status', $2, coalesce(m.mail, true)
from (select customer_id from forum_vote where topic_id = $1 union select customer_id from forum_topic where id = $1 and customer_id is not null
  union select customer_id from forum_follow where topic_id = $1) w left join forum_member m using (customer_id)"""
READ_TOPIC = "update forum_notice set read_at = now() where customer_id = $1 and topic_id = $2 and read_at is null"
READ_ALL = "update forum_notice set read_at = now() where customer_id = $1 and read_at is null"
NOTICES = """
select o.id, o.kind, o.topic_id, o.n, t.title, o.words, o.at, o.read_at
from forum_notice o left join forum_topic t on t.id = o.topic_id where o.customer_id = $1 order by o.id desc limit $2"""
UNREAD = "select count(*)::int from forum_notice where customer_id = $1 and read_at is null"
DUE_MAIL = """
select o.id, o.customer_id, o.topic_id, o.n, o.kind, o.words, c.email, c.language, t.title, s.alias as staff, m.name as member
from forum_notice o join customer c on c.id = o.customer_id left join forum_topic t on t.id = o.topic_id
left join forum_post p on p.topic_id = o.topic_id and p.n = o.n left join staff s on s.id = p.staff_id
left join forum_member m on m.customer_id = p.customer_id
where o.mail and o.mailed_at is null and o.read_at is null order by o.id limit $1"""
AUTHOR = "select customer_id from forum_post where topic_id = $1 and n = $2"
MAILED = "update forum_notice set mailed_at = now() where id = $1"


class Due(msgspec.Struct, frozen=True):
    """A notice to be mailed. staff, member: who wrote the post it is about, one of the two."""

    id: int
    customer_id: int
    topic_id: int | None
    n: int | None
    kind: str
    words: str
    email: str
    language: str
    title: str | None
    staff: str | None
    member: str | None


async def follow(tx: Tx, topic_id: int, customer_id: int, on: bool) -> bool:
    """Whether this changed anything."""
    return bool(await tx.fetchval(FOLLOW if on else UNFOLLOW, topic_id, customer_id))


async def vote(tx: Tx, topic_id: int, customer_id: int, on: bool) -> bool:
    """Whether this changed anything; the count follows."""
    changed = bool(await tx.fetchval(VOTE if on else UNVOTE, topic_id, customer_id))
    if changed:
        await tx.fetchval(COUNT_VOTES, topic_id)
    return changed


async def tell(tx: Tx, whom: list[int], topic_id: int | None, n: int | None, kind: str, words: str = "", *, mail: bool = False) -> None:
    """A notice to each of these members."""
    await tx.execute(TELL, whom, topic_id, n, kind, words, mail)


async def tell_followers(tx: Tx, topic_id: int, n: int, words: str, but: int | None) -> None:
    """A notice of a new post to whoever follows the topic, except its author."""
    await tx.execute(TELL_FOLLOWERS, topic_id, n, words, but)


async def tell_voters(tx: Tx, topic_id: int, status: str) -> None:
    """A notice of what becomes of an idea to whoever voted for it, wrote it or follows it."""
    await tx.execute(TELL_VOTERS, topic_id, status)


async def read_topic(db: Reads, customer_id: int, topic_id: int) -> None:
    """The member looked at the topic."""
    await db.execute(READ_TOPIC, customer_id, topic_id)


async def read_all(db: Reads, customer_id: int) -> None:
    """The member looked at all notices."""
    await db.execute(READ_ALL, customer_id)


async def notices(db: Reads, customer_id: int, most: int) -> list[Notice]:
    """The newest first."""
    return await every(db, Notice, NOTICES, customer_id, most)


async def unread(db: Reads, customer_id: int) -> int:
    """How many were not looked at."""
    return int(await db.fetchval(UNREAD, customer_id))


async def due_mail(db: Reads, most: int) -> list[Due]:
    """Notices that wait to be mailed, the oldest first."""
    return await every(db, Due, DUE_MAIL, most)


async def mailed(db: Reads, notice_id: int) -> None:
    """It went, or cannot."""
    await db.execute(MAILED, notice_id)

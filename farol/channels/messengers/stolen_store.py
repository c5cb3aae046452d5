"""Statements on the links that ``/stolen`` gives."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

ADD = "insert into stolen_link (digest, chat_id, customer_id, expires_at) values ($1, $2, $3, $4)"
# Whom it still means: an account that the exchange vouches for, as long as the chat is bound to the very one it was given to.
FROM = """
select l.chat_id, u.id as customer_id, coalesce(u.uid, '') as uid, coalesce(u.email, '') as email, coalesce(u.phone, '') as phone
from stolen_link l join chat c on c.id = l.chat_id join contact k on k.id = c.contact_id
left join customer u on u.id = l.customer_id and u.id = k.customer_id and k.bound_at is not null and u.uid is not null """
LOOK = FROM + "where l.digest = $1 and l.used_at is null and l.expires_at > $2"
SPEND = "update stolen_link set used_at = $2 where digest = $1 and used_at is null and expires_at > $2 returning true"
UNSPEND = "update stolen_link set used_at = null where digest = $1 and answered_at is null"
# The browser that sent a code by it has an hour to type the code; one that needed none presses while the link is good.
ANSWER = """
update stolen_link l set answered_at = $2, used_at = coalesce(l.used_at, $2) from chat c
where l.digest = $1 and l.answered_at is null and case when l.used_at is null then l.expires_at else l.used_at + interval '1 hour' end > $2 and c.id = l.chat_id
returning c.id as chat_id, c.connection_id, c.external_id as chat, extract(epoch from l.at)::bigint as n"""
OLD = "delete from stolen_link where expires_at < now() - interval '7 days'"


class Led(msgspec.Struct, frozen=True):
    """The chat somebody came from. customer_id, uid, email, phone: of the account it is bound to; None and empty where it is to none."""

    chat_id: int
    customer_id: int | None
    uid: str
    email: str
    phone: str


class Told(msgspec.Struct, frozen=True):
    """A chat that is told. chat: the platform's id; n: names the link."""

    chat_id: int
    connection_id: int
    chat: str
    n: int


async def add(db: Reads, digest: bytes, chat_id: int, customer_id: int | None, until: datetime) -> None:
    """A new one; only the digest of its token is kept."""
    await db.execute(ADD, digest, chat_id, customer_id, until)


async def look(db: Reads, digest: bytes, now: datetime) -> Led | None:
    """Where it leads from, while it is good."""
    return await one(db, Led, LOOK, digest, now)


async def spend(db: Reads, digest: bytes, now: datetime) -> bool:
    """Whether it was good; from now on it is not."""
    return bool(await db.fetchval(SPEND, digest, now))


async def unspend(db: Reads, digest: bytes) -> None:
    """It counts as not used."""
    await db.execute(UNSPEND, digest)


async def answered(db: Reads, digest: bytes, now: datetime) -> Told | None:
    """The chat that is told of the freeze, once; None when nobody is."""
    return await one(db, Told, ANSWER, digest, now)


async def prune(db: Reads) -> None:
    """Forgets those that are long over."""
    await db.execute(OLD)

"""Statements on proofs that were begun: links, challenges, pairs of codes."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, one

from .model import Challenge

ASK = """
insert into identity_request (ticket_id, customer_id, digest, asked_by, at, expires_at) values ($1, $2, $3, $4, $5, $6) returning id"""
# An older link of the ticket works no more: whoever holds one of them holds the newest.
DROP_LINKS = "update identity_request set expires_at = $2 where ticket_id = $1 and used_at is null and expires_at > $2"
REQUEST = """
select r.id, r.ticket_id, r.customer_id, r.expires_at, r.used_at from identity_request r where r.digest = $1"""
# The browser that used a link may begin again by another way until the link is over.
SPEND = """
update identity_request r set used_at = coalesce(r.used_at, $2) where r.id = $1 and r.expires_at > $2
  and (r.used_at is null or exists (select from identity_challenge c where c.digest = $3 and c.request_id = r.id))
returning id"""
BEGAN = "select exists (select from identity_challenge where digest = $2 and request_id = $1)"
ADD = """
insert into identity_challenge (core_id, digest, request_id, customer_id, ticket_id, uid, session, contact, method, channel, sent_to,
  options, nonce, asked_by, at, expires_at, claimed_id, counts_for)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, coalesce($6, (select c.uid from customer c
  where $18 <> '' and c.uid is not null and (lower(c.email) = $18 or c.phone = $18) order by c.id limit 1))) returning id"""
FIELDS = """
select id, core_id, request_id, customer_id, ticket_id, claimed_id, uid, counts_for, session, contact, method, channel, sent_to, options, nonce, asked_by, at,
  expires_at, outcome from identity_challenge """
OF_SECRET = FIELDS + "where digest = $1"
SETTLE = """
update identity_challenge set outcome = $2, settled_at = $3 where id = $1 and outcome = 'open' returning id"""
REPLACE_PAIRS = """
update identity_challenge set outcome = 'replaced', settled_at = $2
where ticket_id = $1 and method = 'two_way_code' and outcome = 'open'"""
PAIR = FIELDS + "where id = $1 and ticket_id = $2 and method = 'two_way_code' for no key update"
LIVE_PAIR = FIELDS + """
where ticket_id = $1 and method = 'two_way_code' and outcome = 'open' and expires_at > $2 order by id desc limit 1"""
MY_PAIR = """
select c.id, t.number, s.alias, c.nonce, c.expires_at from identity_challenge c
join ticket t on t.id = c.ticket_id join staff s on s.id = c.asked_by
where c.customer_id = $1 and c.method = 'two_way_code' and c.outcome = 'open' and c.expires_at > $2 order by c.id desc limit 1"""
DENY = """
update identity_challenge set outcome = 'denied', settled_at = $3
where customer_id = $1 and id = $2 and method = 'two_way_code' and outcome = 'open' and expires_at > $3 returning ticket_id, asked_by"""
LIVE_LINK = """
select r.at, r.expires_at, r.used_at from identity_request r where r.ticket_id = $1 and r.expires_at > $2 order by r.id desc limit 1"""
TYPED_WRONG = "select count(*) from identity_attempt where challenge_id = $1 and outcome = 'wrong'"
PROOF_OF = """
select p.level, p.method, p.until, t.number, c.session from identity_challenge c join identity_proof p on p.challenge_id = c.id
left join ticket t on t.id = p.ticket_id where c.digest = $1 and p.revoked_at is null and p.until > $2"""
CUSTOMER_OF = "select id from customer where uid = $1"
PROVEN_BY = """
select c.id as challenge_id, p.uid, c.sent_to, c.method, p.at from identity_challenge c join identity_proof p on p.challenge_id = c.id
where c.digest = $1 and c.contact is not null and p.revoked_at is null and p.until > $2"""
BRING = """
update identity_proof set ticket_id = $3, customer_id = $2 where challenge_id = $1 and ticket_id is null and level = 1 and revoked_at is null
returning until"""


class Link(msgspec.Struct, frozen=True):
    """A link that was sent, by what its address holds."""

    id: int
    ticket_id: int
    customer_id: int
    expires_at: datetime
    used_at: datetime | None


class Sent(msgspec.Struct, frozen=True):
    """The newest link of a ticket that is not over."""

    at: datetime
    expires_at: datetime
    used_at: datetime | None


class MyPair(msgspec.Struct, frozen=True):
    """A pair of codes as its customer finds it. alias: of who asks, as customers know them."""

    id: int
    number: str
    alias: str
    nonce: str
    expires_at: datetime


class Given(msgspec.Struct, frozen=True):
    """What a browser proved. number: of the ticket it counts on; session: the one it was proven in."""

    level: int
    method: str
    until: datetime
    number: str | None
    session: bytes | None


class Held(msgspec.Struct, frozen=True):
    """What a browser proved, before anybody knows what for. sent_to: masked, where a code went."""

    challenge_id: int
    uid: str
    sent_to: str
    method: str
    at: datetime


async def ask(db: Reads, ticket_id: int, customer_id: int, digest: bytes, by: int, at: datetime, until: datetime) -> int:
    """A link to a customer of the ticket; those before it are over."""
    await db.execute(DROP_LINKS, ticket_id, at)
    id_: int = await db.fetchval(ASK, ticket_id, customer_id, digest, by, at, until)
    return id_


async def link(db: Reads, digest: bytes) -> Link | None:
    """The link of that secret."""
    return await one(db, Link, REQUEST, digest)


async def spend(db: Reads, link_id: int, at: datetime, own: bytes) -> bool:
    """Whether the link may be begun with now. own: digest of the secret that the browser holds already."""
    return await db.fetchval(SPEND, link_id, at, own) is not None


async def began(db: Reads, link_id: int, digest: bytes) -> bool:
    """Whether a proof of that secret came by the link."""
    return bool(await db.fetchval(BEGAN, link_id, digest))


async def add(
    db: Reads, *, core_id: str, digest: bytes, request_id: int | None, customer_id: int | None, ticket_id: int | None, uid: str | None,
    session: bytes | None, contact: bytes | None, method: str, channel: str, sent_to: str, at: datetime, expires_at: datetime,
    options: dict[str, Any] | None = None, nonce: str = "", asked_by: int | None = None,
    claimed_id: int | None = None, typed: str = "",
) -> int:  # fmt: skip
    """A proof was begun. typed: a contact in plain, to find whose count it raises; it is not kept."""
    id_: int = await db.fetchval(
        ADD, core_id, digest, request_id, customer_id, ticket_id, uid, session, contact, method, channel, sent_to, options, nonce,
        asked_by, at, expires_at, claimed_id, typed)
    return id_


async def of_secret(db: Reads, digest: bytes) -> Challenge | None:
    """What the browser of that secret began."""
    return await one(db, Challenge, OF_SECRET, digest)


async def settle(db: Reads, challenge_id: int, outcome: str, at: datetime) -> bool:
    """How it ended; False when it had ended already."""
    return await db.fetchval(SETTLE, challenge_id, outcome, at) is not None


async def replace_pairs(db: Reads, ticket_id: int, at: datetime) -> None:
    """Pairs of codes of the ticket before this one are over."""
    await db.execute(REPLACE_PAIRS, ticket_id, at)


async def pair(db: Reads, challenge_id: int, ticket_id: int) -> Challenge | None:
    """A pair of codes of that ticket, locked."""
    return await one(db, Challenge, PAIR, challenge_id, ticket_id)


async def live_pair(db: Reads, ticket_id: int, now: datetime) -> Challenge | None:
    """The pair that stands on a ticket."""
    return await one(db, Challenge, LIVE_PAIR, ticket_id, now)


async def my_pair(db: Reads, customer_id: int, now: datetime) -> MyPair | None:
    """The pair that stands for a customer, on whatever ticket."""
    return await one(db, MyPair, MY_PAIR, customer_id, now)


async def deny(db: Reads, customer_id: int, challenge_id: int, at: datetime) -> tuple[int, int] | None:
    """Ends a pair of the customer's: ticket and who asked."""
    row = await db.fetchrow(DENY, customer_id, challenge_id, at)
    return (row["ticket_id"], row["asked_by"]) if row else None


async def live_link(db: Reads, ticket_id: int, now: datetime) -> Sent | None:
    """The link that stands on a ticket."""
    return await one(db, Sent, LIVE_LINK, ticket_id, now)


async def typed_wrong(db: Reads, challenge_id: int) -> int:
    """How often a pair was typed wrongly."""
    times: int = await db.fetchval(TYPED_WRONG, challenge_id)
    return times


async def customer_of(db: Reads, uid: str) -> int | None:
    """Our customer of an account, None where they never came."""
    id_: int | None = await db.fetchval(CUSTOMER_OF, uid)
    return id_


async def proof_of(db: Reads, digest: bytes, now: datetime) -> Given | None:
    """What the browser of that secret proved, while it stands."""
    return await one(db, Given, PROOF_OF, digest, now)


async def proven_by(db: Reads, digest: bytes, now: datetime) -> Held | None:
    """The contact that the browser of that secret proved, while it stands. What was proven otherwise is for other pages."""
    return await one(db, Held, PROVEN_BY, digest, now)


async def bring(db: Reads, challenge_id: int, customer_id: int, ticket_id: int) -> datetime | None:
    """The proof counts on that ticket from now on: until when; None when it counts elsewhere or stands no more."""
    until: datetime | None = await db.fetchval(BRING, challenge_id, customer_id, ticket_id)
    return until

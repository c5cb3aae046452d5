"""Statements on answers given, and on what is locked because too many were wrong."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

from .model import COUNTED, Failed

TURN = "select pg_advisory_xact_lock(hashtextextended($1, 81))"
# Answers of somebody logged out who typed a contact lock that contact and not the account: otherwise anybody could lock out anybody
# by knowing their address. An answer that is under way counts as wrong, so that a hundred at once are not a hundred tries, and so does
# one whose asker hung up before the exchange had judged it; all tries on one pair of codes are one, for a digit misheard on the phone
# is no attack.
STATE = """
with l as (select max(until) filter (where until > $3) as until, max(at) as at from identity_lock
  where case when $2::bytea is null then uid = $1 else contact = $2 end)
select l.until as locked_until, (select count(distinct case when c.method = 'two_way_code' then -c.id else a.id end)
  from identity_attempt a join identity_challenge c on c.id = a.challenge_id
  where case when $2::bytea is null then a.uid = $1 and a.contact is null else a.contact = $2 end
    and a.at > greatest($4::timestamptz, coalesce(l.at, $4::timestamptz))
    and a.outcome in ('wrong', 'open'))::int as wrong
from l"""
BEGIN = """
insert into identity_attempt (challenge_id, ticket_id, uid, contact, channel, at) values ($1, $2, $3, $4, $5, $6) returning id"""
END = "update identity_attempt set outcome = $2 where id = $1"
LOCK = "insert into identity_lock (uid, contact, at, until) values ($1, $2, $3, $4)"
FAILED = """
select count(distinct case when c.method = 'two_way_code' then -c.id else a.id end)::int as times,
  count(distinct a.channel)::int as channels, count(distinct a.ticket_id)::int as tickets,
  (select max(until) from identity_lock k where k.uid = $1 and k.until > $2) as locked_until
from identity_attempt a join identity_challenge c on c.id = a.challenge_id
where a.uid = $1 and a.outcome = 'wrong' and a.at > $3"""


class State(msgspec.Struct, frozen=True):
    """locked_until: None when it is not locked. wrong: that count towards the next lock."""

    locked_until: datetime | None
    wrong: int


async def turn(db: Reads, key: str) -> None:
    """Waits until no other transaction counts for this account or contact."""
    await db.execute(TURN, key)


async def state(db: Reads, uid: str | None, contact: bytes | None, now: datetime) -> State:
    """How many were wrong, and until when it is locked."""
    found = await one(db, State, STATE, uid, contact, now, now - COUNTED)
    assert found
    return found


async def begin(
    db: Reads, *, challenge_id: int, ticket_id: int | None, uid: str | None, contact: bytes | None, channel: str, at: datetime,
) -> int:
    """An answer is on its way."""
    id_: int = await db.fetchval(BEGIN, challenge_id, ticket_id, uid, contact, channel, at)
    return id_


async def end(db: Reads, attempt_id: int, outcome: str) -> None:
    """What it was worth: proven, wrong, or none when nobody judged it."""
    await db.execute(END, attempt_id, outcome)


async def lock(db: Reads, uid: str | None, contact: bytes | None, at: datetime, until: datetime) -> None:
    """Nothing can be proven for it until then."""
    await db.execute(LOCK, uid, contact, at, until)


async def failed(db: Reads, uid: str, now: datetime) -> Failed:
    """What staff see of an account's failed proofs, on whatever tickets and channels."""
    found = await one(db, Failed, FAILED, uid, now, now - COUNTED)
    assert found
    return found

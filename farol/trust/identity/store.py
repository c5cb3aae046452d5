"""Statements on what stands, and on whose ticket it is."""

from datetime import datetime

from farol.kit.db import Reads, one

from .model import Level, Party, Standing

PARTY = """
select t.id as ticket_id, t.number, t.customer_id, c.uid, t.channel, t.language
from ticket t join customer c on c.id = t.customer_id where t.id = $1"""
OWN = """
select t.id as ticket_id, t.number, t.customer_id, c.uid, t.channel, t.language
from ticket t join customer c on c.id = t.customer_id where t.number = $1 and t.customer_id = $2"""
BY_NUMBER = """
select t.id as ticket_id, t.number, t.customer_id, c.uid, t.channel, t.language
from ticket t join customer c on c.id = t.customer_id where t.number = $1"""
# A sign-out ends every proof but that of two people at once; the reaction that writes it down comes a moment later.
# Somebody acts for themselves without a ticket by what they proved in a session of their own.
PROVEN = """
select p.level, p.method, p.at, p.until, p.uid, p.id as proof_id from identity_proof p
where p.customer_id = $1 and p.revoked_at is null and p.until > $3
  and (p.ticket_id = $2 or ($2::bigint is null and p.session is not null))
  and (p.level = 4 or not exists (select from customer_session s where s.customer_id = p.customer_id and s.ended_at > p.at))
order by p.level desc, p.until desc limit 1"""
# The last words of the customer say who writes: a session they came from must still live. Without a ticket any live one counts.
SESSION = """
select s.created_at as at, s.expires_at as until, c.uid from customer_session s join customer c on c.id = s.customer_id
left join lateral (select m.channel, m.at from message m where m.ticket_id = $2 and m.author_kind = 'customer' and not m.internal
  order by m.seq desc limit 1) said on true
where s.customer_id = $1 and s.proof = 'exchange' and s.ended_at is null and s.expires_at > $3 and c.uid is not null
  and ($2::bigint is null or (said.channel = any($4::text[]) and s.created_at <= said.at))
order by s.expires_at desc limit 1"""
ADD_PROOF = """
insert into identity_proof (uid, customer_id, ticket_id, level, method, channel, at, until, session, challenge_id, review_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"""
REVOKE = """
update identity_proof set revoked_at = $3, revoked_why = $4, revoked_by = $5
where revoked_at is null and until > $3 and level <= $6 and ($1::text is null or uid = $1) and ($2::bigint is null or customer_id = $2)
  and ($1::text is not null or $2::bigint is not null)
returning ticket_id, customer_id"""
REVOKE_TICKET = """
update identity_proof set revoked_at = $2, revoked_why = $3, revoked_by = $4
where ticket_id = $1 and revoked_at is null and until > $2 returning id"""
SECURITY = """
select s.id from staff s where s.disabled_at is null and s.role = case
  when exists (select from staff x where x.role = 'security' and x.disabled_at is null) then 'security' else 'duty' end"""
TOGETHER = """
select exists (select from team_member a join team_member b on b.team_id = a.team_id where a.staff_id = $1 and b.staff_id = $2)"""
PLACE = "select ip from staff_session where digest = $1"
FROM_EXCHANGE = """
select c.uid from customer_session s join customer c on c.id = s.customer_id
where s.digest = $1 and s.proof = 'exchange' and s.ended_at is null"""


async def party(db: Reads, ticket_id: int) -> Party | None:
    """Whose ticket it is."""
    return await one(db, Party, PARTY, ticket_id)


async def own(db: Reads, number: str, customer_id: int) -> Party | None:
    """The customer's own ticket of that number."""
    return await one(db, Party, OWN, number, customer_id)


async def by_number(db: Reads, number: str) -> Party | None:
    """The ticket of that number, whoever asks; what comes of it is told to nobody but its own customer."""
    return await one(db, Party, BY_NUMBER, number)

async def proven(db: Reads, customer_id: int, ticket_id: int | None, now: datetime) -> Standing | None:
    """The highest proof that stands."""
    row = await db.fetchrow(PROVEN, customer_id, ticket_id, now)
    return Standing(Level(row["level"]), row["method"], row["at"], row["until"], row["uid"], row["proof_id"]) if row else None


async def session(db: Reads, customer_id: int, ticket_id: int | None, now: datetime, channels: tuple[str, ...]) -> Standing | None:
    """The live session behind the customer, or behind their last words in the ticket."""
    row = await db.fetchrow(SESSION, customer_id, ticket_id, now, list(channels))
    return Standing(Level.SIGNED_IN, "session", row["at"], row["until"], row["uid"]) if row else None


async def add_proof(
    db: Reads, *, uid: str, customer_id: int | None, ticket_id: int | None, level: Level, method: str, channel: str, at: datetime,
    until: datetime, session: bytes | None, challenge_id: int | None = None, review_id: int | None = None,
) -> int:  # fmt: skip
    """A level stands. The tables refuse one that follows from no answered challenge and no decision of two."""
    id_: int = await db.fetchval(
        ADD_PROOF, uid, customer_id, ticket_id, int(level), method, channel, at, until, session, challenge_id, review_id)
    return id_


async def revoke(
    db: Reads, *, uid: str | None, customer_id: int | None, at: datetime, why: str, by: str, upto: Level,
) -> set[tuple[int | None, int | None]]:
    """Ends what stands for the account or the customer, up to that level: tickets and customers it concerned."""
    rows = await db.fetch(REVOKE, uid, customer_id, at, why, by, int(upto))
    return {(row["ticket_id"], row["customer_id"]) for row in rows}


async def revoke_ticket(db: Reads, ticket_id: int, at: datetime, why: str, by: str) -> bool:
    """Ends what stands on a ticket; whether anything did."""
    return bool(await db.fetch(REVOKE_TICKET, ticket_id, at, why, by))


async def security(db: Reads) -> list[int]:
    """Security staff; the duty managers where there are none."""
    return [row["id"] for row in await db.fetch(SECURITY)]


async def together(db: Reads, one_id: int, other_id: int) -> bool:
    """Whether two members of staff are of one team."""
    return bool(await db.fetchval(TOGETHER, one_id, other_id))


async def place(db: Reads, session: bytes) -> str:
    """The network address a staff session was begun from; empty when unknown."""
    return await db.fetchval(PLACE, session) or ""


async def signed_in_uid(db: Reads, session: bytes) -> str | None:
    """The account behind a live session that the exchange vouched for; None for a visitor's."""
    uid: str | None = await db.fetchval(FROM_EXCHANGE, session)
    return uid



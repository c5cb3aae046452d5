"""Statements on customers and their sessions."""

from datetime import datetime

from farol.kit.db import Reads, one

from .model import Customer, Identity

KNOWN = """
insert into customer (uid, name, email, phone, language, time_zone, tier, entity, seen_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, now())
on conflict (uid) do update set name = $2, email = $3, phone = $4, language = $5, time_zone = $6, tier = $7, entity = $8, seen_at = now()
returning id"""
VISITOR = "insert into customer (name, email, language, seen_at) values ($1, $2, $3, now()) returning id"
CUSTOMER = "select id, uid, name, email, phone, language, time_zone, tier, created_at from customer where id = $1"
SPEND_IDENTITY = "insert into used_identity (jti, expires_at) values ($1, $2) on conflict do nothing returning true"
PRUNE_IDENTITIES = "delete from used_identity where expires_at < now() - interval '1 hour'"
ADD_SESSION = """
insert into customer_session (digest, customer_id, proof, origin, expires_at) values ($1, $2, $3, $4, $5)"""
SESSION = """
select c.id, c.name, c.language from customer_session s join customer c on c.id = s.customer_id
where s.digest = $1 and s.ended_at is null and s.expires_at > now()"""
END_SESSION = "update customer_session set ended_at = now() where digest = $1 and ended_at is null returning customer_id"
END_OTHERS = "update customer_session set ended_at = now() where customer_id = $1 and digest <> $2 and ended_at is null and expires_at > now()"
ALIVE = """
select digest from customer_session where digest = any($1::bytea[]) and ended_at is null and expires_at > now()"""

ENDED_LATELY = "select digest from customer_session where ended_at > now() - interval '10 seconds'"


async def upsert_known(db: Reads, who: Identity) -> int:
    """The customer of a signed identity, created or brought up to date."""
    id_: int = await db.fetchval(KNOWN, who.sub, who.name, who.email, who.phone, who.lang, who.tz, who.tier, who.entity)
    return id_


async def add_visitor(db: Reads, name: str, email: str, language: str) -> int:
    """A person known only by what they say."""
    id_: int = await db.fetchval(VISITOR, name, email, language)
    return id_


async def customer(db: Reads, id_: int) -> Customer | None:
    """One customer."""
    return await one(db, Customer, CUSTOMER, id_)


async def spend_identity(db: Reads, jti: str, expires_at: datetime) -> bool:
    """Whether the token was not used before; from now on it was."""
    return bool(await db.fetchval(SPEND_IDENTITY, jti, expires_at))


async def prune_identities(db: Reads) -> None:
    """Forgets tokens that have expired by themselves."""
    await db.execute(PRUNE_IDENTITIES)


async def add_session(db: Reads, digest: bytes, customer_id: int, proof: str, origin: str, until: datetime) -> None:
    """Begins a session; only the digest of its token is stored."""
    await db.execute(ADD_SESSION, digest, customer_id, proof, origin, until)


async def session(db: Reads, digest: bytes) -> tuple[int, str, str] | None:
    """Customer id, name and language behind a live session."""
    row = await db.fetchrow(SESSION, digest)
    return (row["id"], row["name"], row["language"]) if row else None


async def end_session(db: Reads, digest: bytes) -> int | None:
    """Ends it; returns whose it was, or None when there was none."""
    id_: int | None = await db.fetchval(END_SESSION, digest)
    return id_


async def end_others(db: Reads, customer_id: int, but: bytes) -> bool:
    """Ends all of a customer's sessions but that one; whether there were any."""
    return not (await db.execute(END_OTHERS, customer_id, but)).endswith(" 0")


async def alive(db: Reads, digests: list[bytes]) -> set[bytes]:
    """Which of these sessions still stand."""
    return {row["digest"] for row in await db.fetch(ALIVE, digests)}


async def ended_lately(db: Reads) -> list[bytes]:
    """Sessions ended in the last ten seconds."""
    return [row["digest"] for row in await db.fetch(ENDED_LATELY)]

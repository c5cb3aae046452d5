"""Statements on staff and their sessions."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one
from farol.kit.permission import Can

from .model import Colleague, Staff, roles_with

TRIES = 10
TRIES_WITHIN_S = 15 * 60
IDLE_S = 8 * 3600
LIFE_S = 12 * 3600

ADD_STAFF = """
insert into staff (email, name, alias, role, language, password_hash) values ($1, $2, $3, $4, $5, $6)
on conflict (email) do nothing returning id"""
STAFF = "select id, email, name, alias, role, language from staff where id = $1 and disabled_at is null"
COLLEAGUES = "select id, name, role from staff where disabled_at is null order by name, id"
EVERYBODY = "select id, email, name, alias, role, language from staff where disabled_at is null order by id"
CREDENTIALS = "select id, password_hash, totp_secret from staff where email = $1 and disabled_at is null"
SET_PASSWORD = "update staff set password_hash = $2 where id = $1"
SET_TOTP = "update staff set totp_secret = $2, totp_step = 0 where id = $1"
SET_ROLE = "update staff set role = $2 where id = $1"
DISABLE = "update staff set disabled_at = now() where id = $1"
SPEND_STEP = "update staff set totp_step = $2 where id = $1 and totp_step < $2 returning true"

# The row's lock puts parallel tries in a line; each sees those before it. No row back: the try may not be made.
TRY = """
insert into sign_in_attempt as a (account, tries) values ($1, array[clock_timestamp()])
on conflict (account) do update set tries =
  array(select t from unnest(a.tries) t where t > clock_timestamp() - make_interval(secs => $2)) || clock_timestamp()
where (select count(*) from unnest(a.tries) t where t > clock_timestamp() - make_interval(secs => $2)) < $3
returning a.tries[cardinality(a.tries)] as at"""
WAIT = """
select extract(epoch from min(t) + make_interval(secs => $2) - clock_timestamp())::float
from sign_in_attempt a, unnest(a.tries) t where a.account = $1 and t > clock_timestamp() - make_interval(secs => $2)"""
GIVE_BACK = "update sign_in_attempt set tries = array_remove(tries, $2) where account = $1"
PRUNE_TRIES = """
delete from sign_in_attempt where not exists (
  select from unnest(tries) t where t > clock_timestamp() - make_interval(secs => $1))"""

ADD_SESSION = """
insert into staff_session (digest, staff_id, expires_at, ip, agent)
values ($1, $2, now() + make_interval(secs => $3), $4, $5)"""
SESSION = """
select s.id, s.email, s.name, s.alias, s.role, s.language, t.seen_at < now() - interval '1 minute' as stale
from staff_session t join staff s on s.id = t.staff_id
where t.digest = $1 and t.ended_at is null and t.expires_at > now()
  and t.seen_at > now() - make_interval(secs => $2) and s.disabled_at is null"""
TOUCH = "update staff_session set seen_at = now() where digest = $1 and ended_at is null"
SESSIONS = """
select encode(digest, 'hex') as id, created_at, seen_at, ip, agent from staff_session
where staff_id = $1 and ended_at is null and expires_at > now() and seen_at > now() - make_interval(secs => $2)
order by seen_at desc, digest"""
ALIVE = """
select t.digest from staff_session t join staff s on s.id = t.staff_id
where t.digest = any($1::bytea[]) and t.ended_at is null and t.expires_at > now()
  and t.seen_at > now() - make_interval(secs => $2) and s.disabled_at is null"""
END_ONE = """
update staff_session set ended_at = now()
where digest = $1 and ended_at is null and ($2::bigint is null or staff_id = $2) returning staff_id"""
END_OTHERS = """
update staff_session set ended_at = now() where staff_id = $1 and ended_at is null and digest <> $2 returning digest"""
PRUNE_SESSIONS = "delete from staff_session where expires_at < now() - interval '30 days'"


class Credentials(msgspec.Struct, frozen=True):
    """What a password sign-in is compared with. totp_secret is sealed."""

    id: int
    password_hash: str | None
    totp_secret: bytes | None


class Standing(msgspec.Struct, frozen=True):
    """The person behind a live session. stale: it was last noted as used over a minute ago."""

    id: int
    email: str
    name: str
    alias: str
    role: str
    language: str
    stale: bool


class SessionRow(msgspec.Struct, frozen=True):
    """A live session. id: its digest in hex, which opens nothing."""

    id: str
    created_at: datetime
    seen_at: datetime
    ip: str
    agent: str
HOLDERS = "select id from staff where role = any($1::text[]) and disabled_at is null order by id limit $2"


async def add_staff(db: Reads, email: str, name: str, alias: str, role: str, language: str, hash_: str | None) -> int | None:
    """The new account's id, or None when the address is taken."""
    id_: int | None = await db.fetchval(ADD_STAFF, email, name, alias, role, language, hash_)
    return id_


async def staff(db: Reads, id_: int) -> Staff | None:
    """One member of staff who is not disabled."""
    return await one(db, Staff, STAFF, id_)


async def colleagues(db: Reads) -> list[Colleague]:
    """Everybody a ticket can be given to."""
    return await every(db, Colleague, COLLEAGUES)


async def everybody(db: Reads) -> list[Staff]:
    """All members of staff who are not disabled."""
    return await every(db, Staff, EVERYBODY)


async def credentials(db: Reads, email: str) -> Credentials | None:
    """What the account of this address is proved with."""
    return await one(db, Credentials, CREDENTIALS, email)


async def spend_step(db: Reads, id_: int, step: int) -> bool:
    """Whether no code of this 30-second step or a later one was used before; from now on it was."""
    return bool(await db.fetchval(SPEND_STEP, id_, step))


async def try_(db: Reads, account: bytes) -> datetime | None:
    """Counts a try and returns its time, or None when there were too many."""
    at: datetime | None = await db.fetchval(TRY, account, float(TRIES_WITHIN_S), TRIES)
    return at


async def wait(db: Reads, account: bytes) -> float:
    """Seconds until the oldest counted try is forgotten."""
    return await db.fetchval(WAIT, account, float(TRIES_WITHIN_S)) or 1.0


async def give_back(db: Reads, account: bytes, at: datetime) -> None:
    """A try that was right does not count."""
    await db.execute(GIVE_BACK, account, at)


async def add_session(db: Reads, digest: bytes, staff_id: int, ip: str, agent: str) -> None:
    """Begins a session; only the digest of its token is stored."""
    await db.execute(ADD_SESSION, digest, staff_id, float(LIFE_S), ip, agent)


async def session(db: Reads, digest: bytes) -> Standing | None:
    """Who is behind a session that is neither ended, nor over, nor idle."""
    return await one(db, Standing, SESSION, digest, float(IDLE_S))


async def sessions(db: Reads, staff_id: int) -> list[SessionRow]:
    """Where somebody is signed in, last used first."""
    return await every(db, SessionRow, SESSIONS, staff_id, float(IDLE_S))


async def alive(db: Reads, digests: list[bytes]) -> set[bytes]:
    """Which of these sessions still stand."""
    return {row["digest"] for row in await db.fetch(ALIVE, digests, float(IDLE_S))}


async def end_one(db: Reads, digest: bytes, owner: int | None) -> int | None:
    """Ends a session, if it is the owner's when one is named; returns whose it was, or None."""
    id_: int | None = await db.fetchval(END_ONE, digest, owner)
    return id_


async def end_others(db: Reads, staff_id: int, keep: bytes) -> list[bytes]:
    """Ends all of a person's sessions but one (none to keep: ``b""``); returns what was ended."""
    return [row["digest"] for row in await db.fetch(END_OTHERS, staff_id, keep)]


async def prune(db: Reads) -> None:
    """Forgets tries that no longer count and sessions long over."""
    await db.execute(PRUNE_TRIES, float(TRIES_WITHIN_S))
    await db.execute(PRUNE_SESSIONS)


async def holders(db: Reads, *rights: Can, most: int = 200) -> list[int]:
    """Who of the staff holds one of these rights by their role: the first ``most`` of them, for telling them something."""
    return [row["id"] for row in await db.fetch(HOLDERS, roles_with(*rights), most)]

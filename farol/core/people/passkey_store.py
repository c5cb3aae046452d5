"""Statements on passkeys and their challenges."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

CHALLENGE_S = 5 * 60

ADD_CHALLENGE = """
insert into passkey_challenge (challenge, staff_id, expires_at) values ($1, $2, now() + make_interval(secs => $3))"""
TAKE_CHALLENGE = """
delete from passkey_challenge where challenge = $1 and staff_id is not distinct from $2 returning expires_at > now()"""
PRUNE_CHALLENGES = "delete from passkey_challenge where expires_at < now()"
ADD_PASSKEY = """
insert into passkey (credential_id, staff_id, public_key, sign_count, label) values ($1, $2, $3, $4, $5)
on conflict do nothing returning credential_id, label, created_at, used_at"""
PASSKEYS = "select credential_id, label, created_at, used_at from passkey where staff_id = $1 order by created_at, credential_id"
PASSKEY = """
select p.staff_id, p.public_key, p.sign_count from passkey p join staff s on s.id = p.staff_id
where p.credential_id = $1 and s.disabled_at is null"""
USE_PASSKEY = """
update passkey set sign_count = $3, used_at = now() where credential_id = $1 and sign_count = $2 returning true"""
DROP_PASSKEY = "delete from passkey where credential_id = $1 and staff_id = $2 returning label"


class PasskeyRow(msgspec.Struct, frozen=True):
    """A passkey as its owner sees it."""

    credential_id: bytes
    label: str
    created_at: datetime
    used_at: datetime | None


class PublicKey(msgspec.Struct, frozen=True):
    """What an assertion is checked with. sign_count: the highest the authenticator has shown."""

    staff_id: int
    public_key: bytes
    sign_count: int


async def add_challenge(db: Reads, challenge: bytes, staff_id: int | None) -> None:
    """staff_id: who registers; None for a sign-in, where nobody is known yet."""
    await db.execute(ADD_CHALLENGE, challenge, staff_id, float(CHALLENGE_S))


async def take_challenge(db: Reads, challenge: bytes, staff_id: int | None) -> bool:
    """Whether it was given out for this and is fresh; in any case it is spent."""
    return bool(await db.fetchval(TAKE_CHALLENGE, challenge, staff_id))


async def add_passkey(
    db: Reads, credential_id: bytes, staff_id: int, public_key: bytes, sign_count: int, label: str
) -> PasskeyRow | None:
    """The new key, or None when the credential is known already."""
    return await one(db, PasskeyRow, ADD_PASSKEY, credential_id, staff_id, public_key, sign_count, label)


async def passkeys(db: Reads, staff_id: int) -> list[PasskeyRow]:
    """Somebody's keys, oldest first."""
    return await every(db, PasskeyRow, PASSKEYS, staff_id)


async def passkey(db: Reads, credential_id: bytes) -> PublicKey | None:
    """The key of an enabled account."""
    return await one(db, PublicKey, PASSKEY, credential_id)


async def use_passkey(db: Reads, credential_id: bytes, before: int, now: int) -> bool:
    """Moves the count on, unless somebody else did meanwhile."""
    return bool(await db.fetchval(USE_PASSKEY, credential_id, before, now))


async def drop_passkey(db: Reads, credential_id: bytes, staff_id: int) -> str | None:
    """Removes a person's own key; its label, or None when it is not theirs."""
    label: str | None = await db.fetchval(DROP_PASSKEY, credential_id, staff_id)
    return label


async def prune(db: Reads) -> None:
    """Forgets challenges nobody answered."""
    await db.execute(PRUNE_CHALLENGES)

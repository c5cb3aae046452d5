"""Statements on the keys that sign mail."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

ADD = "insert into mail_key (domain, selector, sealed, record, made_by) values ($1, $2, $3, $4, $5) returning id"
KEY = "select id, domain, selector, state, record, at, signing_at, retired_at from mail_key where id = $1"
KEYS = "select id, domain, selector, state, record, at, signing_at, retired_at from mail_key order by domain, id desc limit 200"
# The two newest: while a new key takes over, mail carries both signatures.
SIGNING = """
select domain, selector, sealed from mail_key where state = 'signing' and ($1 = domain or right($1, length(domain) + 1) = '.' || domain)
order by length(domain) desc, id desc limit 2"""
SIGN = "update mail_key set state = 'signing', signing_at = now() where id = $1 and state = 'waiting' returning true"
RETIRE = "update mail_key set state = 'retired', retired_at = now(), sealed = '' where id = $1 and state <> 'retired' returning true"


class Key(msgspec.Struct, frozen=True):
    """A key without its secret. record: the TXT record to publish under ``selector._domainkey.domain``."""

    id: int
    domain: str
    selector: str
    state: str
    record: str
    at: datetime
    signing_at: datetime | None
    retired_at: datetime | None

    @property
    def name(self) -> str:
        """Where the record stands."""
        return f"{self.selector}._domainkey.{self.domain}"


class Sealed(msgspec.Struct, frozen=True):
    """A key that signs."""

    domain: str
    selector: str
    sealed: bytes


async def add(db: Reads, domain: str, selector: str, sealed: bytes, record: str, made_by: str) -> int:
    """Keeps a key; it signs nothing yet."""
    id_: int = await db.fetchval(ADD, domain, selector, sealed, record, made_by)
    return id_


async def key(db: Reads, id_: int) -> Key | None:
    """One of them."""
    return await one(db, Key, KEY, id_)


async def keys(db: Reads) -> list[Key]:
    """All of them, the newest of a domain first."""
    return await every(db, Key, KEYS)


async def signing(db: Reads, domain: str) -> list[Sealed]:
    """Those that sign mail from this domain: its own before those of a domain above it."""
    return await every(db, Sealed, SIGNING, domain)


async def sign(db: Reads, id_: int) -> bool:
    """It signs from now on; False when it did before, or never will again."""
    return bool(await db.fetchval(SIGN, id_))


async def retire(db: Reads, id_: int) -> bool:
    """It never signs again, and its secret is gone."""
    return bool(await db.fetchval(RETIRE, id_))

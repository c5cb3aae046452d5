"""Statements on connections."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

COLUMNS = """
select id, channel, name, token, state, why, account, settings, secrets, memory, regions, tiers, prices, currency, month_limit, begun,
  last_in_at, last_out_at, last_failure_at, last_failure, failures, version, at from connection """
BY_ID = COLUMNS + "where id = $1"
LOCKED = COLUMNS + "where id = $1 for no key update"
BY_TOKEN = COLUMNS + "where token = $1"
ALL = COLUMNS + "where state <> 'removed' order by channel, id limit 500"
OF_CHANNEL = COLUMNS + "where channel = $1 and state <> 'removed' order by state <> 'active', id limit 100"
ADD = """
insert into connection (channel, name, token, state, account, settings, regions, tiers, why)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id"""
LOCK_KIND = "select pg_advisory_xact_lock(hashtextextended('connection:' || $1, 0))"
CHANGE = """
update connection set name = $2, settings = $3, secrets = $4, regions = $5, tiers = $6, version = version + 1 where id = $1"""
SEAL = "update connection set secrets = $2 where id = $1"
STATE = """
update connection set state = $2, why = $3, version = version + 1,
  failures = case when $2 = 'active' then 0 else failures end where id = $1"""
ACCOUNT = "update connection set account = $2 where id = $1 and $2 <> ''"
BEGUN = "update connection set begun = $2 where id = $1"
REMOVE = """
update connection set state = 'removed', secrets = null, memory = '{}', settings = '{}', why = '', version = version + 1 where id = $1"""
REMEMBER = "update connection set memory = memory || $2 where id = $1 and state <> 'removed'"
PRICE = "update connection set prices = $2, currency = $3, month_limit = $4, version = version + 1 where id = $1"
STOPPED = """
select distinct on (e.stream) substr(e.stream, 12)::bigint as id, e.at, coalesce(s.name, '') as by from event e left join staff s on e.actor = 'staff:' || s.id
where e.stream = any($1::text[]) and e.kind in ('connection.paused', 'connection.broken') order by e.stream, e.seq desc"""


class Row(msgspec.Struct, frozen=True):
    """A connection as stored, its secrets sealed."""

    id: int
    channel: str
    name: str
    token: str
    state: str
    why: str
    account: str
    settings: dict[str, str]
    secrets: bytes | None
    memory: dict[str, Any]
    regions: list[str]
    tiers: list[str]
    prices: dict[str, int]
    currency: str
    month_limit: int | None
    begun: bool
    last_in_at: datetime | None
    last_out_at: datetime | None
    last_failure_at: datetime | None
    last_failure: str
    failures: int
    version: int
    at: datetime


class Stop(msgspec.Struct, frozen=True):
    """When a connection last stopped. by: the colleague's name, empty where it stopped by itself."""

    id: int
    at: datetime
    by: str


async def by_id(db: Reads, id_: int, *, lock: bool = False) -> Row | None:
    """One, whatever its state."""
    return await one(db, Row, LOCKED if lock else BY_ID, id_)


async def by_token(db: Reads, token: str) -> Row | None:
    """The one whose webhook's address this is."""
    return await one(db, Row, BY_TOKEN, token)


async def all_of_them(db: Reads) -> list[Row]:
    """All that are not removed."""
    return await every(db, Row, ALL)


async def of_channel(db: Reads, channel: str) -> list[Row]:
    """A channel's, those in use first."""
    return await every(db, Row, OF_CHANNEL, channel)


async def add(
    db: Reads, channel: str, name: str, token: str, state: str, account: str, settings: dict[str, str], regions: list[str], tiers: list[str], why: str,
) -> int:
    """A new one, without its secrets: they are sealed for its id."""
    id_: int = await db.fetchval(ADD, channel, name, token, state, account, settings, regions, tiers, why)
    return id_


async def lock_kind(db: Reads, channel: str) -> None:
    """One at a time connects a channel."""
    await db.execute(LOCK_KIND, channel)


async def change(db: Reads, id_: int, name: str, settings: dict[str, str], secrets: bytes | None, regions: list[str], tiers: list[str]) -> None:
    """Sets what an operator sets."""
    await db.execute(CHANGE, id_, name, settings, secrets, regions, tiers)


async def seal(db: Reads, id_: int, secrets: bytes) -> None:
    """Keeps the sealed secrets."""
    await db.execute(SEAL, id_, secrets)


async def set_state(db: Reads, id_: int, state: str, why: str) -> None:
    """Moves it on."""
    await db.execute(STATE, id_, state, why)


async def set_account(db: Reads, id_: int, account: str) -> None:
    """Who we are there, as the platform last said."""
    await db.execute(ACCOUNT, id_, account)


async def set_begun(db: Reads, id_: int, begun: bool) -> None:
    """Whether the platform knows that we listen."""
    await db.execute(BEGUN, id_, begun)


async def remove(db: Reads, id_: int) -> None:
    """Takes its secrets away; the row stays for what was said over it."""
    await db.execute(REMOVE, id_)


async def remember(db: Reads, id_: int, memory: dict[str, Any]) -> None:
    """Keys of the adapter's memory, the others stay."""
    await db.execute(REMEMBER, id_, memory)


async def price(db: Reads, id_: int, prices: dict[str, int], currency: str, month_limit: int | None) -> None:
    """What it costs, and may."""
    await db.execute(PRICE, id_, prices, currency, month_limit)


async def stops(db: Reads, ids: list[int]) -> list[Stop]:
    """The last stop of each that ever did."""
    return await every(db, Stop, STOPPED, [f"connection:{id_}" for id_ in ids])

"""Statements on feeds that are asked."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, Tx, every, one

COLUMNS = "select id, source, name, url, at, asked_at, failures, failure from opinion_watch "
ADD = "insert into opinion_watch (source, name, url, added_by) values ($1, $2, $3, $4) returning id"
ALL = COLUMNS + "where ended_at is null order by id limit 200"
ONE = COLUMNS + "where id = $1 and ended_at is null"
END = "update opinion_watch set ended_at = now() where id = $1 and ended_at is null returning id"
ASKED = "update opinion_watch set asked_at = now(), failures = 0, failure = '' where id = $1"
FAILED = "update opinion_watch set asked_at = now(), failures = failures + 1, failure = $2 where id = $1"
DUE = """
select id from opinion_watch where ended_at is null
  and (asked_at is null or asked_at < now() - interval '10 minutes' * power(2, least(failures, 6))) order by id limit 100"""


class Watch(msgspec.Struct, frozen=True):
    """A feed. failures: in a row; failure: why it last did not answer."""

    id: int
    source: str
    name: str
    url: str
    at: datetime
    asked_at: datetime | None
    failures: int
    failure: str


async def add(tx: Tx, source: str, name: str, url: str, staff_id: int) -> int:
    """A new one."""
    id_: int = await tx.fetchval(ADD, source, name, url, staff_id)
    return id_


async def watches(db: Reads) -> list[Watch]:
    """All that are asked."""
    return await every(db, Watch, ALL)


async def watch(db: Reads, id_: int) -> Watch | None:
    """One that is asked."""
    return await one(db, Watch, ONE, id_)


async def end(tx: Tx, id_: int) -> bool:
    """It is asked no more."""
    return await tx.fetchval(END, id_) is not None


async def asked(db: Reads, id_: int, failure: str = "") -> None:
    """It was asked just now, and did not answer when there is a failure."""
    await (db.execute(FAILED, id_, failure) if failure else db.execute(ASKED, id_))


async def due(db: Reads) -> list[int]:
    """Those to ask now; one that fails is asked ever more seldom, twice a day in the end."""
    return [row["id"] for row in await db.fetch(DUE)]

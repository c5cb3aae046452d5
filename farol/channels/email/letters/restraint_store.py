"""Statements on how much goes out by itself."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, one

# Automatic mails are counted one after the other, so that a flood in many processes at once finds the same ceiling.
ALONE = "select pg_advisory_xact_lock(7262, 1)"
COUNT = """
select (select count(*) from mail_out where automatic and mailbox = $1 and at > now() - interval '24 hours') as to_this,
  (select count(*) from mail_out where automatic and at > greatest(now() - interval '1 hour',
    (select max(ended_at) from mail_halt))) as in_hour,
  exists (select from mail_halt where ended_at is null) as halted"""
ROUNDS = """
select count(*) from mail_out where ticket_id = $1 and mailbox = $2 and by_machine and at > now() - interval '24 hours'
and id > coalesce((select max(id) from mail_out where ticket_id = $1 and mailbox = $2 and not by_machine), 0)"""
HALT = """
insert into mail_halt (in_hour, ceiling) values ($1, $2) on conflict ((true)) where ended_at is null do nothing returning id"""
NOW = "select id, in_hour, ceiling, at from mail_halt where ended_at is null"
END = "update mail_halt set ended_at = now(), ended_by = $1 where ended_at is null returning id"
WATCHING = "select id from staff where role in ('admin', 'duty') and disabled_at is null order by id limit 200"
HOUR = "select count(*) from mail_out where automatic and at > now() - interval '1 hour'"


class Count(msgspec.Struct, frozen=True):
    """to_this: automatic mails to a mailbox in 24 h; in_hour: to everybody in the last hour, since they were let run again."""

    to_this: int
    in_hour: int
    halted: bool


class Halt(msgspec.Struct, frozen=True):
    """Automatic mail stands still."""

    id: int
    in_hour: int
    ceiling: int
    at: datetime


async def count(db: Reads, mailbox: str) -> Count:
    """How much went by itself; whoever asks is alone until their transaction ends."""
    await db.execute(ALONE)
    found = await one(db, Count, COUNT, mailbox)
    assert found
    return found


async def rounds(db: Reads, ticket_id: int, mailbox: str) -> int:
    """Mails of machines to this mailbox in this ticket in 24 h, since a person of ours wrote."""
    number: int = await db.fetchval(ROUNDS, ticket_id, mailbox)
    return number


async def halt(db: Reads, in_hour: int, ceiling: int) -> int | None:
    """Automatic mail stands still from now on; None when it did before."""
    return await db.fetchval(HALT, in_hour, ceiling)  # type: ignore[no-any-return]


async def halted(db: Reads) -> Halt | None:
    """Whether it stands still."""
    return await one(db, Halt, NOW)


async def end(db: Reads, staff_id: int) -> int | None:
    """It runs again; None when it did before."""
    return await db.fetchval(END, staff_id)  # type: ignore[no-any-return]


async def hour(db: Reads) -> int:
    """Automatic mails in the last hour."""
    number: int = await db.fetchval(HOUR)
    return number


async def watching(db: Reads) -> list[int]:
    """Who is told that it stands still."""
    return [row["id"] for row in await db.fetch(WATCHING)]

"""Statements on what people chose, and on notices that still have to leave the house."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from farol.core.preferences.model import Preferences
from farol.kit.db import Reads

from .model import Choice, Person

CHOICE = "select choice from notice_choice where staff_id = $1"
SAVE_CHOICE = """
insert into notice_choice (staff_id, choice) values ($1, $2)
on conflict (staff_id) do update set choice = excluded.choice, at = now()"""
PEOPLE = """
select s.id, s.email, s.role, s.language, c.choice, p.preferences from staff s left join notice_choice c on c.staff_id = s.id
left join staff_preference p on p.staff_id = s.id where s.id = any($1::bigint[]) and s.disabled_at is null"""
HOLD = """
insert into notice_due (notice_id, way, staff_id, due_at)
select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::timestamptz[]) on conflict do nothing"""
DUE = "select distinct staff_id, way from notice_due where due_at <= $1 limit 200"
# A second process that waited for the row finds it due later and passes it by.
CLAIM = """
update notice_due set due_at = $4, tries = tries + 1 where staff_id = $1 and way = $2 and due_at <= $3
returning notice_id, tries"""
DONE = "delete from notice_due where way = $1 and notice_id = any($2::bigint[])"
AGAIN = "update notice_due set due_at = $3 where way = $1 and notice_id = any($2::bigint[])"


async def choice(db: Reads, staff_id: int) -> Choice:
    """What somebody chose; the defaults where they did not."""
    found = await db.fetchval(CHOICE, staff_id)
    return msgspec.convert(found, Choice) if found else Choice()


async def save_choice(db: Reads, staff_id: int, chosen: Choice) -> None:
    """Keeps it."""
    await db.execute(SAVE_CHOICE, staff_id, msgspec.to_builtins(chosen))


async def people(db: Reads, ids: Sequence[int]) -> dict[int, Person]:
    """Those of them who still work here."""
    return {
        row["id"]: Person(
            row["id"], row["email"], row["role"], row["language"],
            msgspec.convert(row["choice"], Choice) if row["choice"] else Choice(),
            msgspec.convert(row["preferences"], Preferences) if row["preferences"] else Preferences())
        for row in await db.fetch(PEOPLE, ids)
    }


async def hold(db: Reads, rows: Sequence[tuple[int, str, int, datetime]]) -> None:
    """Notice, way, person, and when it may go at the earliest."""
    ids, ways, staff, times = ([row[n] for row in rows] for n in range(4))
    await db.execute(HOLD, ids, ways, staff, times)


async def due(db: Reads, now: datetime) -> list[tuple[int, str]]:
    """Who has something to get, and by which way."""
    return [(row["staff_id"], row["way"]) for row in await db.fetch(DUE, now)]


async def claim(db: Reads, staff_id: int, way: str, upto: datetime, until: datetime) -> dict[int, int]:
    """What may go up to a time, for this process alone until another: tries so far by notice."""
    return {row["notice_id"]: row["tries"] for row in await db.fetch(CLAIM, staff_id, way, upto, until)}


async def done(db: Reads, way: str, ids: Sequence[int]) -> None:
    """They went, or never will."""
    await db.execute(DONE, way, ids)


async def again(db: Reads, way: str, ids: Sequence[int], at: datetime) -> None:
    """They are tried again then."""
    await db.execute(AGAIN, way, ids, at)

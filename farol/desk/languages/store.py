"""Statements on the desk's languages."""

from datetime import datetime
from typing import Any

import msgspec

from farol.desk.sla import hours
from farol.desk.sla.hours import Calendar
from farol.kit.db import Reads, Tx, every

from .model import DeskLanguage, Route

COLUMNS = "select language, calendar_id, fallback, wait_s, translated, version from desk_language "
ALL = COLUMNS + "order by language"
EVERY = """
select to_jsonb(d) - 'set_by' - 'at' || jsonb_build_object('calendar', to_jsonb(c)) as said from desk_language d
left join sla_calendar c on c.id = d.calendar_id order by d.language"""
LOCK = "select pg_advisory_xact_lock(hashtext('desk_language'))"
SET = """
insert into desk_language as d (language, calendar_id, fallback, wait_s, translated, set_by) values ($1, $2, $3, $4, $5, $6)
on conflict (language) do update set calendar_id = excluded.calendar_id, fallback = excluded.fallback, wait_s = excluded.wait_s,
  translated = excluded.translated, set_by = excluded.set_by, version = d.version + 1, at = now()
where d.version = $7 returning version"""
REMOVE = "delete from desk_language where language = $1 returning true"


async def all_(db: Reads) -> list[DeskLanguage]:
    """Every language that something is said of."""
    return await every(db, DeskLanguage, ALL)


async def hold(tx: Tx) -> None:
    """Nobody else changes languages until the transaction ends."""
    await tx.execute(LOCK)


async def save(tx: Tx, one: DeskLanguage, by: str) -> int | None:
    """Sets a language that is new, or still at its version: the next version, None when it is not."""
    made: int | None = await tx.fetchval(SET, one.language, one.calendar_id, one.fallback, one.wait_s, one.translated, by, one.version)
    return made


async def remove(tx: Tx, language: str) -> bool:
    """Forgets a language; False when nothing was said of it."""
    return bool(await tx.fetchval(REMOVE, language))


def beside(column: str) -> str:
    """A piece of another feature's statement: the language that a column names, with its hours, as one value for ``spoken``."""
    return (
        "(select to_jsonb(d) - 'set_by' - 'at' || jsonb_build_object('calendar', to_jsonb(c)) from desk_language d"
        f" left join sla_calendar c on c.id = d.calendar_id where d.language = {column})")


class Spoken(msgspec.Struct, frozen=True):
    """A language and its hours; no calendar is day and night."""

    one: DeskLanguage
    calendar: Calendar | None


def spoken(said: Any) -> Spoken | None:
    """A value of ``beside``; None where nothing is said of the language."""
    if said is None:
        return None
    return Spoken(msgspec.convert(said, DeskLanguage), msgspec.convert(said["calendar"], Calendar) if said["calendar"] else None)


async def all_spoken(db: Reads) -> list[Spoken]:
    """Every language with its hours. One statement."""
    return [found for row in await db.fetch(EVERY) if (found := spoken(row["said"]))]


async def routes(db: Reads, now: datetime) -> dict[str, Route]:
    """What is done for each language at this moment. One statement."""
    return {each.one.language: route_of(each, now) for each in await all_spoken(db)}


def route_of(each: Spoken, now: datetime) -> Route:
    """What is done for a language at this moment."""
    there = each.calendar is None or next(hours.pieces(each.calendar, now)).kind == "open"
    return Route(each.one.fallback, each.one.wait_s if there else 0, each.one.translated)

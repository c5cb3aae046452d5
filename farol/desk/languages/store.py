"""Statements on the desk's languages."""

from datetime import datetime

from farol.desk.sla import hours, rule_store
from farol.kit.db import Reads, Tx, every

from .model import DeskLanguage, Route

COLUMNS = "select language, calendar_id, fallback, wait_s, translated, version from desk_language "
ALL = COLUMNS + "order by language"
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


async def routes(db: Reads, now: datetime) -> dict[str, Route]:
    """What is done for each language at this moment. One statement where no language is set, else two."""
    said = await all_(db)
    calendars = {one.id: one for one in await rule_store.calendars(db, removed=True)} if said else {}
    return {one.language: _route(one, calendars.get(one.calendar_id or 0), now) for one in said}


def _route(one: DeskLanguage, calendar: hours.Calendar | None, now: datetime) -> Route:
    there = calendar is None or next(hours.pieces(calendar, now)).kind == "open"
    return Route(one.fallback, one.wait_s if there else 0, one.translated)

"""Statements on rules: as they stand, as they were, their order."""

from typing import Any

import msgspec

from farol.desk.effects.model import Effect
from farol.kit.db import Reads

from .model import Draft, Rule, Version

COLUMNS = """
select r.id, r.place, r.active, r.version, r.zh, r.en, r.triggers, r.conditions, r.effects, r.at, r.set_by, coalesce(s.name, '') as name
from desk_rule r left join staff s on r.set_by = 'staff:' || s.id where r.removed_at is null """
ALL = COLUMNS + "order by r.place, r.id"
ACTIVE = COLUMNS + "and r.active and r.triggers && $1::text[] order by r.place, r.id"
ONE = COLUMNS + "and r.id = $1"
LOCK = "select pg_advisory_xact_lock(hashtext('farol.rules'))"
COUNT = "select count(*) from desk_rule where removed_at is null"
ANY = "select exists (select from desk_rule)"
ADD = """
insert into desk_rule (place, active, zh, en, triggers, conditions, effects, set_by)
select coalesce(max(place), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from desk_rule where removed_at is null returning id, version"""
SET = """
update desk_rule set active = $3, zh = $4, en = $5, triggers = $6, conditions = $7, effects = $8, set_by = $9, version = version + 1, at = now()
where id = $1 and version = $2 and removed_at is null returning id, version"""
REMOVE = "update desk_rule set removed_at = now(), active = false, set_by = $2 where id = $1 and removed_at is null returning zh, en"
KEEP = "insert into desk_rule_version (rule_id, version, content, set_by) values ($1, $2, $3, $4)"
VERSIONS = """
select v.version, v.content, v.at, v.set_by, coalesce(s.name, '') as name from desk_rule_version v
left join staff s on v.set_by = 'staff:' || s.id where v.rule_id = $1 order by v.version desc limit 100"""
ORDER = """
update desk_rule r set place = u.n from unnest($1::bigint[]) with ordinality u(id, n) where r.id = u.id and r.removed_at is null"""


def _rule(row: Any) -> Rule:
    return Rule(**{**row, "effects": msgspec.convert(row["effects"], list[Effect])})


async def rules(db: Reads) -> list[Rule]:
    """All of them in their order."""
    return [_rule(row) for row in await db.fetch(ALL)]


async def active(db: Reads, triggers: set[str]) -> list[Rule]:
    """Those that are on and look at one of these, in their order."""
    return [_rule(row) for row in await db.fetch(ACTIVE, sorted(triggers))]


async def one(db: Reads, id_: int) -> Rule | None:
    """One of them."""
    row = await db.fetchrow(ONE, id_)
    return _rule(row) if row else None


async def save(db: Reads, draft: Draft, set_by: str, id_: int | None, version: int) -> tuple[int, int] | None:
    """Adds a rule, or changes one that still has this version: id and version. Keeps what was written."""
    fields = [draft.active, draft.zh, draft.en, draft.triggers, draft.conditions, draft.effects, set_by]
    row = await (db.fetchrow(ADD, *fields) if id_ is None else db.fetchrow(SET, id_, version, *fields))
    if row is None:
        return None
    await db.execute(KEEP, row["id"], row["version"], draft, set_by)
    return row["id"], row["version"]


async def remove(db: Reads, id_: int, set_by: str) -> tuple[str, str] | None:
    """Takes it out of use: its names; None when there is none."""
    row = await db.fetchrow(REMOVE, id_, set_by)
    return (row["zh"], row["en"]) if row else None


async def versions(db: Reads, id_: int) -> list[Version]:
    """How it was, newest first."""
    return [Version(**row) for row in await db.fetch(VERSIONS, id_)]

"""Statements on ladders."""

from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import Ladder, Step

LADDERS = """
select id, name, reasons, severities, tiers, teams, on_breach, steps from ladder where removed_at is null order by lower(name)"""
ANY = "select exists (select from ladder)"
GUARD = "select pg_advisory_xact_lock(hashtext('ladders'))"
ADD = """
insert into ladder (name, reasons, severities, tiers, teams, on_breach, steps, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id"""
SET = """
update ladder set name = $2, reasons = $3, severities = $4, tiers = $5, teams = $6, on_breach = $7, steps = $8, set_by = $9, at = now()
where id = $1 and removed_at is null returning id"""
REMOVE = "update ladder set removed_at = now() where id = $1 and removed_at is null returning name"
TEAMS = "select key from team"
STAFF = "select id::text as id from staff where disabled_at is null"


async def ladders(db: Reads) -> list[Ladder]:
    """All in use, by name."""
    return [Ladder(**{**dict(r), "steps": msgspec.convert(r["steps"], list[Step])}) for r in await db.fetch(LADDERS)]


async def save(db: Reads, id_: int | None, ladder: Ladder, by: str) -> int | None:
    """Adds a ladder or changes the one with the id: its id, None when that is gone."""
    values = (ladder.name, ladder.reasons, ladder.severities, ladder.tiers, ladder.teams, ladder.on_breach, ladder.steps, by)
    found: int | None = await (db.fetchval(ADD, *values) if id_ is None else db.fetchval(SET, id_, *values))
    return found


async def known(db: Reads) -> dict[str, set[Any]]:
    """Keys of teams and ids of staff that a ladder may name."""
    return {"teams": {r["key"] for r in await db.fetch(TEAMS)}, "staff": {r["id"] for r in await db.fetch(STAFF)}}

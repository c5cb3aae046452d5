"""Statements on the definitions of fields and stages."""

from typing import Any

import msgspec

from farol.kit.db import Reads

from .model import Field
from .stages import StageLine

FIELDS = "select to_jsonb(f) - 'retired_at' as body from field f where retired_at is null order by position, key"
FIELD = "select kind, roles <> '{}' as apart from field where key = $1 for update"
SAVE_FIELD = """
insert into field (key, kind, zh, en, options, required, reasons, roles, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (key) do update set zh = excluded.zh, en = excluded.en, options = excluded.options, required = excluded.required,
  reasons = excluded.reasons, roles = excluded.roles, position = excluded.position, retired_at = null"""
RETIRE_FIELD = "update field set retired_at = now() where key = $1 and retired_at is null returning key"
STAGES = """
select key, category, zh, en, shown_zh, shown_en, position from stage where retired_at is null
order by array_position(array['open', 'pending', 'resolved'], category), position, key"""
STAGE = "select category from stage where key = $1 for update"
SAVE_STAGE = """
insert into stage (key, category, zh, en, shown_zh, shown_en, position) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (key) do update set zh = excluded.zh, en = excluded.en, shown_zh = excluded.shown_zh, shown_en = excluded.shown_en,
  position = excluded.position, retired_at = null"""
RETIRE_STAGE = "update stage set retired_at = now() where key = $1 and retired_at is null returning key"
EVER = "select exists (select from stage) or exists (select from field)"
LOCK = "select pg_advisory_xact_lock(hashtext('field_set'))"


async def lock(db: Reads) -> None:
    """One change of definitions at a time."""
    await db.execute(LOCK)


async def fields(db: Reads) -> list[Field]:
    """The desk's own fields, in their order."""
    return [msgspec.convert(row["body"], Field) for row in await db.fetch(FIELDS)]


async def field(db: Reads, key: str) -> Any:
    """Kind of a field there is or was, and whether its values are kept apart; None for a new key."""
    return await db.fetchrow(FIELD, key)


async def save_field(db: Reads, f: Field) -> None:
    """Makes a field or changes one."""
    await db.execute(SAVE_FIELD, f.key, f.kind, f.zh, f.en, [msgspec.structs.asdict(o) for o in f.options], f.required, f.reasons,
                     f.roles, f.position)


async def retire_field(db: Reads, key: str) -> bool:
    """Whether it was in use until now."""
    return await db.fetchval(RETIRE_FIELD, key) is not None


async def stages(db: Reads) -> list[StageLine]:
    """Every stage that can be chosen, by status and order."""
    return [StageLine(**dict(row)) for row in await db.fetch(STAGES)]


async def category(db: Reads, key: str) -> str | None:
    """The status of a stage there is or was."""
    found: str | None = await db.fetchval(STAGE, key)
    return found


async def save_stage(db: Reads, s: StageLine) -> None:
    """Makes a stage or changes one."""
    await db.execute(SAVE_STAGE, s.key, s.category, s.zh, s.en, s.shown_zh, s.shown_en, s.position)


async def retire_stage(db: Reads, key: str) -> bool:
    """Whether it could be chosen until now."""
    return await db.fetchval(RETIRE_STAGE, key) is not None


async def ever(db: Reads) -> bool:
    """Whether this desk has ever had a field or a stage of its own."""
    return bool(await db.fetchval(EVER))

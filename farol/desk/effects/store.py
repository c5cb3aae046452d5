"""What carrying out has to look up."""

from farol.kit.db import Reads

ACTIVE = "select id from staff where id = any($1::bigint[]) and disabled_at is null"
MEMBERS = """
select m.staff_id as id from team_member m join staff s on s.id = m.staff_id and s.disabled_at is null where m.team_id = $1 order by 1 limit 200"""
STAGES = "select key from stage where key = any($1::text[]) and retired_at is null"


async def active(db: Reads, ids: list[int]) -> set[int]:
    """Which of these are colleagues now."""
    return {row["id"] for row in await db.fetch(ACTIVE, ids)}


async def members(db: Reads, team_id: int | None) -> list[int]:
    """A team's people."""
    return [row["id"] for row in await db.fetch(MEMBERS, team_id)]


async def stages(db: Reads, keys: list[str]) -> set[str]:
    """Which of these are stages in use."""
    return {row["key"] for row in await db.fetch(STAGES, keys)}

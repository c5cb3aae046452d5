"""Statements on who is rung."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every

from .model import DEFAULT_GROUPS, Group

GROUPS = "select position, zh, en, owner_kind, owner_key, wait_s from emergency_ring_group order by position"
DROP_GROUPS = "delete from emergency_ring_group"
ADD_GROUP = "insert into emergency_ring_group (position, zh, en, owner_kind, owner_key, wait_s, set_by) values ($1, $2, $3, $4, $5, $6, $7)"
GUARD = "select pg_advisory_xact_lock(hashtext('emergency ring groups'))"
PEOPLE = """
select s.id from staff s where s.disabled_at is null and case $1
  when 'role' then s.role = $2 when 'person' then s.id::text = $2
  else exists (select from team_member m join team k on k.id = m.team_id where m.staff_id = s.id and k.key = $2) end
order by s.id limit 100"""
RING = """
insert into emergency_ring (emergency_id, round, position, staff_id, at) select $1, $2, $3, g.id, $5 from unnest($4::bigint[]) g(id)
on conflict do nothing"""
MOVE = "update emergency set position = $2, round = $3, ring_due = $4 where id = $1 and taken_by is null and ended_at is null returning id"
DUE = "select id from emergency where ring_due <= $1 order by ring_due limit 50"
RUNG = """
select r.round, r.position, r.at, s.id as staff_id, s.name from emergency_ring r join staff s on s.id = r.staff_id
where r.emergency_id = $1 order by r.id limit 500"""


class Rung(msgspec.Struct, frozen=True):
    """Somebody was rung."""

    round: int
    position: int
    at: datetime
    staff_id: int
    name: str


async def groups(db: Reads) -> list[Group]:
    """In their order; those an installation begins with until somebody sets others."""
    return await every(db, Group, GROUPS) or list(DEFAULT_GROUPS)


async def set_groups(db: Reads, groups: list[Group], by: str) -> None:
    """Takes the place of all before."""
    await db.execute(GUARD)
    await db.execute(DROP_GROUPS)
    for each in groups:
        await db.execute(ADD_GROUP, each.position, each.zh, each.en, each.owner_kind, each.owner_key, each.wait_s, by)


async def people(db: Reads, group: Group) -> list[int]:
    """Who is in a group now."""
    return [row["id"] for row in await db.fetch(PEOPLE, group.owner_kind, group.owner_key)]


async def rung(db: Reads, emergency_id: int) -> list[Rung]:
    """Who was rung when, in order."""
    return await every(db, Rung, RUNG, emergency_id)

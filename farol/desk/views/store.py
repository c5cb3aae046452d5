"""Statements on saved lists."""

from typing import Any

import msgspec

from farol.desk.inbox.model import Person
from farol.kit.db import Reads

from .model import View

COLUMNS = """
select v.id, v.zh, v.en, v.owner_id, s.name as owner_name, v.scope, v.team_id, v.conditions, v.sort, v.descending, v.columns, v.version, v.at,
  v.owner_id = $1 as mine
from saved_view v join staff s on s.id = v.owner_id
where v.removed_at is null """
# One's own, those for everybody, those of one's teams: nobody else's, whatever one may do otherwise.
FOR_ME = """and (v.owner_id = $1 or v.scope = 'all'
  or (v.scope = 'team' and exists (select from team_member m where m.team_id = v.team_id and m.staff_id = $1))) """
ALL = COLUMNS + FOR_ME + "order by v.scope, lower(v.en), v.id"
ONE = COLUMNS + FOR_ME + "and v.id = $2"
LOCK = "select id from saved_view where id = $1 for no key update"
MADE = "select count(*)::int from saved_view where owner_id = $1 and removed_at is null"
ADD = """
insert into saved_view (owner_id, zh, en, scope, team_id, conditions, sort, descending, columns)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id"""
CHANGE = """
update saved_view set zh = $3, en = $4, scope = $5, team_id = $6, conditions = $7, sort = $8, descending = $9, columns = $10,
  version = version + 1, at = now()
where id = $1 and version = $2 and removed_at is null returning version"""
REMOVE = "update saved_view set removed_at = now() where id = $1 and removed_at is null returning id"
WORKS_IN = "select exists (select from team_member where team_id = $1 and staff_id = $2)"


async def views(db: Reads, staff_id: int) -> list[View]:
    """The lists somebody has: their own and those shared with them."""
    return [_view(row) for row in await db.fetch(ALL, staff_id)]


async def view(db: Reads, staff_id: int, id_: int) -> View | None:
    """One of them."""
    row = await db.fetchrow(ONE, staff_id, id_)
    return _view(row) if row else None


def _view(row: Any) -> View:
    fields = {name: row[name] for name in View.__struct_fields__ if name != "owner"}
    return msgspec.convert({**fields, "owner": Person(row["owner_id"], row["owner_name"])}, View)

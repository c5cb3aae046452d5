"""Statements on macros and on what is planned with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from farol.desk.effects.model import Effect
from farol.kit.db import Reads

from .model import Draft, Macro, Planned, Version

COLUMNS = """
select m.id, m.scope, m.team_id, m.name_zh, m.name_en, m.shortcut, m.zh, m.en, m.effects, m.version, m.uses, m.used_at, m.at, m.set_by
from macro m """
# $2: who shares macros sees those of every team.
SEEN = """where m.removed_at is null and (m.scope = 'all' or m.owner_id = $1
  or m.scope = 'team' and ($2 or m.team_id in (select x.team_id from team_member x where x.staff_id = $1))) """
ALL = COLUMNS + SEEN + "order by m.uses desc, m.id limit 1000"
ONE = COLUMNS + SEEN + "and m.id = $3"
NAMED = COLUMNS + SEEN + "and m.shortcut = any($3::text[]) order by m.uses desc, m.id limit 100"
BY_ID = COLUMNS + "where m.id = $1 and m.removed_at is null"
ADD = """
insert into macro (scope, owner_id, team_id, name_zh, name_en, shortcut, zh, en, effects, set_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id, version"""
SET = """
update macro set scope = $3, owner_id = $4, team_id = $5, name_zh = $6, name_en = $7, shortcut = $8, zh = $9, en = $10, effects = $11,
  set_by = $12, version = version + 1, at = now()
where id = $1 and version = $2 and removed_at is null returning id, version"""
REMOVE = "update macro set removed_at = now(), set_by = $2 where id = $1 and removed_at is null returning name_zh, name_en"
KEEP = "insert into macro_version (macro_id, version, content, set_by) values ($1, $2, $3, $4)"
VERSIONS = """
select v.version, v.content, v.at, v.set_by, coalesce(s.name, '') as name from macro_version v
left join staff s on v.set_by = 'staff:' || s.id where v.macro_id = $1 order by v.version desc limit 100"""
ANY = "select exists (select from macro)"
# $1: each is a whole draft of scope ``all``. Told apart by their shortcuts.
SEED = """
with given as (select * from unnest($1::jsonb[]) with ordinality x(draft, place)),
made as (
  insert into macro (scope, name_zh, name_en, shortcut, zh, en, effects, set_by)
  select g.draft->>'scope', g.draft->>'name_zh', g.draft->>'name_en', g.draft->>'shortcut', g.draft->>'zh', g.draft->>'en',
    g.draft->'effects', $2 from given g order by g.place
  returning id, version, name_zh, name_en, shortcut),
kept as (
  insert into macro_version (macro_id, version, content, set_by)
  select m.id, m.version, g.draft, $2 from made m join given g on g.draft->>'shortcut' = m.shortcut),
streams as (insert into stream (name, seq) select 'macro:' || m.id, 1 from made m)
insert into event (stream, seq, kind, actor, body)
select 'macro:' || m.id, 1, $3, $2, jsonb_build_object('version', m.version, 'name_zh', m.name_zh, 'name_en', m.name_en)
from made m order by m.id"""
SEED_LOCK = "select pg_advisory_xact_lock(hashtext('farol.macros'))"
TEAM = "select exists (select from team where id = $1)"
PLAN = """
insert into macro_plan (ticket_id, staff_id, macro_id, version, effects, promise_by) values ($1, $2, $3, $4, $5, $6)
on conflict (ticket_id, staff_id) do update set macro_id = $3, version = $4, effects = $5, promise_by = $6, at = now()"""
PLANNED = """
select p.macro_id, p.version, p.effects, p.promise_by, m.name_zh, m.name_en from macro_plan p join macro m on m.id = p.macro_id
where p.ticket_id = $1 and p.staff_id = $2 and p.at > now() - interval '1 day'"""
DROP = "delete from macro_plan where ticket_id = $1 and staff_id = $2"
# A reply that was held back was written before it was said; what was planned since is for the next one.
TAKE = """
with said as (
  select coalesce(o.held_at, m.at) as at from message m left join outgoing o on o.client_id = m.client_id
  where m.ticket_id = $1 and m.seq = $3),
p as (delete from macro_plan where ticket_id = $1 and staff_id = $2 and at <= (select at from said) returning *)
select p.macro_id, p.version, p.effects, p.promise_by, m.name_zh, m.name_en from p join macro m on m.id = p.macro_id
where p.at > now() - interval '1 day'"""
USED = "update macro set uses = uses + 1, used_at = now() where id = $1"
PRUNE = "delete from macro_plan where at < now() - interval '1 day'"
TRANSLATED = """
select words from macro_translation where macro_id = $1 and language = $2 and macro_version = $3 and state = 'approved'"""
VALUES = """
select t.number, t.subject, t.reason, t.language, t.seq, t.customer_id, c.name, c.uid, c.time_zone,
  (select p.by from sla_promise p where p.ticket_id = t.id and p.kept_at is null and p.broken_at is null limit 1) as promise_by
from ticket t join customer c on c.id = t.customer_id where t.id = $1"""


def _macro(row: Any) -> Macro:
    return Macro(**{**row, "effects": msgspec.convert(row["effects"], list[Effect])})


async def seen(db: Reads, staff_id: int, shares: bool) -> list[Macro]:
    """Those somebody may use, the most used first."""
    return [_macro(row) for row in await db.fetch(ALL, staff_id, shares)]


async def named(db: Reads, staff_id: int, shares: bool, shortcuts: Sequence[str]) -> list[Macro]:
    """Those of these shortcuts that somebody may use."""
    return [_macro(row) for row in await db.fetch(NAMED, staff_id, shares, list(shortcuts))]


async def one(db: Reads, staff_id: int, shares: bool, id_: int) -> Macro | None:
    """One that somebody may use."""
    row = await db.fetchrow(ONE, staff_id, shares, id_)
    return _macro(row) if row else None


async def by_id(db: Reads, id_: int) -> Macro | None:
    """One, whoever asks."""
    row = await db.fetchrow(BY_ID, id_)
    return _macro(row) if row else None


def _fields(draft: Draft, staff_id: int) -> list[Any]:
    return [draft.scope, staff_id if draft.scope == "me" else None, draft.team_id if draft.scope == "team" else None, draft.name_zh,
            draft.name_en, draft.shortcut, draft.zh, draft.en, draft.effects]


async def save(db: Reads, draft: Draft, staff_id: int, set_by: str, id_: int | None, version: int) -> tuple[int, int] | None:
    """Adds a macro, or changes one that still has this version: id and version. Keeps what was written."""
    fields = _fields(draft, staff_id)
    row = await (db.fetchrow(ADD, *fields, set_by) if id_ is None else db.fetchrow(SET, id_, version, *fields, set_by))
    if row is None:
        return None
    await db.execute(KEEP, row["id"], row["version"], draft, set_by)
    return row["id"], row["version"]


async def seed(db: Reads, drafts: list[Draft], set_by: str, kind: str) -> None:
    """Adds them all, keeps what was written and tells the log, in one statement. kind: of the event that says so."""
    await db.execute(SEED, drafts, set_by, kind)


async def remove(db: Reads, id_: int, set_by: str) -> tuple[str, str] | None:
    """Takes it out of use: its names; None when there is none."""
    row = await db.fetchrow(REMOVE, id_, set_by)
    return (row["name_zh"], row["name_en"]) if row else None


async def versions(db: Reads, id_: int) -> list[Version]:
    """How it was, newest first."""
    return [Version(**row) for row in await db.fetch(VERSIONS, id_)]


async def values(db: Reads, ticket_id: int) -> Any:
    """What variables stand for, with whose ticket it is and its seq, as a raw row; None when there is no such ticket."""
    return await db.fetchrow(VALUES, ticket_id)


async def translated(db: Reads, macro_id: int, language: str, version: int) -> str | None:
    """This version's words in a language it was not written in, if somebody approved them."""
    words: str | None = await db.fetchval(TRANSLATED, macro_id, language, version)
    return words


async def plan(db: Reads, ticket_id: int, staff_id: int, macro: Macro, promise_by: datetime | None) -> None:
    """Keeps what goes out with the next words; it takes the place of what was planned."""
    await db.execute(PLAN, ticket_id, staff_id, macro.id, macro.version, macro.effects, promise_by)


async def planned(db: Reads, ticket_id: int, staff_id: int) -> Planned | None:
    """What is planned."""
    row = await db.fetchrow(PLANNED, ticket_id, staff_id)
    return msgspec.convert(dict(row), Planned) if row else None


async def take(db: Reads, ticket_id: int, staff_id: int, seq: int) -> Planned | None:
    """The same, which is over by this. seq: of the words it goes out with."""
    row = await db.fetchrow(TAKE, ticket_id, staff_id, seq)
    return msgspec.convert(dict(row), Planned) if row else None

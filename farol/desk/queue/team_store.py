"""Statements on teams, skills, states and figures."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.core.people.model import RIGHTS
from farol.desk import surge
from farol.desk.surge.model import Load
from farol.kit.db import Reads, every, one
from farol.kit.permission import Can

from .estimate import Figures
from .model import QUIET_S, Agent, Skill, Team, cost

COLUMNS = """
select id, key, zh, en, reasons, languages, slots, bounce_s, return_s, fallback_s from team """
TEAMS = COLUMNS + "order by id"
TEAMS_OF = COLUMNS + "where id in (select m.team_id from team_member m where m.staff_id = $1) order by id"  # constants
# Somebody who places a ticket in the team does not wait for this, nor it for them; a second worker does.
TEAM_LOCK = COLUMNS + "where id = $1 for no key update skip locked"
ADD_TEAM = """
insert into team (key, zh, en, reasons, languages, slots, bounce_s, return_s, fallback_s)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (key) do update set zh = excluded.zh, en = excluded.en, reasons = excluded.reasons, languages = excluded.languages,
  slots = excluded.slots, bounce_s = excluded.bounce_s, return_s = excluded.return_s, fallback_s = excluded.fallback_s
returning id"""
VISIBILITY = "select visibility from team where id = $1 for no key update"
SET_VISIBILITY = "update team set visibility = $2 where id = $1"
LEAVE_TEAMS = "delete from team_member where staff_id = $1 and not team_id = any($2::bigint[])"
JOIN_TEAMS = """
insert into team_member (team_id, staff_id, set_by) select unnest($2::bigint[]), $1, $3 on conflict do nothing"""
FORGET_SKILLS = "delete from skill where staff_id = $1"
LEARN_SKILL = "insert into skill (staff_id, language, topic, level, set_by) values ($1, $2, $3, $4, $5)"
IS_STAFF = "select exists (select from staff where id = $1 and disabled_at is null)"

SHIFT_LOCK = """
select a.staff_id from agent_state a join team_member m on m.staff_id = a.staff_id
where m.team_id = $1 and a.state = 'available' order by a.staff_id for no key update of a skip locked"""
SHIFT = """
select m.team_id, g.slots, s.id, s.role, a.state, a.idle_since,
  coalesce((select jsonb_agg(jsonb_build_array(k.language, k.topic, k.level)) from skill k where k.staff_id = s.id), '[]') as skills
from team_member m join team g on g.id = m.team_id join agent_state a on a.staff_id = m.staff_id join staff s on s.id = m.staff_id
where m.team_id = any($1::bigint[]) and a.state in ('available', 'busy') and s.disabled_at is null order by s.id"""
LOADS = """
select t.owner_id as id, t.severity, t.channel, 0 as slots from ticket t
where t.owner_id = any($1::bigint[]) and t.status = 'open' and t.snoozed_until is null and (t.waiting_since is not null or t.updated_at > $2)
union all
select o.staff_id, '', '', e.slots from offer o join queue_entry e on e.id = o.entry_id
where o.staff_id = any($1::bigint[]) and o.ended_at is null"""

STATE = "select state, since, set_by, note, seen_at, bounces from agent_state where staff_id = $1"
STATE_LOCK = STATE + " for no key update"
SET_STATE = """
insert into agent_state (staff_id, state, since, set_by, note, seen_at, idle_since) values ($1, $2, $3, $4, $5, $3, $3)
on conflict (staff_id) do update set state = excluded.state, since = excluded.since, set_by = excluded.set_by, note = excluded.note,
  seen_at = case when excluded.set_by = 'system:0' then agent_state.seen_at else excluded.seen_at end,
  idle_since = excluded.idle_since, bounces = 0,
  was = case when excluded.set_by = 'system:0' and excluded.state = 'offline' then agent_state.state end"""
BOUNCED = "update agent_state set bounces = bounces + 1 where staff_id = $1 returning bounces, state"
SEEN = "update agent_state set seen_at = $2 where staff_id = any($1::bigint[]) and seen_at < $2"
BACK = """
select staff_id, was from agent_state where staff_id = any($1::bigint[]) and state = 'offline' and was in ('available', 'busy')
  and since > $2 order by staff_id for no key update skip locked"""
GONE = """
select staff_id from agent_state where state <> 'offline' and seen_at < $1 order by staff_id limit 100 for no key update skip locked"""
THEIR_OFFERS = """
update offer o set ended_at = $2, outcome = 'withdrawn' from queue_entry e
where o.staff_id = $1 and o.ended_at is null and e.id = o.entry_id returning e.ticket_id"""

FIGURES = "select team_id, severity, handling_s, patience_s, usually_x, slowest_x from team_figure where team_id = any($1::bigint[])"
ARRIVALS = """
select team_id, severity, count(*)::int as n from queue_entry where at > $2 and team_id = any($1::bigint[]) group by 1, 2"""
STALE_FIGURES = """
select t.id from team t left join team_figure f on f.team_id = t.id and f.severity = '' where f.at is null or f.at < $1 order by t.id"""
PAST = """
select severity, outcome, usually_s, slowest_s, not_before is null as usual,
  extract(epoch from left_at - at)::float8 as waited, extract(epoch from done_at - left_at)::float8 as talked
from queue_entry where team_id = $1 and left_at > $2 order by left_at desc limit 2000"""
SET_FIGURE = """
insert into team_figure (team_id, severity, handling_s, patience_s, usually_x, slowest_x, answered, at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (team_id, severity) do update set handling_s = excluded.handling_s, patience_s = excluded.patience_s,
  usually_x = excluded.usually_x, slowest_x = excluded.slowest_x, answered = excluded.answered, at = excluded.at"""


class State(msgspec.Struct, frozen=True):
    """Where an agent is. set_by: who said so, as events name them."""

    state: str
    since: datetime
    set_by: str
    note: str
    seen_at: datetime
    bounces: int


async def teams(db: Reads) -> list[Team]:
    """All teams."""
    return await every(db, Team, TEAMS)


async def teams_of(db: Reads, staff_id: int) -> list[Team]:
    """The teams somebody works in."""
    return await every(db, Team, TEAMS_OF, staff_id)


async def lock_team(db: Reads, team_id: int) -> Team | None:
    """The team, if nobody else is giving out its tickets at this moment."""
    return await one(db, Team, TEAM_LOCK, team_id)


async def state(db: Reads, staff_id: int, *, lock: bool = False) -> State | None:
    """Where somebody is; None who never said."""
    return await one(db, State, STATE_LOCK if lock else STATE, staff_id)


async def shift(
    db: Reads, team_ids: list[int], now: datetime, free: Iterable[int] | None = None, held: Load | None = None,
) -> dict[int, list[Agent]]:
    """Who is on shift in each team, with their load. free: those who may be given something; None for all available.

    held: what everybody carries now, when the caller knows it already.
    """
    rows = await db.fetch(SHIFT, team_ids)
    held = held or await surge.load(db)
    load = await loads(db, list({row["id"] for row in rows}), now)
    may = None if free is None else set(free)
    found: dict[int, list[Agent]] = {team: [] for team in team_ids}
    for row in rows:
        available = row["state"] == "available" and (may is None or row["id"] in may)
        found[row["team_id"]].append(Agent(
            row["id"], available, Can.TICKET_REPLY in RIGHTS.get(row["role"], frozenset()), held.slots(row["slots"]), load.get(row["id"], 0),
            row["idle_since"], tuple(Skill(*skill) for skill in row["skills"])))
    return found


async def loads(db: Reads, staff_ids: list[int], now: datetime) -> dict[int, int]:
    """Slots each holds: open tickets with somebody waiting or lately active, unless put aside, and offers."""
    found: dict[int, int] = {}
    for row in await db.fetch(LOADS, staff_ids, now - timedelta(seconds=QUIET_S)):
        found[row["id"]] = found.get(row["id"], 0) + (row["slots"] or cost(row["severity"], row["channel"]))
    return found


async def figures(db: Reads, team_ids: list[int]) -> dict[tuple[int, str], Figures]:
    """What was learned, by team and severity."""
    return {(r["team_id"], r["severity"]): Figures(r["handling_s"], r["patience_s"], r["usually_x"], r["slowest_x"])
            for r in await db.fetch(FIGURES, team_ids)}


async def arrivals(db: Reads, team_ids: list[int], since: datetime) -> dict[tuple[int, str], int]:
    """How many tickets came into each queue since then, by severity."""
    return {(r["team_id"], r["severity"]): r["n"] for r in await db.fetch(ARRIVALS, team_ids, since)}


async def past(db: Reads, team_id: int, since: datetime) -> list[Any]:
    """Waits that ended, newest first."""
    return await db.fetch(PAST, team_id, since)

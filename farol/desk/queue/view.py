"""What screens show of the queue."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.desk import surge
from farol.kit.db import Reads, every

from . import estimate as est
from . import team_store
from .model import STATES, Agent, Skill, Team

OFFERS = """
select o.staff_id, s.name, e.ticket_id, t.number, t.subject, t.severity, t.language, e.team_id, o.offered_at, o.deadline
from offer o join queue_entry e on e.id = o.entry_id join ticket t on t.id = e.ticket_id join staff s on s.id = o.staff_id
where o.ended_at is null and ($1::bigint is null or o.staff_id = $1) order by o.offered_at, o.id"""
SEEN_TEAMS = """
select t.id, t.key, t.zh, t.en, t.visibility, m.staff_id is not null as mine
from team t left join team_member m on m.team_id = t.id and m.staff_id = $1
where t.visibility = 'all' or $2::bigint is null or m.staff_id is not null order by t.id"""
LINES = """
select team_id, severity, count(*)::int as n, min(entered_at) as oldest from queue_entry
where left_at is null group by 1, 2 order by 1, 2"""
AGENTS = """
select m.team_id, coalesce(a.state, 'offline') as state, count(*)::int as n from team_member m
join staff s on s.id = m.staff_id and s.disabled_at is null left join agent_state a on a.staff_id = m.staff_id group by 1, 2"""
STAFF = """
select s.id, s.name, s.role, coalesce(a.state, 'offline') as state, a.since, coalesce(a.note, '') as note,
  coalesce((select jsonb_agg(g.key order by g.id) from team_member m join team g on g.id = m.team_id where m.staff_id = s.id), '[]') as teams,
  coalesce((select jsonb_agg(jsonb_build_object('language', k.language, 'topic', k.topic, 'level', k.level)
    order by k.language, k.topic) from skill k where k.staff_id = s.id), '[]') as skills
from staff s left join agent_state a on a.staff_id = s.id where s.disabled_at is null order by s.name, s.id"""


class TeamView(msgspec.Struct, frozen=True):
    """A team. visibility: ``all``, or ``members`` who alone see its tickets. mine: the reader works in it."""

    id: int
    key: str
    zh: str
    en: str
    visibility: str
    mine: bool


class Name(msgspec.Struct, frozen=True):
    """A team's name."""

    key: str
    zh: str
    en: str


class Slots(msgspec.Struct, frozen=True):
    """Carried now, and at most."""

    used: int
    of: int


class OfferView(msgspec.Struct, frozen=True):
    """A ticket put before an agent, who has until ``deadline``."""

    ticket: int
    number: str
    subject: str
    severity: str
    language: str
    team: str
    offered_at: datetime
    deadline: datetime


class MyState(msgspec.Struct, frozen=True):
    """Where I am. set_by: ``staff:ID`` or ``system:0``; since and set_by are None for who never said."""

    state: str
    since: datetime | None
    set_by: str | None
    note: str
    slots: Slots
    teams: list[Name]
    offers: list[OfferView]


class Holder(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: int
    name: str


class TeamOffer(msgspec.Struct, frozen=True):
    """Who was asked about what."""

    ticket: int
    number: str
    severity: str
    staff: Holder
    deadline: datetime


class TeamLine(msgspec.Struct, frozen=True):
    """One queue now. waiting counts offered tickets too; usually_s and slowest_s: for who comes last, None when nobody is there."""

    key: str
    zh: str
    en: str
    waiting: int
    by_severity: dict[str, int]
    longest_s: int | None
    agents: dict[str, int]
    slots: Slots
    offers: list[TeamOffer]
    usually_s: int | None
    slowest_s: int | None


class Placed(msgspec.Struct, frozen=True):
    """A member of staff with teams and skills."""

    id: int
    name: str
    role: str
    state: str
    since: datetime | None
    note: str
    teams: list[str]
    skills: list[Skill]


async def my_state(db: Reads, staff_id: int, now: datetime) -> MyState:
    """Where somebody is, what they carry, and what is put before them."""
    state, teams = await team_store.state(db, staff_id), await team_store.teams_of(db, staff_id)
    held = await surge.load(db)
    used = (await team_store.loads(db, [staff_id], now)).get(staff_id, 0)
    offers = [OfferView(r["ticket_id"], r["number"], r["subject"], r["severity"], r["language"],
                        next((t.key for t in teams if t.id == r["team_id"]), ""), r["offered_at"], r["deadline"])
              for r in await db.fetch(OFFERS, staff_id)]
    return MyState(
        state.state if state else "offline", state.since if state else None, state.set_by if state else None, state.note if state else "",
        Slots(used, max((held.slots(t.slots) for t in teams), default=0)), [Name(t.key, t.zh, t.en) for t in teams], offers)


async def teams(db: Reads, staff_id: int, viewer: int | None) -> list[TeamView]:
    """The teams whose tickets somebody may see; viewer: None sees all."""
    return await every(db, TeamView, SEEN_TEAMS, staff_id, viewer)


async def team_lines(db: Reads, now: datetime, seen: set[int]) -> list[TeamLine]:
    """The queues of these teams."""
    teams = [team for team in await team_store.teams(db) if team.id in seen]
    ids = [t.id for t in teams]
    shift, figures = await team_store.shift(db, ids, now), await team_store.figures(db, ids)
    lines, agents, offers = await db.fetch(LINES), await db.fetch(AGENTS), await db.fetch(OFFERS, None)
    return [_line(team, shift[team.id], figures.get((team.id, ""), est.Figures()), now,
                  *([r for r in rows if r["team_id"] == team.id] for rows in (lines, agents, offers))) for team in teams]


def _line(team: Team, shift: list[Agent], figures: est.Figures, now: datetime, lines: list[Any], agents: list[Any], offers: list[Any]) -> TeamLine:
    waiting = sum(r["n"] for r in lines)
    oldest = min((r["oldest"] for r in lines), default=None)
    free = sum(max(a.slots - a.load, 0) for a in shift if a.available)
    wait = est.estimate(est.Line(waiting, sum(a.slots for a in shift), free), figures)
    return TeamLine(
        team.key, team.zh, team.en, waiting, {r["severity"]: r["n"] for r in lines},
        None if oldest is None else max(int((now - oldest) / timedelta(seconds=1)), 0),
        {state: sum(r["n"] for r in agents if r["state"] == state) for state in STATES},
        Slots(sum(a.load for a in shift), sum(a.slots for a in shift)),
        [TeamOffer(r["ticket_id"], r["number"], r["severity"], Holder(r["staff_id"], r["name"]), r["deadline"]) for r in offers],
        round(wait.usually) if wait else None, round(wait.slowest) if wait else None)


async def placed(db: Reads) -> list[Placed]:
    """Everybody, with teams and skills."""
    return [msgspec.convert(dict(row), Placed) for row in await db.fetch(STAFF)]

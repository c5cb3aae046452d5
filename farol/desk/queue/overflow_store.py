"""Statements on tickets that wait for a team of which nobody is there."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every

P0_S = 60
"""A P0 waits for an empty team no longer than this."""
# A team whose tickets its members alone may see keeps them; the first line, whose reasons are all, has nowhere to send them.
FORSAKEN = """
select q.ticket_id, q.team_id, q.language, extract(epoch from $1::timestamptz - q.at)::float8 as waited_s
from queue_entry q join team g on g.id = q.team_id
where q.left_at is null and coalesce(q.not_before, $1) <= $1 and g.visibility = 'all' and not '' = any(g.reasons)
  and q.at < $1 - make_interval(secs => case when q.severity = 'P0' then least(g.overflow_s, $2) else g.overflow_s end)
  and not exists (select from offer o where o.entry_id = q.id and o.ended_at is null)
  and not exists (select from team_member m join agent_state a on a.staff_id = m.staff_id
    where m.team_id = q.team_id and a.state in ('available', 'busy'))
order by q.severity, q.rank_at limit 200"""
# Sent on by the system and still waiting there, while somebody has come to another team.
AWAY = """
select q.ticket_id, q.team_id, q.language, q.reason from queue_entry q
join queue_route r on r.ticket_id = q.ticket_id and r.team_id = q.team_id and r.reason = q.reason and r.set_by = 'system:0'
where q.left_at is null and not exists (select from offer o where o.entry_id = q.id and o.ended_at is null)
order by q.severity, q.rank_at limit 200"""
STAFFED = "select distinct m.team_id from team_member m join agent_state a on a.staff_id = m.staff_id where a.state = 'available'"
OVERFLOW = "select overflow_s from team where id = $1 for no key update"
SET_OVERFLOW = "update team set overflow_s = $2 where id = $1"
OVERFLOWS = "select id, key, zh, en, overflow_s, visibility, '' = any(reasons) as first_line from team order by id"


class Forsaken(msgspec.Struct, frozen=True):
    """A ticket nobody of its team is there for. waited_s: in this team's queue."""

    ticket_id: int
    team_id: int
    language: str
    waited_s: float


class Away(msgspec.Struct, frozen=True):
    """A ticket that went on to the first line and waits there."""

    ticket_id: int
    team_id: int
    language: str
    reason: str


class Overflow(msgspec.Struct, frozen=True):
    """How long a team's tickets wait while nobody of it is there. first_line, or visibility ``members``: it has no overflow."""

    id: int
    key: str
    zh: str
    en: str
    overflow_s: int | None
    visibility: str
    first_line: bool


async def forsaken(db: Reads, now: datetime) -> list[Forsaken]:
    """Tickets that have waited out their team's time, the most urgent first."""
    return await every(db, Forsaken, FORSAKEN, now, P0_S)


async def away(db: Reads) -> list[Away]:
    """Tickets that wait for another team than their own because nobody of theirs was there, the most urgent first."""
    return await every(db, Away, AWAY)


async def staffed(db: Reads) -> set[int]:
    """Teams of which somebody is available."""
    return {row["team_id"] for row in await db.fetch(STAFFED)}


async def overflows(db: Reads) -> list[Overflow]:
    """What is set for each team."""
    return await every(db, Overflow, OVERFLOWS)

"""Statements on waiting, offers and work. Lock order: team, ticket, entry, agent, offer."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .model import DECLINED_S, QUIET_S, Waiting

TICKET_LOCK = "select id from ticket where id = $1 for no key update"
STANDING = """
select t.id, t.status, t.owner_id, t.waiting_since, t.severity, t.language, coalesce(t.reason, '') as reason, t.channel, c.tier,
  q.id as entry_id, q.team_id as entry_team, q.severity as entry_severity, q.reason as entry_reason, q.language as entry_language,
  o.id as offer_id, o.staff_id as offer_staff,
  exists (select from queue_entry h where h.ticket_id = t.id and h.outcome = 'taken' and h.done_at is null
    and (t.status <> 'open' or h.staff_id is distinct from t.owner_id)) as ended,
  (select r.team_id from queue_route r where r.ticket_id = t.id and r.reason = coalesce(t.reason, '')) as routed
from ticket t join customer c on c.id = t.customer_id
left join queue_entry q on q.ticket_id = t.id and q.left_at is null
left join offer o on o.entry_id = q.id and o.ended_at is null
where t.id = $1"""
# The team whose queue a ticket enters is whose ticket it is; callers hold the ticket's lock.
ENTER = """
with whose as (update ticket set team_id = $2 where id = $1 and team_id is distinct from $2)
insert into queue_entry (ticket_id, team_id, severity, language, reason, slots, at, entered_at, rank_at, not_before)
select $1, $2, $3, $4, $5, $6, $7, $8, $9,
  greatest($10, (select c.wanted_at from callback c where c.ticket_id = $1 and c.done_at is null and c.wanted_at > $7)) returning id"""
# People are asked now; a time that the customer wished stays.
NOW = """
update queue_entry q set not_before = (select c.wanted_at from callback c where c.ticket_id = $1 and c.done_at is null and c.wanted_at > $2)
where q.ticket_id = $1 and q.left_at is null and q.not_before is not null returning true"""
MOVE = """
with e as (
  update queue_entry set team_id = $2, severity = $3, language = $4, reason = $5, slots = $6, rank_at = $7 where id = $1
  returning ticket_id)
update ticket t set team_id = $2 from e where t.id = e.ticket_id and t.team_id is distinct from $2"""
FORETOLD = "update queue_entry set usually_s = $2, slowest_s = $3 where id = $1"
LEAVE = """
update queue_entry set left_at = $2::timestamptz, outcome = $3, staff_id = $4 where id = $1 and left_at is null
returning greatest(extract(epoch from $2::timestamptz - entered_at), 0)::float8"""
DONE = """
update queue_entry h set done_at = $2 from ticket t where h.ticket_id = $1 and t.id = $1 and h.outcome = 'taken' and h.done_at is null
  and (t.status <> 'open' or h.staff_id is distinct from t.owner_id)"""
QUIET = """
update queue_entry h set done_at = t.updated_at + make_interval(secs => $2) from ticket t
where t.id = h.ticket_id and h.outcome = 'taken' and h.done_at is null and t.waiting_since is null
  and t.updated_at < $1::timestamptz - make_interval(secs => $2)"""
END_OFFER = """
update offer set ended_at = $2, outcome = $3 where id = $1 and ended_at is null returning staff_id"""
CLAIM = """
update ticket set owner_id = $2, seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and owner_id is null and status in ('open', 'pending')
  and exists (select from staff s where s.id = $2 and s.disabled_at is null)
returning seq, version"""
RELEASE = """
update ticket set owner_id = null, seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and owner_id = $2 and status = 'open' returning seq, version"""
# Handed to a team: whatever the reason says, this team's queue, until the reason is another.
TO_TEAM = """
update ticket set owner_id = null, team_id = $2, seq = seq + 1, version = version + 1, updated_at = now()
where id = $1 and status in ('open', 'pending') returning seq, version, old.owner_id as was"""
ROUTE = """
insert into queue_route as r (ticket_id, team_id, reason, set_by) select id, $2, coalesce(reason, ''), $3 from ticket where id = $1
on conflict (ticket_id) do update set team_id = excluded.team_id, reason = excluded.reason, set_by = excluded.set_by, at = now()"""
UNROUTE = "delete from queue_route where ticket_id = $1"
TAKEN = "update agent_state set bounces = 0, idle_since = $2 where staff_id = $1"
LET_GO = """
insert into offer (entry_id, staff_id, offered_at, deadline, ended_at, outcome) values ($1, $2, $3, $3, $3, 'returned')"""
NEXT_OF_LINE = """
select id, ticket, severity, language, reason, slots, entered_at, rank_at from (
  select q.id, q.ticket_id as ticket, q.severity, q.language, q.reason, q.slots, q.entered_at, q.rank_at,
    row_number() over (partition by q.severity, q.language, q.reason order by q.rank_at, q.ticket_id) as n
  from queue_entry q where q.team_id = $1 and q.left_at is null and coalesce(q.not_before, $2) <= $2
    and not exists (select from offer o where o.entry_id = q.id and o.ended_at is null)) x
where n <= $3 order by severity, rank_at, ticket"""
LET_LAPSE = """
select e.ticket_id as ticket, o.staff_id, o.outcome = 'returned' and o.ended_at > $2 as barred
from queue_entry e join offer o on o.entry_id = e.id
where e.ticket_id = any($1::bigint[]) and o.outcome in ('bounced', 'returned')"""
OFFER = """
with still as materialized (
  select q.id, q.ticket_id from queue_entry q join ticket t on t.id = q.ticket_id
  where q.id = any($1::bigint[]) and q.left_at is null and t.owner_id is null for no key update of q skip locked)
insert into offer (entry_id, staff_id, offered_at, deadline)
select s.id, w.staff_id, $3, $4 from still s join unnest($1::bigint[], $2::bigint[]) w(entry_id, staff_id) on w.entry_id = s.id
returning entry_id, staff_id"""
GIVEN = "update agent_state set idle_since = $2 where staff_id = any($1::bigint[])"
# Who did anything in the ticket since has looked at it, even if no worker has seen that yet.
DUE = """
select o.id, o.staff_id, e.ticket_id from offer o join queue_entry e on e.id = o.entry_id
where o.ended_at is null and o.deadline < $1 and not exists (select from event v
  where v.stream = 'ticket:' || e.ticket_id and v.actor = 'staff:' || o.staff_id and v.at >= o.offered_at)
order by o.staff_id, o.id limit 500"""
LEFT_BEHIND = """
with gone as materialized (
  select id, 'disabled' as why from staff where disabled_at is not null
  union all
  select a.staff_id, a.state from agent_state a join staff s on s.id = a.staff_id
  where s.disabled_at is null and a.state in ('away', 'offline') and a.since < $1::timestamptz - make_interval(secs => coalesce((
    select min(g.return_s) from team_member m join team g on g.id = m.team_id where m.staff_id = a.staff_id), 120)))
select t.id, t.owner_id, gone.why from gone join ticket t on t.owner_id = gone.id
where t.status = 'open' and t.waiting_since is not null order by t.id limit 500"""
STILL_GONE = """
select a.staff_id from agent_state a join staff s on s.id = a.staff_id where a.staff_id = $1
  and (s.disabled_at is not null or a.state in ('away', 'offline')) for no key update of a"""
TO_SETTLE = """
(select t.id from ticket t where t.status = 'open' and t.owner_id is null and t.waiting_since is not null
  and not exists (select from queue_entry q where q.ticket_id = t.id and q.left_at is null) order by t.id limit 500)
union all
(select q.ticket_id from queue_entry q join ticket t on t.id = q.ticket_id where q.left_at is null
  and (t.status <> 'open' or t.owner_id is not null or t.waiting_since is null) order by 1 limit 500)"""
HUNGRY = """
select distinct q.team_id from queue_entry q where q.left_at is null and coalesce(q.not_before, $1) <= $1
  and not exists (select from offer o where o.entry_id = q.id and o.ended_at is null)
  and exists (select from team_member m join agent_state a on a.staff_id = m.staff_id
    where m.team_id = q.team_id and a.state = 'available')"""
OPEN_CALLBACK = "select id, how from callback where ticket_id = $1 and done_at is null for no key update"
CALLBACK = """
insert into callback as c (ticket_id, how, wanted_at, asked_at, asked_by) values ($1, $2, $3, $4, $5)
on conflict (ticket_id) where done_at is null do update set how = excluded.how, wanted_at = excluded.wanted_at,
  asked_at = excluded.asked_at, asked_by = excluded.asked_by returning id"""
LATER = "update queue_entry set not_before = $2 where ticket_id = $1 and left_at is null returning id"
CALLED_BACK = "update callback set done_at = $2 where id = $1"
ADDRESS = "select c.email <> '' from ticket t join customer c on c.id = t.customer_id where t.id = $1 and t.customer_id = $2"
OWNER = """
select t.id, t.language, s.alias from ticket t join staff s on s.id = t.owner_id where t.id = $1"""


class Standing(msgspec.Struct, frozen=True):
    """A ticket, its open wait and its open offer, as far as there are any. ended: somebody's work on it is over. routed: handed to this team."""

    id: int
    status: str
    owner_id: int | None
    waiting_since: datetime | None
    severity: str
    language: str
    reason: str
    channel: str
    tier: str
    entry_id: int | None
    entry_team: int | None
    entry_severity: str | None
    entry_reason: str | None
    entry_language: str | None
    offer_id: int | None
    offer_staff: int | None
    ended: bool
    routed: int | None

    @property
    def waits(self) -> bool:
        """Whether it belongs into a queue."""
        return self.status == "open" and self.owner_id is None and self.waiting_since is not None


class Due(msgspec.Struct, frozen=True):
    """An offer whose time is over."""

    id: int
    staff_id: int
    ticket_id: int


class LeftBehind(msgspec.Struct, frozen=True):
    """A ticket that waits for somebody who is not there."""

    id: int
    owner_id: int
    why: str


async def standing(db: Reads, ticket_id: int) -> Standing | None:
    """How a ticket stands now."""
    return await one(db, Standing, STANDING, ticket_id)


async def line(db: Reads, team_id: int, now: datetime, most: int) -> list[Waiting]:
    """Tickets of a team nobody was asked about yet, in the order of the queue; at most so many of one kind."""
    found = await every(db, Waiting, NEXT_OF_LINE, team_id, now, most)
    lapsed = await db.fetch(LET_LAPSE, [w.ticket for w in found], now - timedelta(seconds=DECLINED_S)) if found else []
    if not lapsed:
        return found
    declined: dict[int, set[int]] = {}
    barred: dict[int, set[int]] = {}
    for row in lapsed:
        (barred if row["barred"] else declined).setdefault(row["ticket"], set()).add(row["staff_id"])
    return [msgspec.structs.replace(w, declined=frozenset(declined.get(w.ticket, ())), barred=frozenset(barred.get(w.ticket, ())))
            for w in found]


async def due(db: Reads, now: datetime) -> list[Due]:
    """Offers nobody looked at in time."""
    return await every(db, Due, DUE, now)


async def left_behind(db: Reads, now: datetime) -> list[LeftBehind]:
    """Work of agents who have been away or offline for too long, or may not work here any more."""
    return await every(db, LeftBehind, LEFT_BEHIND, now)


async def quiet(db: Reads, now: datetime) -> None:
    """Frees the slots of conversations that fell silent."""
    await db.execute(QUIET, now, float(QUIET_S))


async def to_settle(db: Reads) -> list[int]:
    """Tickets whose place does not fit how they stand, such as those opened before there was a team."""
    return [row["id"] for row in await db.fetch(TO_SETTLE)]


async def hungry(db: Reads, now: datetime) -> list[int]:
    """Teams with somebody to ask and something to ask about."""
    return [row["team_id"] for row in await db.fetch(HUNGRY, now)]


async def owner(db: Reads, ticket_id: int) -> tuple[str, str] | None:
    """The ticket's language and the name its customer knows the owner by."""
    row: Any = await db.fetchrow(OWNER, ticket_id)
    return (row["language"], row["alias"]) if row else None

"""Statements on the tickets of an incident. Lock order: incident_scan or incident_answer, tickets in id order."""

from datetime import datetime

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every

from .model import Case, Facts

# What a ticket is about, in its own words: subject, first message, and what was filled in.
FACTS = """
select t.id, t.reason, c.time_zone, t.opened_at,
  concat_ws(E'\\n', t.subject, left(m.body, 3000), (select string_agg(f.value, ' ') from jsonb_each_text(t.fields) f)) as words
from ticket t join customer c on c.id = t.customer_id
left join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' order by m.seq limit 1) m on true """
CANDIDATES = FACTS + """
where t.id > $1 and t.id <= $2 and t.status in ('open', 'pending') and t.opened_at >= coalesce($3, '-infinity'::timestamptz)
  and t.incident_id is null and t.merged_into is null order by t.id limit $4"""
SAMPLE = FACTS + """
where t.status in ('open', 'pending') and t.opened_at >= coalesce($1, '-infinity'::timestamptz)
  and t.incident_id is null and t.merged_into is null order by t.id desc limit $2"""
FACTS_OF = FACTS + "where t.id = $1 and t.status in ('open', 'pending') and t.incident_id is null and t.merged_into is null"
# Whoever was taken out by hand comes back by hand only.
ATTACH = """
with locked as materialized (
  select t.id from ticket t where t.id = any($2::bigint[]) and t.incident_id is null and t.merged_into is null
    and t.status in ('open', 'pending') and ($3 or not exists (select from incident_ticket x
      where x.incident_id = $1 and x.ticket_id = t.id and x.state = 'detached'))
  order by t.id for no key update)
update ticket t set incident_id = $1, seq = t.seq + 1 from locked where t.id = locked.id returning t.id, t.seq"""
DETACH = "update ticket set incident_id = null, seq = seq + 1 where id = $2 and incident_id = $1 returning seq"
EVENTS = """
insert into event (stream, seq, kind, actor, public, body)
select 'ticket:' || u.id, u.seq, $3, $4, $5, u.body from unnest($1::bigint[], $2::bigint[], $6::jsonb[]) u(id, seq, body)"""
SET = """
insert into incident_ticket as x (incident_id, ticket_id, state, how, set_by) select $1, u.id, $3, $4, $5 from unnest($2::bigint[]) u(id)
on conflict (incident_id, ticket_id) do update set state = excluded.state, how = excluded.how, set_by = excluded.set_by, at = now()"""
PROPOSE = """
insert into incident_ticket (incident_id, ticket_id, state, how, set_by) select $1, u.id, 'proposed', $3, $4 from unnest($2::bigint[]) u(id)
on conflict (incident_id, ticket_id) do nothing returning ticket_id"""
REFUSE = """
update incident_ticket set state = 'detached', set_by = $3, at = now() where incident_id = $1 and ticket_id = $2 and state = 'proposed'
returning ticket_id"""
CASES = """
select t.id, t.number, t.subject, t.status, t.severity, t.reason, t.language, c.name as customer, s.name as owner, t.opened_at,
  t.waiting_since, x.state, x.how, x.tell
from (select $5::bigint as id) viewer, incident_ticket x join ticket t on t.id = x.ticket_id join customer c on c.id = t.customer_id
left join staff s on s.id = t.owner_id
where x.incident_id = $1 and x.state = $2 and x.ticket_id > $3 and """ + SEEN + " order by x.ticket_id limit $4"
PROPOSED = "select ticket_id from incident_ticket where incident_id = $1 and state = 'proposed' order by ticket_id limit $2"
STANDS = "select incident_id from ticket where id = $1"
BY_NUMBER = "select id from ticket where number = any($1::text[]) order by id"
TELL = """
update incident_ticket x set tell = $3 from ticket t where t.id = $1 and t.customer_id = $2 and x.incident_id = t.incident_id
  and x.ticket_id = t.id returning x.incident_id"""


async def candidates(db: Reads, after: int, upto: int, since: datetime | None, most: int) -> list[Facts]:
    """Open tickets of no incident, in id order."""
    return await every(db, Facts, CANDIDATES, after, upto, since, most)


async def sample(db: Reads, since: datetime | None, most: int) -> list[Facts]:
    """The newest open tickets of no incident."""
    return await every(db, Facts, SAMPLE, since, most)


async def facts(db: Reads, ticket_id: int) -> Facts | None:
    """A ticket as a scope sees it; None when it cannot be attached now."""
    found = await every(db, Facts, FACTS_OF, ticket_id)
    return found[0] if found else None


async def cases(db: Reads, incident_id: int, state: str, after: int, most: int, viewer: int | None) -> list[Case]:
    """Tickets of an incident by id, those that the viewer may see."""
    return await every(db, Case, CASES, incident_id, state, after, most, viewer)


async def proposed(db: Reads, incident_id: int, most: int) -> list[int]:
    """Tickets that a person has to decide about."""
    return [r["ticket_id"] for r in await db.fetch(PROPOSED, incident_id, most)]


async def by_number(db: Reads, numbers: list[str]) -> list[int]:
    """The tickets with these numbers."""
    return [r["id"] for r in await db.fetch(BY_NUMBER, numbers)]

"""Statements on raised hands."""

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads

from .model import Hand, Person

# A hand belongs to who works on the ticket now; when somebody else has it, it is down.
HANDS = """
select h.id, h.ticket_id, t.number, t.severity, h.staff_id, s.name, h.words, h.raised_at
from hand h join ticket t on t.id = h.ticket_id join staff s on s.id = h.staff_id, (select $2::bigint as id) viewer
where h.lowered_at is null and t.status in ('open', 'pending') and ($1::bigint is null or h.ticket_id = $1) and """ + SEEN + """
order by t.severity, h.raised_at, h.id limit 200"""
RAISE = """
insert into hand (ticket_id, staff_id, words) values ($1, $2, $3)
on conflict (ticket_id, staff_id) where lowered_at is null do nothing returning id"""
LOWER = "update hand set lowered_at = now(), lowered_by = $3 where ticket_id = $1 and staff_id = $2 and lowered_at is null returning id"
LAST_HAND = "select staff_id from hand where ticket_id = $1 and lowered_at is null order by id desc limit 1"
# Leads of the raiser's teams who are on shift; when there is none, every lead and duty manager on shift.
LEADS = """
with leads as (
  select s.id, exists (select from team_member m join team_member o on o.team_id = m.team_id and o.staff_id = $1
    where m.staff_id = s.id) as near
  from staff s join agent_state a on a.staff_id = s.id and a.state in ('available', 'busy')
  where s.role = any($2::text[]) and s.disabled_at is null and s.id <> $1)
select id from leads where near or not exists (select from leads where near)"""


async def hands(db: Reads, ticket_id: int | None = None, viewer: int | None = None) -> list[Hand]:
    """Hands that are up, the gravest and oldest first; of one ticket when given, and of tickets the viewer may see (None: all)."""
    return [Hand(r["id"], r["ticket_id"], r["number"], r["severity"], Person(r["staff_id"], r["name"]), r["words"], r["raised_at"])
            for r in await db.fetch(HANDS, ticket_id, viewer)]

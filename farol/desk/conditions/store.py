"""The statement that reads what conditions look at."""

from farol.kit.db import Reads, every

from .facts import Facts

FACTS = """
select t.id, t.number, t.subject, t.status, t.stage, t.severity, t.reason, t.channel, t.language, c.tier, t.owner_id as owner,
  t.team_id as team, t.tags, t.fields, coalesce(w.body, '') as words, t.opened_at, t.waiting_since, t.updated_at, d.due_at,
  t.snoozed_until, t.incident_id as incident, t.version, t.last_public_seq,
  exists (select from message m where m.ticket_id = t.id and m.files <> '{}' and not m.internal) as has_file,
  (select count(*)::int from message m where m.ticket_id = t.id and m.author_kind = 'customer' and m.seq > coalesce(
    (select max(r.seq) from read_mark r where r.ticket_id = t.id and r.reader = 'staff'), 0)) as unread
from ticket t join customer c on c.id = t.customer_id
left join sla_ticket d on d.ticket_id = t.id
left join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' and m.seq <= coalesce($2::bigint, m.seq)
  order by m.seq desc limit 1) w on true
where t.id = any($1::bigint[]) order by t.id"""


async def facts(db: Reads, ids: list[int], upto: int | None = None) -> list[Facts]:
    """What is known of these tickets. upto: ``words`` are the last said up to this seq."""
    return await every(db, Facts, FACTS, ids, upto)

"""The statement on contacts."""

import msgspec

from farol.core.reasons import reasons
from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads

from .model import Contact, Promised

OF_CUSTOMER = """
select t.id as ticket_id, t.number, t.reason, t.status, s.id as staff_id, s.name, s.disabled_at is null as here,
  min(m.at) as first_at, max(m.at) as last_at, count(*)::int as replies,
  coalesce((select jsonb_agg(jsonb_build_object('by', p.by, 'state', case when p.kept_at is not null then 'kept'
    when p.broken_at is not null then 'broken' else 'open' end) order by p.by)
    from sla_promise p where p.ticket_id = t.id and p.made_by = s.id), '[]') as promises
from ticket o join ticket t on t.customer_id = o.customer_id join message m on m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal
join staff s on s.id = m.author_id, (select $2::bigint as id) viewer
where o.id = $1 and """ + SEEN + """
group by t.id, s.id order by max(m.at) desc limit 50"""


async def of_customer(db: Reads, ticket_id: int, viewer: int | None) -> list[Contact]:
    """Contacts with the ticket's customer, newest first, in tickets the viewer may see."""
    found = []
    for r in await db.fetch(OF_CUSTOMER, ticket_id, viewer):
        reason = reasons().get(r["reason"] or "")
        found.append(Contact(
            r["ticket_id"], r["number"], {"zh": reason.zh, "en": reason.en} if reason else None, r["status"], r["staff_id"], r["name"],
            r["here"], r["first_at"], r["last_at"], r["replies"], msgspec.convert(r["promises"], list[Promised])))
    return found

"""Statements of the inbox."""

from typing import Any, Literal

import msgspec

from farol.core.customers.model import mask_email, mask_phone, mask_uid
from farol.core.tickets.model import Words, shorten
from farol.desk.sla import due_store
from farol.desk.sla.model import Due
from farol.kit.db import Reads

from .model import Counts, CustomerPanel, InboxCustomer, InboxRow, OtherTicket, Person, TicketRow
from .reasons import label

FIELDS = """
select t.id, t.number, t.subject, t.status, t.severity, t.reason, t.channel, t.language, t.waiting_since, t.opened_at, t.updated_at,
  t.seq, t.version, t.owner_id, s.name as owner_name, c.id as customer_id, c.name as customer_name, c.tier, w.author_kind, w.body,
  w.at as said_at, coalesce(u.unread, 0) as unread, cardinality(w.files) as files,
  t.about, t.first_reply_at, t.resolved_at, t.last_public_seq, t.tags, t.snoozed_until, t.merged_into, t.incident_id, t.team_id,
  t.fields"""
SOURCES = """
from ticket t
join customer c on c.id = t.customer_id
left join staff s on s.id = t.owner_id
left join sla_ticket d on d.ticket_id = t.id
left join lateral (select m.author_kind, m.body, m.at, m.files from message m
  where m.ticket_id = t.id and not m.internal order by m.seq desc limit 1) w on true
left join lateral (select count(*)::int as unread from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  and m.seq > coalesce((select max(r.seq) from read_mark r where r.ticket_id = t.id and r.reader = 'staff'), 0)) u on true
"""
PARTICULARS = """,
  c.uid, c.email, c.phone, c.language as speaks, c.time_zone, c.created_at,
  coalesce((select json_agg(json_build_object('id', o.id, 'number', o.number, 'subject', o.subject, 'status', o.status,
    'opened_at', o.opened_at) order by o.id desc)
    from (select * from ticket o where o.customer_id = c.id and o.id <> t.id order by o.id desc limit 10) o), '[]')::text as tickets"""
ROW = FIELDS + SOURCES
ONE = FIELDS + PARTICULARS + SOURCES + "where t.id = $1"
WAITING = ROW + """where t.status in ('open', 'pending') and t.waiting_since is not null
order by t.severity, d.due_at, t.waiting_since, t.id limit 200"""
MINE = ROW + """where t.owner_id = $1 and t.status in ('open', 'pending')
order by t.waiting_since is null, t.severity, d.due_at, t.waiting_since, t.id limit 200"""
ALL = ROW + """where t.status in ('open', 'pending') order by t.waiting_since is null, t.severity, d.due_at, t.waiting_since, t.id limit 200"""
RESOLVED = ROW + "where t.status in ('resolved', 'closed') order by t.id desc limit 100"
ROWS = ROW + "where t.id = any($1::bigint[])"
COUNTS = """
select count(*) filter (where waiting_since is not null)::int as waiting, count(*) filter (where owner_id = $1)::int as mine,
  count(*)::int as all from ticket where status in ('open', 'pending')"""
UID = "select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1"
STAFF = "select id, name, role from staff where disabled_at is null order by name"
SEARCH = ROW + """
where t.number = $1 or ($3 and (c.uid = $1 or lower(c.email) = lower($1)))
  or exists (select from message m where m.ticket_id = t.id and m.body like $2)
  or t.subject ilike $2
order by t.id desc limit 50"""

LISTS: dict[str, tuple[str, bool]] = {"waiting": (WAITING, False), "mine": (MINE, True), "all": (ALL, False), "resolved": (RESOLVED, False)}


async def _rows(db: Reads, found: list[Any]) -> list[InboxRow]:
    dues = await due_store.dues(db, [r["id"] for r in found]) if found else {}
    return [InboxRow(**_row(r, dues.get(r["id"]))) for r in found]


def _row(r: Any, due: Due | None) -> dict[str, Any]:
    words = None if r["author_kind"] is None else Words(r["author_kind"], shorten(r["body"]), r["said_at"])
    owner = None if r["owner_id"] is None else Person(r["owner_id"], r["owner_name"])
    return dict(
        id=r["id"], number=r["number"], subject=r["subject"], status=r["status"], severity=r["severity"], reason=r["reason"],
        reason_label=label(r["reason"]), channel=r["channel"], language=r["language"], owner=owner,
        customer=InboxCustomer(r["customer_id"], r["customer_name"], r["tier"]), last_words=words,
        waiting_since=r["waiting_since"], opened_at=r["opened_at"], updated_at=r["updated_at"], seq=r["seq"], version=r["version"],
        unread=r["unread"], files=r["files"] or 0, due=due, tags=r["tags"], snoozed_until=r["snoozed_until"], merged_into=r["merged_into"],
        incident_id=r["incident_id"], team_id=r["team_id"],
    )


async def listing(db: Reads, view: Literal["waiting", "mine", "all", "resolved"], staff_id: int) -> list[InboxRow]:
    """The rows of a view, most urgent first."""
    query, own = LISTS[view]
    return await _rows(db, await db.fetch(query, *([staff_id] if own else [])))


async def rows(db: Reads, ids: list[int]) -> list[InboxRow]:
    """The rows of these tickets."""
    return await _rows(db, await db.fetch(ROWS, ids))


async def opened(db: Reads, id_: int) -> tuple[TicketRow, CustomerPanel] | None:
    """One ticket's row with its particulars, and its customer, masked."""
    r = await db.fetchrow(ONE, id_)
    if r is None:
        return None
    dues = await due_store.dues(db, [id_])
    row = TicketRow(**_row(r, dues.get(id_)), about=r["about"], first_reply_at=r["first_reply_at"], resolved_at=r["resolved_at"],
                    last_public_seq=r["last_public_seq"], fields=r["fields"])
    panel = CustomerPanel(
        r["customer_id"], mask_uid(r["uid"]), r["customer_name"], mask_email(r["email"]), mask_phone(r["phone"]), r["speaks"],
        r["time_zone"], r["tier"], r["uid"] is not None, r["created_at"], msgspec.json.decode(r["tickets"], type=list[OtherTicket]))
    return row, panel


async def uid_of(db: Reads, ticket_id: int) -> str | None:
    """The customer's uid in clear, for asking the exchange; None for a visitor."""
    uid: str | None = await db.fetchval(UID, ticket_id)
    return uid


async def counts(db: Reads, staff_id: int) -> Counts:
    """How many tickets wait, are the agent's own, are open at all."""
    row = await db.fetchrow(COUNTS, staff_id)
    assert row
    return Counts(**row)


async def staff(db: Reads) -> list[dict[str, Any]]:
    """Everybody a ticket can be given to."""
    return [dict(row) for row in await db.fetch(STAFF)]


async def search(db: Reads, text: str, *, people: bool) -> list[InboxRow]:
    """Exact number, or words and hashes in what was said, and with ``people`` uid or e-mail; newest first."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return await _rows(db, await db.fetch(SEARCH, text, f"%{escaped}%", people))

"""Statements of the inbox."""

from typing import Any

import msgspec

from farol.core.customers.model import mask_email, mask_phone, mask_uid
from farol.core.tickets.model import Words, shorten
from farol.core.tickets.visibility import SEEN
from farol.desk.sla import due_store
from farol.desk.sla.model import Due
from farol.kit.db import Reads

from .model import CustomerPanel, InboxCustomer, InboxRow, OtherTicket, Person, TicketRow
from .reasons import label

FIELDS = """
select t.id, t.number, t.subject, t.status, t.severity, t.reason, t.channel, t.language, t.waiting_since, t.opened_at, t.updated_at,
  t.seq, t.version, t.owner_id, s.name as owner_name, c.id as customer_id, c.name as customer_name, c.tier, w.author_kind, w.body,
  w.at as said_at, coalesce(u.unread, 0) as unread, cardinality(w.files) as files,
  t.about, t.first_reply_at, t.resolved_at, t.last_public_seq, t.tags, t.snoozed_until, t.merged_into, t.incident_id, t.team_id,
  t.stage, t.fields"""
SOURCES = """
from ticket t
join customer c on c.id = t.customer_id
left join staff s on s.id = t.owner_id
left join lateral (select m.author_kind, m.body, m.at, m.files from message m
  where m.ticket_id = t.id and not m.internal and m.author_kind <> 'system' order by m.seq desc limit 1) w on true
left join lateral (select count(*)::int as unread from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  and m.seq > coalesce((select max(r.seq) from read_mark r where r.ticket_id = t.id and r.reader = 'staff'), 0)) u on true
"""
PARTICULARS = """,
  c.uid, c.email, c.phone, c.language as speaks, c.time_zone, c.created_at,
  coalesce((select json_agg(json_build_object('id', o.id, 'number', o.number, 'subject', o.subject, 'status', o.status,
    'opened_at', o.opened_at) order by o.id desc)
    from (select t.* from ticket t where t.customer_id = c.id and t.id <> $1 and """ + SEEN + """ order by t.id desc limit 10) o), '[]')::text as tickets"""
ROW = FIELDS + SOURCES
ONE = FIELDS + PARTICULARS + SOURCES + "cross join (select $2::bigint as id) viewer where t.id = $1 and " + SEEN
ROWS = ROW + "where t.id = any($1::bigint[]) order by array_position($1::bigint[], t.id)"
UID = "select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1"
STAFF = "select id, name, role from staff where disabled_at is null order by name"


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
        incident_id=r["incident_id"], team_id=r["team_id"], stage=r["stage"],
    )


async def rows(db: Reads, ids: list[int]) -> list[InboxRow]:
    """The rows of these tickets, in this order."""
    return await _rows(db, await db.fetch(ROWS, ids)) if ids else []


async def opened(db: Reads, id_: int, viewer: int | None) -> tuple[TicketRow, CustomerPanel] | None:
    """One ticket's row with its particulars, and its customer, masked; None when the viewer may not see it."""
    r = await db.fetchrow(ONE, id_, viewer)
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


async def staff(db: Reads) -> list[dict[str, Any]]:
    """Everybody a ticket can be given to."""
    return [dict(row) for row in await db.fetch(STAFF)]

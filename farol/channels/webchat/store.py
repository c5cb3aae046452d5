"""Statements of the customer's own lists."""

from typing import Any

from farol.core.tickets.model import Words, shorten, shown_words
from farol.kit.db import Reads

from .model import Continues, OwnTicket

OWN = """
select t.id, t.number, t.subject, t.status, t.channel, t.opened_at, coalesce(w.at, t.opened_at) as updated_at, t.seq,
  w.author_kind, w.body, w.at as said_at, s.alias as agent, z.shown_zh, z.shown_en, g.id as on_id, g.number as on_number,
  (select count(*)::int from message m where m.ticket_id = t.id and m.author_kind in ('staff', 'assistant') and not m.internal
    and m.seq > greatest(
      coalesce((select r.seq from read_mark r where r.ticket_id = t.id and r.reader = 'customer' and r.reader_id = t.customer_id), 0),
      coalesce((select max(o.seq) from message o where o.ticket_id = t.id and o.author_kind = 'customer'), 0))) as unread
from ticket t left join staff s on s.id = t.owner_id left join stage z on z.key = t.stage
left join lateral (select m.author_kind, m.body, m.at from message m where m.ticket_id = t.id and not m.internal
  order by m.seq desc limit 1) w on true
left join lateral (
  with recursive way as (
    select o.id, o.number, o.customer_id, o.merged_into, 1 as n from ticket o where o.id = t.merged_into
    union all
    select o.id, o.number, o.customer_id, o.merged_into, y.n + 1 from way y join ticket o on o.id = y.merged_into where y.n < 200)
  select id, number from way where merged_into is null and customer_id = t.customer_id) g on true
"""
OWN_LIST = OWN + "where t.customer_id = $1 order by t.status = 'closed', t.id desc limit 50"
OWN_ONE = OWN + "where t.id = $2 and t.customer_id = $1"
OWN_NUMBER = OWN + "where t.number = $2 and t.customer_id = $1"
ACCOUNT = "select uid, time_zone from customer where id = $1"


def _own(r: Any) -> OwnTicket:
    words = None if r["author_kind"] is None else Words(r["author_kind"], shorten(r["body"]), r["said_at"])
    on = None if r["on_id"] is None else Continues(r["on_id"], r["on_number"])
    return OwnTicket(
        r["id"], r["number"], r["subject"], r["status"], r["channel"], r["opened_at"], r["updated_at"], words, r["unread"], r["seq"], on,
        shown_words(r["shown_zh"], r["shown_en"]) or None)


async def own_list(db: Reads, customer_id: int) -> list[OwnTicket]:
    """The customer's tickets, open ones first."""
    return [_own(r) for r in await db.fetch(OWN_LIST, customer_id)]


async def own_one(db: Reads, customer_id: int, ticket_id: int) -> tuple[OwnTicket, str | None] | None:
    """One own ticket and the name of who answers."""
    r = await db.fetchrow(OWN_ONE, customer_id, ticket_id)
    return (_own(r), r["agent"]) if r else None


async def own_by_number(db: Reads, customer_id: int, number: str) -> OwnTicket | None:
    """One own ticket by the number people quote."""
    r = await db.fetchrow(OWN_NUMBER, customer_id, number)
    return _own(r) if r else None


async def account(db: Reads, customer_id: int) -> tuple[str | None, str]:
    """The customer's id at the exchange, None for visitors, and their time zone."""
    row = await db.fetchrow(ACCOUNT, customer_id)
    assert row
    return row["uid"], row["time_zone"]

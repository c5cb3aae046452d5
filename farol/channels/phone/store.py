"""Statements on calls and the line they wait in."""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.tickets.visibility import BELONGS
from farol.kit.db import Reads, every, one

from .model import Call

COLUMNS = """
select id, connection_id, sid, direction, caller, language, state, step, tries, lane, wish, severity, ticket_id, about_id, customer_id, hint_id,
  proven_at, consent, began_at, rank_at, answered_at, ended_at, outcome, staff_id, conference, parent_id, offered_to, offered_until, tried_out,
  not_before, seconds, asked
from phone_call """
BY_ID = COLUMNS + "where id = $1"
BY_ID_LOCK = COLUMNS + "where id = $1 for no key update"
BY_SID_LOCK = COLUMNS + "where sid = $1 for no key update"
ADD = """
insert into phone_call (connection_id, sid, direction, caller, language, state, severity, ticket_id, customer_id, hint_id, proven_at, began_at, rank_at,
  parent_id, lane, not_before)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (sid) do nothing returning id"""
SAVE = """
update phone_call set sid = $2, language = $3, state = $4, step = $5, tries = $6, lane = $7, wish = $8, severity = $9, ticket_id = $10, about_id = $11,
  customer_id = $12, hint_id = $13, proven_at = $14, consent = $15, rank_at = $16, answered_at = $17, ended_at = $18, outcome = $19, staff_id = $20,
  conference = $21, offered_to = $22, offered_until = $23, tried_out = $24, not_before = $25, seconds = $26, asked = $27
where id = $1"""
CLAIM = "update phone_call set sid = $2 where id = $1 and state = 'bringing' and sid is null returning id"
UNCLAIM = "update phone_call set sid = $3 where id = $1 and sid = $2 returning id"
HINT = """
select min(id) from customer where uid is not null and phone <> '' and regexp_replace(phone, '[^0-9+]', '', 'g') = $1 having count(*) = 1"""
RECENT = "select count(*)::int from phone_call where caller = $1 and direction = 'in' and began_at > $2"
# Visitors alone: they are nothing but their number. A customer's own is proven by a code.
VISITORS = """
select distinct p.customer_id from phone_call p join customer c on c.id = p.customer_id
where p.caller = $1 and p.caller <> '' and c.uid is null and p.began_at > $2 limit 20"""
IN_LINE = "select count(*)::int from phone_call where connection_id = $1 and ended_at is null and direction = 'in'"
LIVE = COLUMNS + "where ended_at is null and state <> 'menu' order by severity, rank_at, id limit 500"
AHEAD = """
select count(*)::int from phone_call where ended_at is null and state in ('waiting', 'ringing') and id <> $1
  and (severity, rank_at, id) < ($2, $3, $1) and coalesce(not_before, $4) <= $4"""
UNOFFERED = COLUMNS + """where ended_at is null and state = 'waiting' and coalesce(offered_until, $1) <= $1 and coalesce(not_before, $1) <= $1
order by severity, rank_at, id limit $2 for no key update skip locked"""
STUCK = COLUMNS + """where ended_at is null and began_at < $1 and state <> 'waiting' order by id limit 50 for no key update skip locked"""
PAST = """
select outcome, extract(epoch from coalesce(answered_at, ended_at) - coalesce(rank_at, began_at))::float8 as waited,
  extract(epoch from ended_at - answered_at)::float8 as talked
from phone_call where ended_at > $1 and rank_at is not null order by ended_at desc limit 500"""
MISSED_BEFORE = """
select c.ticket_id, c.customer_id from phone_call c join ticket t on t.id = c.ticket_id
where c.caller = $1 and c.caller <> '' and c.began_at > $2 and c.outcome in ('missed', 'abandoned') and c.proven_at is null
  and t.customer_id = c.customer_id and t.status <> 'closed' and t.merged_into is null order by c.id desc limit 1"""
TICKET_BY_DIGITS = "select id, customer_id, number from ticket where right(number, length($1)) = $1 and regexp_replace(number, '[^0-9]', '', 'g') in ($1, $2) order by id desc limit 1"
NUMBERS = "select id, number from ticket where id = any($1::bigint[])"
CUSTOMER_OF = "select customer_id from ticket where id = $1"
NUMBER_OF = "select number from ticket where id = $1"
ENTITY = "select entity from customer where id = $1"
TIER = "select tier, uid from customer where id = $1"
CUSTOMER_BY_UID = "select id from customer where uid = $1"
LOG = COLUMNS + """where ($1::bigint is null or connection_id = $1) and ($2::bigint is null or id < $2) and ($3 = '' or caller = $3)
  and (ticket_id is null or ticket_id = any($4::bigint[]) or $4::bigint[] is null) and (ended_at is not null) order by id desc limit $5"""
OF_TICKET = COLUMNS + "where ticket_id = $1 order by id desc limit 100"
OF_CUSTOMER = COLUMNS + """where ended_at is null and state in ('ringing', 'bringing', 'talking', 'held') and staff_id is not null
  and (ticket_id in (select id from ticket where customer_id = $1) or about_id in (select id from ticket where customer_id = $1)) order by id limit 5"""
REFUSED = """
insert into phone_refused as r (day, reason, n) values (current_date, $1, 1) on conflict (day, reason) do update set n = r.n + 1"""
BELONGS["phone_call_id"] = "select ticket_id from phone_call where id = $1"

NOT_SAVED = ("id", "connection_id", "direction", "caller", "began_at", "parent_id")


async def call(db: Reads, id_: int, *, lock: bool = False) -> Call | None:
    """One call."""
    return await one(db, Call, BY_ID_LOCK if lock else BY_ID, id_)


async def by_sid(db: Reads, sid: str) -> Call | None:
    """The call with this id at the provider, locked."""
    return await one(db, Call, BY_SID_LOCK, sid)


async def add(
    db: Reads, *, connection_id: int, sid: str | None, direction: str, caller: str, language: str, state: str, now: datetime, severity: str = "P3",
    ticket_id: int | None = None, customer_id: int | None = None, hint_id: int | None = None, proven_at: datetime | None = None,
    rank_at: datetime | None = None, parent_id: int | None = None, lane: str = "", not_before: datetime | None = None,
) -> int | None:
    """A new call; None when there is one with this sid."""
    id_: int | None = await db.fetchval(
        ADD, connection_id, sid, direction, caller, language, state, severity, ticket_id, customer_id, hint_id, proven_at, now, rank_at, parent_id,
        lane, not_before)
    return id_


async def save(db: Reads, call: Call) -> None:
    """Writes everything about a locked call that can change."""
    await db.execute(SAVE, call.id, *(value for name, value in msgspec.structs.asdict(call).items() if name not in (*NOT_SAVED, "id")))


async def hint(db: Reads, number: str) -> int | None:
    """The one customer who has this number on record."""
    id_: int | None = await db.fetchval(HINT, number) if number else None
    return id_


async def recent(db: Reads, caller: str, since: datetime) -> int:
    """How often a number called lately; all that are held back count as one."""
    n: int = await db.fetchval(RECENT, caller, since)
    return n


async def visitors(db: Reads, caller: str, since: datetime) -> list[int]:
    """Who a number was lately, where nothing more is known of them."""
    return [row["customer_id"] for row in await db.fetch(VISITORS, caller, since)]


async def in_line(db: Reads, connection_id: int) -> int:
    """How many are in a number's menu or line."""
    n: int = await db.fetchval(IN_LINE, connection_id)
    return n


async def live(db: Reads) -> list[Call]:
    """All calls past the menu, those who wait in their order."""
    return await every(db, Call, LIVE)


async def ahead(db: Reads, call: Call, now: datetime) -> int:
    """How many come before."""
    n: int = await db.fetchval(AHEAD, call.id, call.severity, call.rank_at or now, now)
    return n


async def unoffered(db: Reads, now: datetime, most: int) -> list[Call]:
    """Those that wait and lie before nobody, the first first, locked."""
    return await every(db, Call, UNOFFERED, now, most)


async def stuck(db: Reads, before: datetime) -> list[Call]:
    """Calls that should long be over, locked."""
    return await every(db, Call, STUCK, before)


async def past(db: Reads, since: datetime) -> list[Any]:
    """Waits and talks of calls that are over."""
    return await db.fetch(PAST, since)


async def missed_before(db: Reads, caller: str, since: datetime) -> tuple[int, int] | None:
    """Ticket and visitor of an earlier missed call from the same number, which goes on there."""
    row = await db.fetchrow(MISSED_BEFORE, caller, since)
    return (row["ticket_id"], row["customer_id"]) if row else None


async def ticket_by_digits(db: Reads, digits: str, year: int) -> tuple[int, int, str] | None:
    """Ticket, its customer and its number by the digits of the number, with or without the year."""
    row = await db.fetchrow(TICKET_BY_DIGITS, digits, f"{year}{digits.rjust(6, '0')}")
    return (row["id"], row["customer_id"], row["number"]) if row else None


async def number_of(db: Reads, ticket_id: int | None) -> str:
    """What people call a ticket; empty for none."""
    return (await db.fetchval(NUMBER_OF, ticket_id) or "") if ticket_id else ""


async def tier(db: Reads, customer_id: int) -> tuple[str, str | None]:
    """A customer's tier and account."""
    row = await db.fetchrow(TIER, customer_id)
    return (row["tier"], row["uid"]) if row else ("", None)


async def by_uid(db: Reads, uid: str) -> int | None:
    """The customer of an account."""
    id_: int | None = await db.fetchval(CUSTOMER_BY_UID, uid)
    return id_


async def log(db: Reads, connection_id: int | None, before: int | None, caller: str, tickets: list[int] | None, most: int) -> list[Call]:
    """Calls that are over, newest first. tickets: only of these, None for all."""
    return await every(db, Call, LOG, connection_id, before, caller, tickets, most)


async def of_ticket(db: Reads, ticket_id: int) -> list[Call]:
    """A ticket's calls, newest first."""
    return await every(db, Call, OF_TICKET, ticket_id)


async def of_customer(db: Reads, customer_id: int) -> list[Call]:
    """Calls that are on now about a customer's tickets, proven or only named."""
    return await every(db, Call, OF_CUSTOMER, customer_id)


async def refused(db: Reads, reason: str) -> None:
    """Counts a webhook that was turned away."""
    await db.execute(REFUSED, reason)

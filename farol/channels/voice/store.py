"""Statements on calls."""

from datetime import datetime, timedelta

import msgspec

from farol.kit.db import Reads, every, one

from .model import Call, Signal

COLUMNS = """
select c.id, c.ticket_id, c.kind, c.state, c.why, coalesce(s.alias, '') as who, c.recording, c.asked_at, c.taken_at, c.live_at, c.ended_at
from call c left join staff s on s.id = c.staff_id """
ONE = COLUMNS + "where c.id = $1"
OWN = COLUMNS + "join ticket t on t.id = c.ticket_id where c.id = $1 and t.customer_id = $2"
NEWEST = COLUMNS + "where c.ticket_id = $1 and (c.state <> 'ended' or c.ended_at > now() - interval '1 minute') order by c.id desc limit 1"
ASK = """
insert into call (ticket_id, kind, state, staff_id, seen_customer, seen_staff)
select t.id, $2, $3, $4, now(), now() from ticket t where t.id = $1 and t.status <> 'closed' and t.merged_into is null returning id"""
TAKE = """
update call set state = 'taken', taken_at = now(), staff_id = coalesce($2, staff_id), seen_customer = now(), seen_staff = now()
where id = $1 and state = $3 returning ticket_id, staff_id"""
LIVE = "update call set state = 'live', live_at = now() where id = $1 and state = 'taken' returning ticket_id"
CONSENT = "update call set recording = $2, consent_at = case when $2 then now() end where id = $1 and state in ('taken', 'live') returning ticket_id"
END = """
update call set state = 'ended', why = $2, ended_at = now() where id = $1 and state <> 'ended'
returning ticket_id, coalesce(extract(epoch from now() - live_at), 0)::int as seconds, taken_at is not null as taken"""
FORGET_SIGNALS = "delete from call_signal where call_id = $1"
SIGNAL = """
insert into call_signal (call_id, seq, side, kind, body)
select $1, coalesce(max(s.seq), 0) + 1, $2, $3, $4 from call_signal s where s.call_id = $1 having count(*) < $5 returning seq"""
HOLD = "select state from call where id = $1 for update"
SIGNALS = "select seq, kind, body from call_signal where call_id = $1 and side <> $2 and seq > $3::bigint order by seq limit $4"
SEEN = {
    "customer": "update call set seen_customer = now() where id = $1 and seen_customer < now() - interval '4 seconds'",
    "staff": "update call set seen_staff = now() where id = $1 and seen_staff < now() - interval '4 seconds'",
}
ABOUT = """
select c.language, c.time_zone from ticket t join customer c on c.id = t.customer_id where t.id = $1"""
RECORDED = "update call set recordings = recordings + 1 where id = $1 and recording and recordings < 20 returning ticket_id, consent_at"
LISTENING = "select t.customer_id, coalesce(c.staff_id, t.owner_id) as staff_id from call c join ticket t on t.id = c.ticket_id where c.id = $1"
STAFF_OF = "select staff_id from call where id = $1"
OPEN = "select exists (select from agent_state a join staff s on s.id = a.staff_id where a.state = 'available' and s.disabled_at is null)"
AVAILABLE = "select a.staff_id from agent_state a join staff s on s.id = a.staff_id where a.state = 'available' and s.disabled_at is null limit 200"
WAITING = COLUMNS + "where c.state = 'asked' order by c.id limit 50"
LATE = """
select id, case when state = 'asked' then 'missed' when state = 'invited' then 'cancelled' when state = 'taken' then 'failed'
  when live_at < now() - $5::interval then 'too_long' else 'lost' end as why
from call where state <> 'ended' and (
  state = 'asked' and (asked_at < now() - $1::interval or seen_customer < now() - $4::interval)
  or state = 'invited' and asked_at < now() - $2::interval or state = 'taken' and taken_at < now() - $3::interval
  or state = 'live' and (least(seen_customer, seen_staff) < now() - $4::interval or live_at < now() - $5::interval))
limit 100"""


class About(msgspec.Struct, frozen=True):
    """How whoever a call's ticket concerns is spoken to."""

    language: str
    time_zone: str


class Ended(msgspec.Struct, frozen=True):
    """A call that is over. taken: whether both had agreed."""

    ticket_id: int
    seconds: int
    taken: bool


async def call(db: Reads, id_: int) -> Call | None:
    """One call."""
    return await one(db, Call, ONE, id_)


async def own_call(db: Reads, id_: int, customer_id: int) -> Call | None:
    """One call, if it is in a ticket of this customer's."""
    return await one(db, Call, OWN, id_, customer_id)


async def newest(db: Reads, ticket_id: int) -> Call | None:
    """The call that goes on in a ticket, or ended within the minute."""
    return await one(db, Call, NEWEST, ticket_id)


async def ask(db: Reads, ticket_id: int, kind: str, state: str, staff_id: int | None) -> int | None:
    """A new call; None when the ticket takes none."""
    id_: int | None = await db.fetchval(ASK, ticket_id, kind, state, staff_id)
    return id_


async def take(db: Reads, id_: int, staff_id: int | None, was: str) -> tuple[int, int] | None:
    """Both agreed: ticket and agent; None when it was not so any more."""
    row = await db.fetchrow(TAKE, id_, staff_id, was)
    return (row["ticket_id"], row["staff_id"]) if row else None


async def live(db: Reads, id_: int) -> int | None:
    """They hear each other: the ticket, None when that was known."""
    found: int | None = await db.fetchval(LIVE, id_)
    return found


async def consent(db: Reads, id_: int, given: bool) -> int | None:
    """Whether it may be recorded: the ticket, None when it is over."""
    found: int | None = await db.fetchval(CONSENT, id_, given)
    return found


async def end(db: Reads, id_: int, why: str) -> Ended | None:
    """It is over, and what the browsers told each other is forgotten; None when it was."""
    found = await one(db, Ended, END, id_, why)
    if found:
        await db.execute(FORGET_SIGNALS, id_)
    return found


async def signal(db: Reads, id_: int, side: str, kind: str, body: str, most: int) -> tuple[str | None, int | None]:
    """Keeps what one side says. The call's state (None: there is none), and the seq (None: too many, or over)."""
    state: str | None = await db.fetchval(HOLD, id_)
    if state not in ("taken", "live"):
        return state, None
    return state, await db.fetchval(SIGNAL, id_, side, kind, body, most)


async def signals(db: Reads, id_: int, side: str, after: int, most: int) -> list[Signal]:
    """What the other side said, in order."""
    return await every(db, Signal, SIGNALS, id_, side, after, most)


async def seen(db: Reads, id_: int, side: str) -> None:
    """That side is there."""
    await db.execute(SEEN[side], id_)


async def about(db: Reads, ticket_id: int) -> About | None:
    """How the customer of a ticket is spoken to."""
    return await one(db, About, ABOUT, ticket_id)


async def recorded(db: Reads, id_: int) -> tuple[int, datetime] | None:
    """A recording is kept: ticket, and when the customer agreed; None when they did not."""
    row = await db.fetchrow(RECORDED, id_)
    return (row["ticket_id"], row["consent_at"]) if row else None


async def staff_of(db: Reads, id_: int) -> int | None:
    """Who of the staff speaks."""
    found: int | None = await db.fetchval(STAFF_OF, id_)
    return found


async def listening(db: Reads, id_: int) -> tuple[int, int | None]:
    """The customer of a call, and who of the staff speaks; while nobody does, who has the ticket, if anybody."""
    row = await db.fetchrow(LISTENING, id_)
    assert row
    return row["customer_id"], row["staff_id"]


async def somebody_available(db: Reads) -> bool:
    """Whether anybody of the desk takes work now."""
    return bool(await db.fetchval(OPEN))


async def available(db: Reads) -> list[int]:
    """Who takes work now."""
    return [row["staff_id"] for row in await db.fetch(AVAILABLE)]


async def waiting(db: Reads) -> list[Call]:
    """Calls that wait for somebody, oldest first."""
    return await every(db, Call, WAITING)


async def late(db: Reads, asked: timedelta, invited: timedelta, connecting: timedelta, silent: timedelta, longest: timedelta) -> list[tuple[int, str]]:
    """Calls whose time is over, and why they end."""
    return [(row["id"], row["why"]) for row in await db.fetch(LATE, asked, invited, connecting, silent, longest)]

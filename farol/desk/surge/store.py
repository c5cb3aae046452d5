"""Statements on topics, surge mode and the dial."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.kit.db import Reads, every, one

from .model import WEEKS, WINDOW_MIN, Dial, Load, Mode, Topic, Verdict

MODE = """
select m.id, m.reason, m.slots, m.p4_later, m.surveys_off, m.callback_first, m.started_at, s.name as by_name, m.until
from surge_mode m join staff s on s.id = m.started_by where m.ended_at is null and m.until > $1"""
LOAD = """
select (select slots from surge_dial) as dial, m.id, m.reason, m.slots, m.p4_later, m.surveys_off, m.callback_first, m.started_at,
  s.name as by_name, m.until
from (select) one left join surge_mode m on m.ended_at is null and m.until > $1 left join staff s on s.id = m.started_by"""
START = """
insert into surge_mode (reason, slots, p4_later, surveys_off, callback_first, started_at, started_by, until)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning id"""
END = "update surge_mode set ended_at = $1, ended_by = $2 where ended_at is null returning id"
EXPIRE = "update surge_mode set ended_at = until where ended_at is null and until <= $1 returning id"
DIAL = "select d.slots, d.set_at, s.name as by_name from surge_dial d join staff s on s.id = d.set_by"
SET_DIAL = """
insert into surge_dial (slots, set_at, set_by) values ($1, $2, $3)
on conflict (one) do update set slots = excluded.slots, set_at = excluded.set_at, set_by = excluded.set_by"""
DROP_DIAL = "delete from surge_dial"
ABOUT = """
select t.opened_at, t.reason, concat_ws(E'\\n', t.subject, left(m.body, 3000)) as words from ticket t
left join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' order by m.seq limit 1) m on true
where t.id = $1"""
MENTION = """
insert into surge_mention (ticket_id, topic, at) select $1, u.topic, $3 from unnest($2::text[]) u(topic) on conflict do nothing"""
NEVER_MIND = "delete from surge_mention where ticket_id = $1 and topic like 'reason:%' and not topic = any($2::text[])"
NOW = "select topic, count(*)::int as n from surge_mention where at > $1 and at <= $2 group by 1"
# The same hour of this weekday: three windows of twenty minutes in each of the last weeks that the desk already knew.
PAST = """
with slot as (
  select w, k, $1::timestamptz - make_interval(days => 7 * w, mins => ($2::int) * (k - 1)) as until
  from generate_series(1, $3::int) w, generate_series(0, 2) k
  where $1::timestamptz - make_interval(days => 7 * w, mins => ($2::int) * k) >= (select min(opened_at) from ticket))
select s.w * 3 + s.k as slot, m.topic, count(m.topic)::int as n from slot s
left join surge_mention m on m.at > s.until - make_interval(mins => $2::int) and m.at <= s.until group by 1, 2"""
NAMED = """
select f.topic as family, o.topic, count(*)::int as n from surge_mention f join surge_mention o on o.ticket_id = f.ticket_id
where f.topic = any($3::text[]) and f.at > $1 and f.at <= $2 and o.topic <> f.topic and o.topic not like 'reason:%' and o.topic <> 'all'
group by 1, 2 order by 3 desc limit 200"""
WRITE = """
insert into surge_topic as t (topic, n, usual, spread, samples, factor, level, detail, since, at)
select u.* from unnest($1::text[], $2::int[], $3::real[], $4::real[], $5::int[], $6::real[], $7::text[], $8::jsonb[],
  array_fill($9::timestamptz, array[cardinality($1::text[])]), array_fill($9::timestamptz, array[cardinality($1::text[])])) u
on conflict (topic) do update set n = excluded.n, usual = excluded.usual, spread = excluded.spread, samples = excluded.samples,
  factor = excluded.factor, level = excluded.level, detail = excluded.detail, at = excluded.at,
  since = case when t.level = 'usual' or t.level is null then excluded.since else t.since end"""
FORGET = "delete from surge_topic where at < $1"
TOLD = """
update surge_topic set told_at = $1::timestamptz where level = 'high' and (told_at is null or told_at < $1::timestamptz - interval '1 hour')
returning topic, n, usual"""
RISING = """
select topic, n, usual, spread, samples, factor, level, detail, since from surge_topic
where level <> 'usual' and at > $1 order by level = 'high' desc, n - usual desc limit 20"""
TOPICS = """
select topic, n, usual, spread, samples, factor, level, detail, since from surge_topic where at > $1 order by n desc limit 100"""
FEW_SECONDS = "select pg_try_advisory_xact_lock(hashtext('surge.watch'))"
PRUNE = "delete from surge_mention where at < $1"
WHO_TO_TELL = "select id from staff where role in ('lead', 'duty') and disabled_at is null"


class About(msgspec.Struct, frozen=True):
    """What a ticket is about, before anybody has looked."""

    opened_at: datetime
    reason: str | None
    words: str


async def mode(db: Reads, now: datetime) -> Mode | None:
    """Surge mode, when it is on."""
    return await one(db, Mode, MODE, now)


async def load(db: Reads, now: datetime) -> Load:
    """Surge mode and dial in one statement, for the queue."""
    row: Any = await db.fetchrow(LOAD, now)
    values = dict(row)
    dial = values.pop("dial")
    return Load(Mode(**values) if values["id"] is not None else None, dial)


async def dial(db: Reads) -> Dial | None:
    """What was set by hand."""
    return await one(db, Dial, DIAL)


async def about(db: Reads, ticket_id: int) -> About | None:
    """A ticket's own words."""
    return await one(db, About, ABOUT, ticket_id)


async def now_counts(db: Reads, now: datetime) -> dict[str, int]:
    """New tickets by topic in the last twenty minutes."""
    return {r["topic"]: r["n"] for r in await db.fetch(NOW, now - timedelta(minutes=WINDOW_MIN), now)}


async def past_counts(db: Reads, now: datetime) -> tuple[int, dict[str, list[int]]]:
    """How many past windows there are to compare with, and each topic's counts in those where it came up."""
    slots: set[int] = set()
    found: dict[str, list[int]] = {}
    for r in await db.fetch(PAST, now, WINDOW_MIN, WEEKS):
        slots.add(r["slot"])
        if r["topic"] is not None:
            found.setdefault(r["topic"], []).append(r["n"])
    return len(slots), found


async def named(db: Reads, now: datetime, topics: list[str]) -> dict[str, dict[str, int]]:
    """Coins and networks named in each topic's new tickets, the most named first, at most three."""
    found: dict[str, dict[str, int]] = {}
    for r in await db.fetch(NAMED, now - timedelta(minutes=WINDOW_MIN), now, topics):
        mine = found.setdefault(r["family"], {})
        if len(mine) < 3:
            mine[r["topic"]] = r["n"]
    return found


async def write(db: Reads, now: datetime, rows: list[tuple[str, int, int, Verdict, dict[str, int]]]) -> None:
    """Stores how topics stand: topic, now, samples, verdict, detail."""
    if rows:
        await db.execute(
            WRITE, [r[0] for r in rows], [r[1] for r in rows], [r[3].usual for r in rows], [r[3].spread for r in rows],
            [r[2] for r in rows], [r[3].factor for r in rows], [r[3].level for r in rows], [r[4] for r in rows], now)
    await db.execute(FORGET, now - timedelta(minutes=5))


async def rising(db: Reads, now: datetime) -> list[Topic]:
    """Topics above their usual, the worst first."""
    return await every(db, Topic, RISING, now - timedelta(minutes=5))


async def topics(db: Reads, now: datetime) -> list[Topic]:
    """All topics that came up lately."""
    return await every(db, Topic, TOPICS, now - timedelta(minutes=5))

"""Statements of proactive messages. Lock order: the customer's line (an advisory lock by uid), then the message, then a ticket."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from farol.core.exchange.states import DepositState as D
from farol.core.exchange.states import WithdrawalState as W
from farol.kit.db import Reads, every, one

from .model import ALL, Counts, Message, Reached, Setting

COLUMNS = """
select id, play, topic, uid, core_id, entity_kind, entity_id, data, happened_at, state, why, due_at, title_zh, title_en, words_zh, words_en,
  said_at, seen_at, ticket_id, answer_id from play_message """
ONE = COLUMNS + "where id = $1"
# Those of a customer who is here: a message is their own by the account it is about.
OWN = COLUMNS + "where id = $2 and state = 'said' and uid = (select uid from customer where id = $1)"
OWN_LIST = COLUMNS + """
where state = 'said' and uid = (select uid from customer where id = $1) and said_at > $2 order by said_at desc limit 30"""
ADD = """
insert into play_message (play, topic, uid, core_id, entity_kind, entity_id, data, happened_at, due_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint play_once do nothing returning id"""
REACHED = "select id, email, language, time_zone from customer where uid = $1"
# One at a time for a customer, so that two events of a minute cannot both be the first of the day.
LINE = "select pg_advisory_xact_lock(hashtextextended('play:' || $1, 0))"
LOCK = COLUMNS + "where id = $1 and state = 'waiting' for update"
STANDS = """
select exists (select from play_optout o where o.uid = $1 and o.topic in ($2, '')) as stopped,
  exists (select from play_message m where m.uid = $1 and m.topic = $2 and m.state = 'said' and m.said_at > $3) as capped"""
SAY = """
update play_message set state = 'said', said_at = $2, title_zh = $3, title_en = $4, words_zh = $5, words_en = $6 where id = $1"""
DROP = "update play_message set state = 'dropped', why = $2 where id = $1 and state = 'waiting' returning true"
PUT_OFF = "update play_message set due_at = $2 where id = $1 and state = 'waiting'"
SEEN = "update play_message set seen_at = now() where id = $1 and seen_at is null"
MAILED = "update play_message set mailed_at = now() where id = $1 and mailed_at is null returning true"
ANSWERED = "update play_message set ticket_id = $2, answer_id = $3, answered_at = now(), seen_at = coalesce(seen_at, now()) where id = $1 and ticket_id is null returning true"
# A ticket about the thing we wrote of, by the customer we wrote to, is an answer, whichever way it came.
ABOUT = COLUMNS + """
where state = 'said' and ticket_id is null and said_at > $2 and (entity_kind, entity_id) = (
    select t.about->>'kind', t.about->>'id' from ticket t where t.id = $1)
  and uid = (select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1) order by id desc limit 1"""
NUMBER = "select number from ticket where id = $1"
OF_TICKET = COLUMNS + "where ticket_id = $1"
STOP = "insert into play_optout (uid, topic, way) select $1, u, $3 from unnest($2::text[]) u on conflict do nothing"
WANT = "delete from play_optout where uid = $1 and topic = any($2::text[])"
STOPPED = "select topic from play_optout where uid = $1"
SETTINGS = """
select s.play, s.active, s.words_zh, s.words_en, t.name as by, s.changed_at as at from play_setting s join staff t on t.id = s.changed_by"""
SET = """
insert into play_setting (play, active, words_zh, words_en, changed_by) values ($1, $2, $3, $4, $5)
on conflict (play) do update set active = excluded.active, words_zh = excluded.words_zh, words_en = excluded.words_en,
  changed_by = excluded.changed_by, changed_at = now()"""
COUNTS = """
select m.play, count(*) filter (where m.state = 'said')::int as said, count(m.ticket_id)::int as answered,
  count(*) filter (where m.why = 'capped')::int as capped from play_message m where m.at > now() - interval '30 days' group by 1"""
STOPPED_COUNTS = "select topic, count(*)::int as n from play_optout group by 1"
# Of every deposit and withdrawal of that coin and network the newest event; it is under way while that one does not end it.
UNDER_WAY = """
select distinct e.uid from (
  select distinct on (entity_kind, entity_id) uid, type from core_event
  where entity_kind in ('deposit', 'withdrawal') and data->>'coin' = $1 and data->>'network' = $2 and uid is not null and at > $3
  order by entity_kind, entity_id, seq desc) e
where e.type <> all($4::text[]) and e.uid > $5 order by 1 limit $6"""
TOLD = """
select distinct uid from play_message where play = 'network_suspended' and state = 'said' and said_at > $3
  and data->>'coin' = $1 and data->>'network' = $2 and uid > $4 order by 1 limit $5"""
OLD = "delete from play_message where id = any(array(select id from play_message where at < now() - $1::interval and ticket_id is null limit $2))"
_ENDS = [
    *(f"deposit.{state}" for state in (D.AVAILABLE, D.REJECTED, D.RETURNED)),
    *(f"withdrawal.{state}" for state in (W.COMPLETED, W.CANCELLED, W.REJECTED, W.FAILED)),
]


class Stands(msgspec.Struct, frozen=True):
    """What speaks against saying it."""

    stopped: bool
    capped: bool


async def message(db: Reads, id_: int) -> Message | None:
    """One, whoever asks."""
    return await one(db, Message, ONE, id_)


async def own(db: Reads, customer_id: int, id_: int) -> Message | None:
    """One that was said to that customer."""
    return await one(db, Message, OWN, customer_id, id_)


async def own_list(db: Reads, customer_id: int, since: datetime) -> list[Message]:
    """What was said to them, newest first."""
    return await every(db, Message, OWN_LIST, customer_id, since)


async def add(
    db: Reads, *, play: str, topic: str, uid: str, core_id: str, entity: tuple[str, str], data: dict[str, Any], happened_at: datetime, due_at: datetime,
) -> int | None:  # fmt: skip
    """A message that waits; None when this event has led to one before."""
    id_: int | None = await db.fetchval(ADD, play, topic, uid, core_id, *entity, data, happened_at, due_at)
    return id_


async def reached(db: Reads, uid: str) -> Reached:
    """Whom the account belongs to, as far as they were ever here."""
    return await one(db, Reached, REACHED, uid) or Reached(None, "", "en", "")


async def lock(tx: Reads, message_id: int, uid: str) -> Message | None:
    """The message, while it waits, with its customer's line held."""
    await tx.execute(LINE, uid)
    return await one(tx, Message, LOCK, message_id)


async def stands(db: Reads, uid: str, topic: str, since: datetime) -> Stands:
    """Whether the customer wants none, or had one since then."""
    found = await one(db, Stands, STANDS, uid, topic, since)
    assert found
    return found


async def say(tx: Reads, message_id: int, at: datetime, titles: tuple[str, str], words: tuple[str, str]) -> None:
    """It stands from now on."""
    await tx.execute(SAY, message_id, at, *titles, *words)


async def drop(tx: Reads, message_id: int, why: str) -> bool:
    """It is not said."""
    return bool(await tx.fetchval(DROP, message_id, why))


async def answered(tx: Reads, message_id: int, ticket_id: int, answer_id: UUID | None) -> bool:
    """The ticket it became; False when it became one before."""
    return bool(await tx.fetchval(ANSWERED, message_id, ticket_id, answer_id))

async def about(db: Reads, ticket_id: int, since: datetime) -> Message | None:
    """The message whose thing the ticket is about."""
    return await one(db, Message, ABOUT, ticket_id, since)


async def of_ticket(db: Reads, ticket_id: int) -> Message | None:
    """The message that a ticket answers."""
    return await one(db, Message, OF_TICKET, ticket_id)


async def stop(tx: Reads, uid: str, topics: list[str], way: str) -> None:
    """They do not want these."""
    await tx.execute(STOP, uid, topics, way)


async def want(tx: Reads, uid: str, topics: list[str]) -> None:
    """They want these again."""
    await tx.execute(WANT, uid, topics)


async def stopped(db: Reads, uid: str) -> set[str]:
    """What they do not want."""
    return {row["topic"] for row in await db.fetch(STOPPED, uid)}


async def settings(db: Reads) -> dict[str, Setting]:
    """What somebody changed, by play."""
    return {row["play"]: Setting(row["active"], row["words_zh"], row["words_en"], row["by"], row["at"]) for row in await db.fetch(SETTINGS)}


async def set_play(tx: Reads, play: str, active: bool, words: tuple[str, str], staff_id: int) -> None:
    """Changes one."""
    await tx.execute(SET, play, active, *words, staff_id)


async def counts(db: Reads) -> tuple[dict[str, Counts], dict[str, int]]:
    """By play, and how many stopped each topic."""
    found = {row["play"]: Counts(row["said"], row["answered"], row["capped"]) for row in await db.fetch(COUNTS)}
    return found, {row["topic"]: row["n"] for row in await db.fetch(STOPPED_COUNTS)}


async def under_way(db: Reads, coin: str, network: str, since: datetime, after: str, most: int) -> list[str]:
    """Accounts with something of that coin and network on its way, as the exchange's events tell, in order."""
    return [row["uid"] for row in await db.fetch(UNDER_WAY, coin, network, since, _ENDS, after, most)]


async def told(db: Reads, coin: str, network: str, since: datetime, after: str, most: int) -> list[str]:
    """Accounts that were told of the pause, in order."""
    return [row["uid"] for row in await db.fetch(TOLD, coin, network, since, after, most)]


async def prune(db: Reads, kept: timedelta, most: int) -> int:
    """Forgets old ones that nobody answered."""
    return int((await db.execute(OLD, kept, most)).rpartition(" ")[2])


def wants(topic: str, gone: set[str]) -> bool:
    """Whether somebody who stopped these still wants that one."""
    return ALL not in gone and topic not in gone

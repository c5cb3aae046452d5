"""Statements on cases and freezes. Lock order: the account, its customer, the ticket, the case."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from farol.core.exchange.model import Receipt
from farol.core.tickets import visibility
from farol.kit.db import Reads, one

from .model import Answers, Asked, Case, Freeze

TICKET_OF = "select ticket_id from emergency where id = $1"
visibility.BELONGS["emergency_id"] = TICKET_OF

TURN = "select pg_advisory_xact_lock(hashtextextended('emergency ' || $1, 0))"
KNOW = """
insert into customer (uid, language, seen_at) values ($1, $2, now()) on conflict (uid) do update set seen_at = now() returning id"""
COLUMNS = """
select e.id, e.ticket_id, t.number, e.customer_id, c.uid, c.name, coalesce(t.language, c.language) as language, c.time_zone, e.kind, e.drill,
  e.cause, e.at, e.position, e.round, e.ring_due, e.taken_by, coalesce(s.alias, '') as taker, e.taken_at, e.update_due, e.told_at, e.country,
  e.answers, e.answered_at, e.ended_at, e.outcome
from emergency e join ticket t on t.id = e.ticket_id join customer c on c.id = e.customer_id left join staff s on s.id = e.taken_by """
BY_ID = COLUMNS + "where e.id = $1"
BY_TICKET = COLUMNS + "where e.ticket_id = $1"
OF_CUSTOMER = COLUMNS + "where e.customer_id = $1 and e.ended_at is null and not e.drill and t.merged_into is null order by e.id desc limit 1"
DRILL_OF = COLUMNS + "where e.customer_id = $1 and e.ended_at is null and e.drill order by e.id desc limit 1"
LIVE = COLUMNS + """
, (select $1::bigint as id) viewer where (e.ended_at is null or e.ended_at > now() - interval '24 hours') and """ + visibility.SEEN + """
order by e.ended_at is not null, e.taken_by is not null, e.at desc limit 100"""
LOCK = "select id from emergency where id = $1 for no key update"
ADD = """
insert into emergency (ticket_id, customer_id, kind, drill, cause, at) select t.id, t.customer_id, $2, $3, $4, $5 from ticket t where t.id = $1
on conflict (ticket_id) do nothing returning id"""
ANEW = """
update emergency set kind = $2, position = 0, round = round + 1, taken_by = null, taken_at = null, ended_at = null, ended_by = null, outcome = null
where id = $1"""
PROMISE = "update emergency set update_due = $2, told_at = coalesce($3, told_at) where id = $1 and ended_at is null"
OVERDUE = "update emergency set update_due = null where id = $1 and update_due <= $2 and ended_at is null returning id"
OVERDUE_ONES = "select id from emergency where update_due <= $1 and ended_at is null order by update_due limit 50"
TAKE = "update emergency set taken_by = $2, taken_at = $3, ring_due = null where id = $1 and taken_by is null and ended_at is null returning id"
END = """
update emergency set ended_at = $2, ended_by = $3, outcome = $4, ring_due = null, update_due = null where id = $1 and ended_at is null returning id"""
ANSWER = "update emergency set answers = $2, answered_at = $3, country = coalesce(nullif($4, ''), country) where id = $1"
TICKET = "select severity, coalesce(reason, '') as reason, owner_id, status, merged_into is not null as merged from ticket where id = $1 for no key update"
SAID = "select body from message where ticket_id = $1 and seq = $2 and author_kind = 'customer' and not internal"
EVENT_LATELY = """
select exists (select from core_event e where e.uid = $1 and e.type = any($2::text[]) and e.at > $3::timestamptz)"""
PLACE = "update emergency set country = $2 where id = $1 and country = ''"
UID_OF = "select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1"

FREEZE_FIELDS = """
select id, emergency_id, uid, proof, outside, session, asked_at, state, why, frozen_at, until, confirmed_at, lifted_at, lifted_why from emergency_freeze """
FREEZE = FREEZE_FIELDS + "where emergency_id = $1"
STANDING = FREEZE_FIELDS + """
where uid = $1 and lifted_at is null and state <> 'refused' and not exists (select from emergency e where e.id = emergency_id and e.drill)
order by id desc limit 1"""
FROM_OUTSIDE = """
select max(asked_at) from emergency_freeze where uid = $1 and outside and state <> 'refused' and asked_at > $2"""
ADD_FREEZE = """
insert into emergency_freeze (emergency_id, uid, proof, outside, session, asked_at, until) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (emergency_id) do nothing returning id"""
AGAIN = """
update emergency_freeze set uid = $2, proof = $3, outside = $4, session = $5, asked_at = $6, until = $7, state = 'asked', why = '', frozen_at = null,
  confirmed_at = null, lifted_at = null, lifted_why = null
where emergency_id = $1 and (state = 'refused' or lifted_at is not null) returning id"""
SETTLE = """
update emergency_freeze set state = $2, why = $3, frozen_at = $4 where id = $1 and state <> $2 and state in ('asked', 'waiting') returning id"""
CONFIRM = """
update emergency_freeze set confirmed_at = $2 where id = $1 and confirmed_at is null and lifted_at is null returning id"""
FOR_GOOD = "update emergency_freeze set until = null where id = $1 and until is not null returning id"
# By the exchange's own times: what it tells late of an earlier freeze says nothing of this one.
LIFT = """
update emergency_freeze set lifted_at = $2, lifted_why = $3 where uid = $1 and lifted_at is null and state = 'frozen' and frozen_at < $2
returning emergency_id"""
CONTROLLED = """
select exists (select from emergency_freeze f join emergency e on e.id = f.emergency_id where f.id = $1 and f.uid = $2 and e.customer_id = $3
  and not e.drill and f.lifted_at is null and f.state <> 'refused')"""
ASKED = """
select p.type, p.state, p.why, p.receipt, p.settled_at from proposal p
where p.by_kind = 'customer' and p.by_id = $1 and p.client_id = any($2::uuid[]) order by p.id"""


class Ticket(msgspec.Struct, frozen=True):
    """What of a ticket matters here."""

    severity: str
    reason: str
    owner_id: int | None
    status: str
    merged: bool


async def case(db: Reads, statement: str, value: int, *, lock: bool = False) -> Case | None:
    """One, by one of the statements made of ``COLUMNS``; locked by its id."""
    if lock:
        await db.execute(LOCK, value)
    row = await db.fetchrow(statement, value)
    return case_of(row) if row else None


async def live(db: Reads, viewer: int | None) -> list[Case]:
    """Open ones and those that ended within a day, newest first, those without a person before the others."""
    return [case_of(row) for row in await db.fetch(LIVE, viewer)]


async def know(db: Reads, uid: str, language: str) -> int:
    """The customer of an account whose control was proven; they need never have written to us."""
    id_: int = await db.fetchval(KNOW, uid, language)
    return id_


async def add(db: Reads, ticket_id: int, kind: str, cause: str, at: datetime, *, drill: bool = False) -> int | None:
    """A case on a ticket; None when it has one."""
    id_: int | None = await db.fetchval(ADD, ticket_id, kind, drill, cause, at)
    return id_


async def ticket(db: Reads, ticket_id: int) -> Ticket | None:
    """The ticket, locked."""
    return await one(db, Ticket, TICKET, ticket_id)


async def freeze(db: Reads, emergency_id: int) -> Freeze | None:
    """The freeze of a case."""
    return await one(db, Freeze, FREEZE, emergency_id)


async def standing(db: Reads, uid: str) -> Freeze | None:
    """The freeze that is asked for or stands on an account."""
    return await one(db, Freeze, STANDING, uid)


async def asked(db: Reads, customer_id: int, client_ids: list[UUID]) -> list[Asked]:
    """The protective actions as they stand."""
    return [Asked(r["type"], r["state"], r["why"], None if r["receipt"] is None else msgspec.convert(r["receipt"], Receipt), r["settled_at"])
            for r in await db.fetch(ASKED, customer_id, client_ids)]


async def answer(db: Reads, emergency_id: int, answers: Answers, country: str, at: datetime) -> None:
    """Keeps the five answers; the last ones count."""
    await db.execute(ANSWER, emergency_id, msgspec.to_builtins(answers), at, country)


def case_of(row: Any) -> Case:
    """A row of ``COLUMNS``."""
    values = {name: row[name] for name in Case.__struct_fields__}
    values["answers"] = None if row["answers"] is None else msgspec.convert(row["answers"], Answers)
    return Case(**values)

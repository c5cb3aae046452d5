"""What screens show of escalations, and what a customer may be told."""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.tickets import visibility
from farol.desk.threads.model import Glimpse, Person
from farol.desk.threads.store import glimpses
from farol.kit.db import Reads
from farol.kit.permission import Actor

from .model import Owner, Step

SELECT = """
select e.id, e.ticket_id, e.cause, e.name, e.steps, e.why, e.ask, e.started_at, e.started_by, p.name as starter_name, e.step, e.due_at,
  e.thread_id, e.ended_at, e.outcome, e.words,
  (select jsonb_agg(jsonb_build_object('step', h.step, 'owner', jsonb_build_object('id', s.id, 'name', s.name), 'role', s.role,
      'since', h.since, 'acknowledged_at', h.acknowledged_at, 'until', h.until, 'why', h.why, 'words', h.words) order by h.id)
    from escalation_hold h join staff s on s.id = h.staff_id where h.escalation_id = e.id) as holds
from escalation e left join staff p on e.started_by = 'staff:' || p.id """
OF_TICKET = SELECT + "where e.ticket_id = $1 order by e.ended_at is not null, e.id desc limit 50"
HELD = SELECT + """
join escalation_hold me on me.escalation_id = e.id and me.until is null and me.staff_id = $1
where e.ended_at is null order by me.acknowledged_at is not null, e.due_at nulls last, e.id limit 200"""
ASKED = SELECT + "where e.started_by = 'staff:' || $1::bigint and e.ended_at is null order by e.id desc limit 100"
OTHERS = SELECT + """
where e.ended_at is null and not exists (select from escalation_hold h where h.escalation_id = e.id and h.until is null and h.staff_id = $1)
order by e.due_at nulls last, e.id limit 200"""  # noqa: S608  # constants
REACHED = """
select s.role, h.acknowledged_at from escalation e join escalation_hold h on h.escalation_id = e.id and h.until is null
join staff s on s.id = h.staff_id
where e.ticket_id = $1 and e.ended_at is null and h.acknowledged_at is not null and s.role in ('lead', 'duty')
order by h.acknowledged_at limit 1"""


class Hold(msgspec.Struct, frozen=True):
    """Who had it from when until when, and what ended that: unanswered, handed_back, taken, gone or ended."""

    step: int
    owner: Person
    role: str
    since: datetime
    acknowledged_at: datetime | None
    until: datetime | None
    why: str | None
    words: str | None


class Escalation(msgspec.Struct, frozen=True):
    """An escalation with its whole story; the last hold is the one now. started_by: None when nobody asked for it.
    due_at: when the next step comes; None when it was acknowledged or has ended."""

    id: int
    ticket_id: int
    cause: str
    name: str
    steps: list[Step]
    why: str
    ask: str
    started_at: datetime
    started_by: Person | None
    step: int
    due_at: datetime | None
    thread_id: int | None
    holds: list[Hold]
    ended_at: datetime | None
    outcome: str | None
    words: str | None


class Listed(msgspec.Struct, frozen=True):
    """An escalation with what its ticket is about."""

    escalation: Escalation
    about: Glimpse


class Mine(msgspec.Struct, frozen=True):
    """held: mine now; asked: those I began; others: everybody's, for who manages escalations."""

    held: list[Listed]
    asked: list[Listed]
    others: list[Listed]


class Reached(msgspec.Struct, frozen=True):
    """For the customer: somebody above the agent works on it since then. who: lead or duty; nothing else is ever told."""

    who: str
    since: datetime


class RungView(msgspec.Struct, frozen=True):
    """A ladder one may choose: who comes, after how long."""

    id: int | None
    name: str
    owners: list[Owner]
    waits_s: list[int]


async def of_ticket(db: Reads, ticket_id: int) -> list[Escalation]:
    """A ticket's escalations, open ones first."""
    return [_view(r) for r in await db.fetch(OF_TICKET, ticket_id)]


async def mine(db: Reads, actor: Actor, *, all_: bool) -> Mine:
    """What the actor holds and asked for; with ``all_`` also everybody else's."""
    lists = [[_view(r) for r in await db.fetch(query, actor.id)] for query in ((HELD, ASKED, OTHERS) if all_ else (HELD, ASKED))]
    ids = sorted({e.ticket_id for found in lists for e in found})
    about = await glimpses(db, ids, await visibility.seen(db, actor, ids)) if ids else {}
    shown = [[Listed(e, about[e.ticket_id]) for e in found] for found in lists]
    others = [x for x in shown[2] if x.about.ticket_id is not None] if all_ else []
    return Mine(shown[0], shown[1], others)


async def reached(db: Reads, ticket_id: int) -> Reached | None:
    """What a customer may be told about their ticket: that a lead or duty manager has it, and since when.

    Whatever else an escalation is about is never theirs to see, so that nobody learns of a review from a status line.
    """
    row = await db.fetchrow(REACHED, ticket_id)
    return Reached(row["role"], row["acknowledged_at"]) if row else None


def _view(r: Any) -> Escalation:
    starter = None
    if r["started_by"].startswith("staff:"):
        starter = Person(int(r["started_by"].partition(":")[2]), r["starter_name"] or "")
    return Escalation(
        r["id"], r["ticket_id"], r["cause"], r["name"], msgspec.convert(r["steps"], list[Step]), r["why"], r["ask"], r["started_at"],
        starter, r["step"], r["due_at"], r["thread_id"], msgspec.convert(r["holds"], list[Hold]), r["ended_at"], r["outcome"], r["words"])

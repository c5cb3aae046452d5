"""Statements on bulk changes. Lock order: the item, then its ticket."""

from typing import Any
from uuid import UUID

import msgspec

from farol.kit.db import Reads

from .model import Action, BulkView, Chosen, Left

ADD = """
insert into bulk (client_id, staff_id, action, undoes, total, begins_at) values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
on conflict (client_id) do nothing returning id"""
ADD_ITEMS = """
insert into bulk_item (bulk_id, n, ticket_id, version, seen)
select $1, row_number() over (order by c.n), c.id, c.version, c.seen
from unnest($2::bigint[], $3::int[], $4::bigint[]) with ordinality c(id, version, seen, n) join ticket t on t.id = c.id"""
ADD_UNDO = """
insert into bulk_item (bulk_id, n, ticket_id, version, seen)
select $1, row_number() over (order by i.n), i.ticket_id, i.version, coalesce(i.seq, 0)
from bulk_item i where i.bulk_id = $2 and i.outcome = 'done'"""
COUNT = "update bulk set total = (select count(*) from bulk_item where bulk_id = $1) where id = $1 returning total"
LOCK = """
select id, staff_id, client_id, action, undoes, total, done_at, stopped_at from bulk where id = $1 for no key update"""
OF_CLIENT = "select id, staff_id from bulk where client_id = $1"
UNDO_OF = "select id from bulk where undoes = $1"
TAKE = """
select i.n, i.ticket_id, i.version, i.seen, i.before from bulk_item i join bulk b on b.id = i.bulk_id
where i.bulk_id = $1 and i.outcome is null and b.stopped_at is null order by i.n limit 1 for update of i skip locked"""
BEFORE = "update bulk_item set before = coalesce(before, $3) where bulk_id = $1 and n = $2"
SETTLE = "update bulk_item set outcome = $3, why = $4, before = coalesce($5, before), seq = $6 where bulk_id = $1 and n = $2"
WAS = "select before from bulk_item where bulk_id = $1 and ticket_id = $2"
STOP = "update bulk set stopped_at = now() where id = $1 and done_at is null and stopped_at is null"
END = """
update bulk set done_at = now() where id = $1 and done_at is null and stopped_at is null
  and not exists (select from bulk_item where bulk_id = $1 and outcome is null) returning id"""
SHOWN = """
select b.id, b.staff_id, b.action, b.total, b.at, b.begins_at, b.done_at, b.stopped_at, b.begins_at > now() as early, b.undoes, u.id as undone_by,
  coalesce((select jsonb_object_agg(c.outcome, c.n) from (
    select outcome, count(*) as n from bulk_item where bulk_id = b.id and outcome is not null group by outcome) c), '{}') as counts,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number, 'outcome', i.outcome, 'why', i.why) order by i.n)
    from bulk_item i join ticket t on t.id = i.ticket_id
    where i.bulk_id = b.id and i.outcome in ('conflict', 'not_allowed', 'failed')), '[]') as left
from bulk b left join bulk u on u.undoes = b.id """
ONE = SHOWN + "where b.id = $1"
LATEST = SHOWN + "where b.staff_id = $1 and b.at > now() - interval '1 day' order by b.id desc limit 5"
STANDS = """
select status, owner_id, reason, severity, tags, snoozed_until, merged_into, version from ticket where id = $1 for no key update"""
# What anybody did since to just these fields, by whatever verb.
TOUCHED = """
select exists (select from event e where e.stream = 'ticket:' || $1::bigint and e.seq > $2 and (
  (e.kind = 'ticket.changed' and e.body->'fields' ?| $3::text[]) or (e.kind = 'message.posted' and e.body ?| $3::text[])
  or e.kind = any($4::text[])))"""
HEAD = "select seq from ticket where id = $1"
PRUNE = "delete from bulk_item where bulk_id in (select id from bulk where at < now() - interval '90 days' limit 100)"


class Job(msgspec.Struct, frozen=True):
    """A bulk change as it is carried out."""

    id: int
    staff_id: int
    client_id: UUID
    action: Action
    undoes: int | None
    over: bool


async def add(db: Reads, client_id: UUID, staff_id: int, action: Action, undoes: int | None, total: int, wait_s: int) -> int | None:
    """A new bulk change; None when one of its client_id is there already."""
    id_: int | None = await db.fetchval(ADD, client_id, staff_id, msgspec.to_builtins(action), undoes, total, float(wait_s))
    return id_


async def add_items(db: Reads, bulk_id: int, chosen: list[Chosen]) -> None:
    """Its tickets, in the order in which they were chosen; those that do not exist are left out."""
    await db.execute(ADD_ITEMS, bulk_id, [c.id for c in chosen], [c.version for c in chosen], [c.seen for c in chosen])


async def job(db: Reads, bulk_id: int) -> Job | None:
    """A bulk change, locked."""
    row = await db.fetchrow(LOCK, bulk_id)
    if row is None:
        return None
    over = row["done_at"] is not None or row["stopped_at"] is not None
    return Job(row["id"], row["staff_id"], row["client_id"], msgspec.convert(row["action"], Action), row["undoes"], over)


def _view(r: Any) -> BulkView:
    counts: dict[str, int] = r["counts"]
    state = "stopped" if r["stopped_at"] else "done" if r["done_at"] else "waiting" if r["early"] else "running"
    action = msgspec.convert(r["action"], Action)
    undoable = r["undoes"] is None and r["undone_by"] is None and (
        (bool(counts.get("done")) and action.kinds != ["reply"]) or state in ("waiting", "running"))
    return BulkView(
        r["id"], action, r["total"], state, sum(counts.values()), counts,  # type: ignore[arg-type]  # one of four words
        msgspec.convert(r["left"], list[Left]), r["at"], r["begins_at"], r["undoes"], r["undone_by"], undoable)


async def view(db: Reads, bulk_id: int) -> tuple[int, BulkView] | None:
    """How far it is, and whose it is."""
    row = await db.fetchrow(ONE, bulk_id)
    return (row["staff_id"], _view(row)) if row else None


async def latest(db: Reads, staff_id: int) -> list[BulkView]:
    """Somebody's last ones, newest first."""
    return [_view(row) for row in await db.fetch(LATEST, staff_id)]


async def touched(db: Reads, ticket_id: int, seq: int, fields: list[str], kinds: list[str]) -> bool:
    """Whether any of these fields was set, or anything of these kinds happened, in a ticket after a seq."""
    return bool(await db.fetchval(TOUCHED, ticket_id, seq, fields, kinds))

"""Statements on notices."""

from collections.abc import Sequence
from typing import Any

from farol.core.people.model import roles_with
from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads
from farol.kit.permission import Can

from .model import Notice, TicketName, Told

GIVE = """
insert into notice (staff_id, kind, ticket_id, title, words, key)
select id, $2, $3, $4, $5, $6 from staff where id = any($1::bigint[]) and disabled_at is null and id <> $7 order by id
on conflict on constraint notice_once do nothing returning id"""
# What was said in a ticket is shown as long as the person may see the ticket. seers: roles that see every ticket.
COLUMNS = """
select n.id, n.staff_id, n.kind, n.ticket_id, t.number, n.title, n.at, n.seen_at, coalesce(t.severity, '') as severity,
  case when t.id is null or """ + SEEN + """ then n.words else '' end as words
from notice n join staff s on s.id = n.staff_id left join ticket t on t.id = n.ticket_id
cross join lateral (select case when s.role = any($1::text[]) then null else s.id end as id) viewer """
OF = COLUMNS + "where n.staff_id = $2 and ($3::bigint is null or n.id < $3) order by n.id desc limit $4"
BY_ID = COLUMNS + "where n.id = any($2::bigint[]) order by n.id"
SEERS = roles_with(Can.TICKET_SEE_ALL)
UNSEEN = "select staff_id, count(*)::int as n from notice where staff_id = any($1::bigint[]) and seen_at is null group by 1"
SEE = """
update notice set seen_at = now() where staff_id = $1 and seen_at is null and id <= $2
  and ($3::bigint[] is null or id = any($3)) and ($4::bigint is null or ticket_id = $4) returning id"""
PASS_BY = "update notice set seen_at = now() where id = any($1::bigint[]) and seen_at is null"
PRUNE = "delete from notice where id in (select id from notice where at < now() - make_interval(days => $1) limit 5000)"


async def give(
    db: Reads, staff_ids: Sequence[int], kind: str, ticket_id: int | None, title: dict[str, str], words: str, key: str, but: int,
) -> list[int]:
    """Ids of the notices that are new. but: who is not told; 0 for nobody."""
    return [row["id"] for row in await db.fetch(GIVE, staff_ids, kind, ticket_id, title, words, key, but)]


async def of(db: Reads, staff_id: int, before: int | None, most: int) -> list[Notice]:
    """Somebody's notices, the newest first."""
    return [_notice(row) for row in await db.fetch(OF, SEERS, staff_id, before, most)]


async def by_id(db: Reads, ids: Sequence[int]) -> list[Told]:
    """These notices, each with whom it is for."""
    return [Told(row["staff_id"], _notice(row), row["severity"]) for row in await db.fetch(BY_ID, SEERS, ids)]


async def unseen(db: Reads, staff_ids: Sequence[int]) -> dict[int, int]:
    """How many notices each has not seen; who has none is missing."""
    return {row["staff_id"]: row["n"] for row in await db.fetch(UNSEEN, staff_ids)}


async def see(db: Reads, staff_id: int, upto: int, ids: Sequence[int] | None, ticket_id: int | None) -> list[int]:
    """Marks as seen those up to an id, of these ids or of a ticket where given: which were not before."""
    return [row["id"] for row in await db.fetch(SEE, staff_id, upto, ids, ticket_id)]


async def pass_by(db: Reads, ids: Sequence[int]) -> None:
    """Keeps them in the list of those who do not want to be told of them on the console."""
    await db.execute(PASS_BY, ids)


async def prune(db: Reads, days: int) -> None:
    """Forgets old notices, some at a time."""
    await db.execute(PRUNE, days)


def _notice(row: Any) -> Notice:
    ticket = TicketName(row["ticket_id"], row["number"]) if row["ticket_id"] else None
    return Notice(row["id"], row["kind"], ticket, row["title"], row["words"], row["at"], row["seen_at"])

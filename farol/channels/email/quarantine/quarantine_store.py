"""Statements on mail that was put aside. What belongs to a ticket is seen by who sees the ticket."""

from collections.abc import Mapping
from typing import Any

import msgspec

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every, one

from .model import Count

_ROW = """
select m.id, m.at, m.reason, m.sender, m.recipient, m.digest, m.shown, coalesce(p.imitates, '') as imitates, m.peer, m.return_path,
  t.id as ticket_id, t.number, r.asked_by, s.name as asked_name, r.way as asked_way, m.raw <> '' as whole, m.copies
from mail_in m left join mail_proof p on p.mail_id = m.id left join ticket t on t.id = m.for_ticket
left join mail_release r on r.mail_id = m.id and r.outcome = 'asked' left join staff s on s.id = r.asked_by
cross join (select $1::bigint as id) viewer
where m.state = 'quarantined' and (m.for_ticket is null or """ + SEEN + ")"
LIST = _ROW + " and ($2 = '' or m.reason = $2) and m.id < $3 order by m.id desc limit $4"
ONE = _ROW + " and m.id = $2"
RAW = "select digest, raw from mail_in where id = $1 and state = 'quarantined'"
LOCK = "select reason, for_ticket from mail_in where id = $1 and state = 'quarantined' for update"
IDS = "select id from mail_in where state = 'quarantined' and reason = $1 and raw <> '' order by id limit 1000"
BACK = """
update mail_in set state = 'received', reason = '', settled_at = null, claimed_until = null, deaths = 0, tries = 0, released = $2, released_by = $3
where id = $1 and state = 'quarantined' and raw <> '' returning true"""
DROP = """
update mail_in set state = 'dropped', reason = 'by_staff', settled_at = now(), released_by = $2 where id = $1 and state = 'quarantined' returning true"""
ASK = "insert into mail_release (mail_id, way, asked_by) values ($1, $2, $3)"
ASKED = "select id, way, asked_by from mail_release where mail_id = $1 and outcome = 'asked' for update"
DECIDE = "update mail_release set outcome = $2, decided_by = $3, decided_at = now() where id = $1"
RELEASED = "insert into mail_release (mail_id, way, asked_by, decided_by, decided_at, outcome) values ($1, $2, $3, $3, now(), 'released')"
COUNTS = "select reason, count(*)::int as count, min(at) as oldest from mail_in where state = 'quarantined' group by 1 order by 2 desc, 1 limit 100"
TOTAL = "select count(*)::int from mail_in where state = 'quarantined'"
FORGET = """
update mail_in set raw = '', shown = null where id in (select id from mail_in
  where state in ('quarantined', 'dropped') and raw <> '' and settled_at < now() - make_interval(days => $1) order by id limit 500)"""
RIGHTFUL = "select id from staff where disabled_at is null and role = any($1::text[]) order by id limit 200"


class Asked(msgspec.Struct, frozen=True):
    """Somebody's wish to let a mail out."""

    id: int
    way: str
    asked_by: int


async def rows(db: Reads, viewer: int | None, reason: str, before: int, most: int) -> list[Mapping[str, Any]]:
    """Newest first. reason: one, or all when empty."""
    return list(await db.fetch(LIST, viewer, reason, before, most))


async def row(db: Reads, viewer: int | None, id_: int) -> Mapping[str, Any] | None:
    """One of them."""
    found: Mapping[str, Any] | None = await db.fetchrow(ONE, viewer, id_)
    return found


async def raw(db: Reads, id_: int) -> tuple[bytes, bytes] | None:
    """Digest and sealed bytes."""
    found = await db.fetchrow(RAW, id_)
    return (found["digest"], found["raw"]) if found else None


async def lock(db: Reads, id_: int) -> tuple[str, int | None] | None:
    """Locks it: reason, and whose reply address it came to; None when it is not there any more."""
    found = await db.fetchrow(LOCK, id_)
    return (found["reason"], found["for_ticket"]) if found else None


async def ids(db: Reads, reason: str) -> list[int]:
    """The oldest thousand put aside for a reason."""
    return [found["id"] for found in await db.fetch(IDS, reason)]


async def back(db: Reads, id_: int, way: str, staff_id: int | None) -> bool:
    """It waits to be taken again. way: empty when the rules decide."""
    return bool(await db.fetchval(BACK, id_, way, staff_id))


async def drop(db: Reads, id_: int, staff_id: int) -> bool:
    """It goes nowhere; its bytes stay as long as those of the others."""
    return bool(await db.fetchval(DROP, id_, staff_id))


async def asked(db: Reads, id_: int) -> Asked | None:
    """Who wants it let out."""
    return await one(db, Asked, ASKED, id_)


async def counts(db: Reads) -> list[Count]:
    """By reason, most first."""
    return await every(db, Count, COUNTS)


async def total(db: Reads) -> int:
    """How many lie there."""
    found: int = await db.fetchval(TOTAL)
    return found


async def forget(db: Reads, days: int) -> None:
    """Forgets bytes and words that are older; that there was a mail, from whom and why it was put aside, stays."""
    await db.execute(FORGET, days)


async def of_roles(db: Reads, roles: list[str]) -> list[int]:
    """Everybody with one of the roles."""
    return [found["id"] for found in await db.fetch(RIGHTFUL, roles)]

"""Statements on drafts."""

from datetime import datetime
from typing import Any

from farol.kit.db import Reads

from .model import FRESH_H, KEEP_DAYS, DraftView, Older, Writer

# The newer words win; those of another tab that did not know of them, or were not known to it, are kept aside and offered.
SAVE = """
insert into draft as d (staff_id, ticket_id, mode, body, tab) select $1, t.id, $3, $4, $5 from ticket t where t.id = $2
on conflict (staff_id, ticket_id, mode) do update set body = excluded.body, tab = excluded.tab, rev = d.rev + 1, saved_at = now(),
  older = case when d.rev <> $6 and d.tab <> excluded.tab and d.body <> excluded.body then d.body else d.older end,
  older_at = case when d.rev <> $6 and d.tab <> excluded.tab and d.body <> excluded.body then d.saved_at else d.older_at end
returning rev, saved_at, older, older_at"""
# An empty box drops only what it knows.
DROP_KNOWN = """
delete from draft where staff_id = $1 and ticket_id = $2 and mode = $3 and (rev = $4 or tab = $5)"""
DROP = "delete from draft where staff_id = $1 and ticket_id = $2 and mode = $3"
OF = """
select d.staff_id, s.name, d.mode, d.body, d.rev, d.saved_at, d.older, d.older_at from draft d join staff s on s.id = d.staff_id
where d.ticket_id = $1 and (d.staff_id = $2 or (d.body <> '' and d.saved_at > now() - make_interval(hours => $3)))
order by d.saved_at desc limit 50"""
PRUNE = "delete from draft where saved_at < now() - make_interval(days => $1)"


async def save(db: Reads, staff_id: int, ticket_id: int, mode: str, body: str, tab: str, rev: int) -> Any:
    """Keeps the words: rev, saved_at, older and older_at; None when there is no such ticket."""
    return await db.fetchrow(SAVE, staff_id, ticket_id, mode, body, tab, rev)


async def drop_known(db: Reads, staff_id: int, ticket_id: int, mode: str, rev: int, tab: str) -> None:
    """Forgets the draft if it is the one that was on screen."""
    await db.execute(DROP_KNOWN, staff_id, ticket_id, mode, rev, tab)


async def drop(db: Reads, staff_id: int, ticket_id: int, mode: str) -> None:
    """Forgets the draft, whichever it is: it was sent."""
    await db.execute(DROP, staff_id, ticket_id, mode)


async def of(db: Reads, ticket_id: int, staff_id: int) -> tuple[list[DraftView], list[Writer]]:
    """Somebody's own drafts in a ticket, and those their colleagues have lately worked on, newest first."""
    rows = await db.fetch(OF, ticket_id, staff_id, FRESH_H)
    mine = [DraftView(r["mode"], r["body"], r["rev"], r["saved_at"], older(r)) for r in rows if r["staff_id"] == staff_id]
    return mine, [Writer(r["staff_id"], r["name"], r["mode"], r["body"], r["saved_at"]) for r in rows if r["staff_id"] != staff_id]


def older(row: Any) -> Older | None:
    """What was overwritten, if anything was."""
    at: datetime | None = row["older_at"]
    return Older(row["older"], at) if at else None


async def prune(db: Reads) -> None:
    """Forgets what nobody came back to."""
    await db.execute(PRUNE, KEEP_DAYS)

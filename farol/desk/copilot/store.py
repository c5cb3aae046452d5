"""Statements of the copilot."""

from collections.abc import Sequence
from typing import Any

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, every

TICKET_OF = "select ticket_id from copilot_draft where id = $1"
visibility.BELONGS["copilot_draft_id"] = TICKET_OF

FIRST = 1
"""Seq of a draft's first event; its stream is made with it."""
ADD = """
with made as (
  insert into copilot_draft (ticket_id, staff_id, upto_seq, reason, language, body, made_by, why, macro_id, sources)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id),
begun as (insert into stream (name, seq) select 'copilot:' || id, $11 from made)
select id from made"""
USE = "update copilot_draft set used_at = coalesce(used_at, now()) where id = $1 and staff_id = $2 and outcome is null returning ticket_id"
DROP = """
update copilot_draft set outcome = 'dropped', settled_at = now() where id = $1 and staff_id = $2 and outcome is null returning ticket_id"""
OPEN = """
select id, body, used_at from copilot_draft where ticket_id = $1 and staff_id = $2 and upto_seq < $3 and outcome is null order by id for update"""
SETTLE = """
update copilot_draft set outcome = $2, changed = $3, message_seq = $4, settled_at = now() where id = $1 and outcome is null returning true"""
# What the agent wrote: the words themselves, or their original where a translation of them went out.
SAID = """
select coalesce(x.original, m.body) from message m left join message_translation x on x.ticket_id = m.ticket_id and x.client_id = m.client_id
where m.ticket_id = $1 and m.seq = $2"""
OLD = """
select id, ticket_id from copilot_draft where outcome is null and at < now() - interval '1 day' order by id limit $1 for update skip locked"""
# Solved ones with this reason, the newest first, and those that share words; of each the first words of its customer and the last of ours.
SIMILAR = """
with viewer as (select $1::bigint as id),
near as (
  (select t.id from ticket t, viewer where t.reason = $3 and t.status in ('resolved', 'closed') and t.merged_into is null and t.id <> $2 and """ + SEEN + """
    order by t.id desc limit 60)
  union
  (select t.id from (select distinct ticket_id from (
      select ticket_id from search_message where $4 <> '' and words @@ nullif($4, '')::text::tsquery order by place desc limit 400) newest) h
    join ticket t on t.id = h.ticket_id, viewer
    where t.status in ('resolved', 'closed') and t.merged_into is null and t.id <> $2 and """ + SEEN + """ order by t.id desc limit 60))
select t.id, t.number, t.subject, t.reason, t.resolved_at, c.name, a.body as asked, e.body as ended, e.seq as ended_seq
from near n join ticket t on t.id = n.id join customer c on c.id = t.customer_id
join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' order by m.seq limit 1) a on true
join lateral (select m.body, m.seq from message m where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal
  order by m.seq desc limit 1) e on true"""


class Near(msgspec.Struct, frozen=True):
    """A solved ticket that may be like another."""

    id: int
    number: str
    subject: str
    reason: str | None
    resolved_at: Any
    name: str
    asked: str
    ended: str
    ended_seq: int


async def add(
    tx: Reads, ticket_id: int, staff_id: int, upto_seq: int, reason: str | None, language: str, body: str, made_by: str, why: str,
    macro_id: int | None, sources: list[Any],
) -> int:
    """Keeps a draft and begins its stream: its id."""
    return int(await tx.fetchval(ADD, ticket_id, staff_id, upto_seq, reason, language, body, made_by, why, macro_id, sources, FIRST))


async def near(db: Reads, viewer: int | None, ticket_id: int, reason: str | None, words: str) -> Sequence[Near]:
    """Candidates, at most 120. words: a ``tsquery``, empty for none."""
    return await every(db, Near, SIMILAR, viewer, ticket_id, reason, words)


class Draft(msgspec.Struct, frozen=True):
    """One that has no outcome yet. used_at: when it was put into a reply."""

    id: int
    body: str
    used_at: Any


async def open_drafts(tx: Reads, ticket_id: int, staff_id: int, before_seq: int) -> list[Draft]:
    """Somebody's own in a ticket, made before the message of that seq, oldest first; locked."""
    return await every(tx, Draft, OPEN, ticket_id, staff_id, before_seq)


async def settle(tx: Reads, id_: int, outcome: str, changed: float | None, message_seq: int | None) -> bool:
    """Writes a label, once."""
    return bool(await tx.fetchval(SETTLE, id_, outcome, changed, message_seq))


class Known(msgspec.Struct, frozen=True):
    """Of a draft that is too old."""

    id: int
    ticket_id: int


async def old(tx: Reads, most: int) -> list[Known]:
    """Drafts that nobody used for a day, locked."""
    return await every(tx, Known, OLD, most)

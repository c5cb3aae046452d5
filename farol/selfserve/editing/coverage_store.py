"""What people asked, as statements. The first parameter of each that reads tickets is the viewer."""

from datetime import datetime
from typing import Any

import msgspec

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, Tx, every

from .model import Decision

ASKED = """
select t.id, coalesce(t.reason, '') as reason, t.severity, t.language, t.opened_at, c.name, said.body,
  (select count(*) from escalation e where e.ticket_id = t.id) as escalations, t.status in ('resolved', 'closed') as resolved,
  exists (select from article_link l where l.ticket_id = t.id) as linked,
  coalesce((select m.body from message m where m.ticket_id = t.id and m.author_kind = 'staff' and not m.internal
    order by length(m.body) desc, m.seq limit 1), '') as answer
from (select $1::bigint as id) viewer, ticket t join customer c on c.id = t.customer_id
cross join lateral (select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal
  order by m.seq limit 1) said
where t.opened_at >= $2 and t.merged_into is null and not starts_with(coalesce(t.reason, ''), 'care.')
  and not exists (select from learning_objection o where o.customer_id = t.customer_id)
  and """ + SEEN + " order by t.opened_at desc, t.id desc limit $3"
REASONS = """
select t.reason, t.severity, count(*) as tickets, count(e.ticket_id) as escalations, max(t.opened_at) as last_at
from (select $1::bigint as id) viewer, ticket t
left join (select distinct ticket_id from escalation) e on e.ticket_id = t.id
where t.opened_at >= $2 and t.reason is not null and t.merged_into is null and """ + SEEN + " group by t.reason, t.severity"
# What a reply led to, and what was written because of a gap, say as well what an article is good for.
ARTICLES = """
select l.reason, a.slug from article_link l join article a on a.id = l.article_id where l.reason is not null group by 1, 2
union
select substr(d.key, 8), a.slug from gap_decision d join article a on a.id = d.article_id where d.key like 'reason:%'"""
DECISIONS = """
select d.key, d.verb, d.title, d.volume, d.article_id, d.synonyms, d.note, d.at, s.name as by
from gap_decision d join staff s on s.id = d.by_id order by d.at desc limit $1"""
DECIDE = """
insert into gap_decision (key, verb, title, volume, article_id, synonyms, note, by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (key) do update set verb = excluded.verb, title = excluded.title, volume = excluded.volume, article_id = excluded.article_id,
  synonyms = excluded.synonyms, note = excluded.note, at = now(), by_id = excluded.by_id"""
ARTICLE = "select id from article where slug = $1 and retired_at is null"
UNDO = "delete from gap_decision where key = $1 returning verb"


class Asked(msgspec.Struct, frozen=True):
    """A ticket with the first words of its customer. name: theirs, to be masked. linked: staff sent an article; answer: their longest."""

    id: int
    reason: str
    severity: str
    language: str
    opened_at: datetime
    name: str
    body: str
    escalations: int
    resolved: bool
    linked: bool
    answer: str


class OfReason(msgspec.Struct, frozen=True):
    """Tickets of one reason and severity. escalations: how many of them were escalated."""

    reason: str
    severity: str
    tickets: int
    escalations: int
    last_at: datetime


async def asked(db: Reads, viewer: int | None, since: datetime, most: int) -> list[Asked]:
    """The newest tickets that the viewer may see, none of somebody in danger or of who does not want their words to be learnt from."""
    return await every(db, Asked, ASKED, viewer, since, most)


async def reasons(db: Reads, viewer: int | None, since: datetime) -> list[OfReason]:
    """All tickets that the viewer may see, counted."""
    return await every(db, OfReason, REASONS, viewer, since)


async def articles(db: Reads) -> list[tuple[str, str]]:
    """Reason and address of an article that was good for it."""
    return [(row["reason"], row["slug"]) for row in await db.fetch(ARTICLES)]


async def article(db: Reads, slug: str) -> int | None:
    """The id of an article that was not retired."""
    found: int | None = await db.fetchval(ARTICLE, slug)
    return found


async def decisions(db: Reads, most: int) -> list[Decision]:
    """What was decided, the newest first."""
    return await every(db, Decision, DECISIONS, most)


async def decide(
    tx: Tx, key: str, verb: str, title: str, volume: int, article_id: int | None, synonyms: str | None, note: str, staff_id: int,
) -> None:
    """Keeps the decision; the last one stands."""
    await tx.execute(DECIDE, key, verb, title, volume, article_id, synonyms, note, staff_id)


async def undo(tx: Tx, key: str) -> Any:
    """The verb of the decision that is gone; None when there was none."""
    return await tx.fetchval(UNDO, key)

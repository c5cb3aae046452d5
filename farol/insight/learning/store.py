"""Statements on labels and objections. Lock order: the ticket, then its labels."""

from datetime import datetime, timedelta
from typing import Any

from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads, Tx, every, one

from .model import DANGER, KEEP_DAYS, Draft, Label, Labels, Message, Said, Turn

# Whose words are never kept: somebody in danger, a ticket that a team keeps to its members, a customer who said no.
_KEEPS = """
not starts_with(coalesce(t.reason, ''), 'care.') and not coalesce(starts_with((select d.reason from triage d where d.ticket_id = t.id), 'care.'), false)
  and not exists (select from event e where e.stream = 'ticket:' || t.id and e.kind = 'ticket.changed' and starts_with(e.body->'fields'->>'reason', 'care.'))
  and not exists (select from team g where g.id = t.team_id and g.visibility = 'members')
  and not exists (select from learning_objection o where o.customer_id = t.customer_id)"""
_ABOUT = "select m.seq, t.customer_id, m.body, coalesce(nullif(m.language, ''), t.language) as language, "
_MESSAGE = " as was, " + _KEEPS + """ as may_keep,
  (select array_agg(distinct n.name) from (select c.name union all select s.name from staff s where s.id = t.owner_id
    union all select s.alias from staff s where s.id = t.owner_id) n(name) where n.name <> '') as names
from ticket t join customer c on c.id = t.customer_id join message m on m.ticket_id = t.id and m.author_kind = 'customer' and not m.internal"""
ASKED = _ABOUT + "a.reason" + _MESSAGE + """
join assistant_turn a on a.ticket_id = t.id and a.seq = m.seq where t.id = $1 and (a.seq = $2 or a.reply_seq = $2) order by m.seq desc limit 1"""
FIRST = _ABOUT + "coalesce((select d.reason from triage d where d.ticket_id = t.id), '')" + _MESSAGE + """
where t.id = $1 order by m.seq limit 1"""
LABEL = """
insert into learning_label as l (ticket_id, seq, customer_id, staff_id, kind, was, reason, article_id, language, words)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (ticket_id, seq) do update set staff_id = excluded.staff_id, kind = excluded.kind, was = excluded.was, reason = excluded.reason,
  article_id = excluded.article_id, language = excluded.language, words = excluded.words, at = now()
where case excluded.kind when 'accepted' then l.kind = 'accepted' when 'changed' then l.kind in ('changed', 'accepted') else true end"""
DRAFT = """
select ticket_id, staff_id, reason from copilot_draft
where id = $1 and outcome = 'sent' and reason <> '' and macro_id is not null"""
USABLE = """
select l.staff_id, l.customer_id, l.language, l.reason, l.words, l.at from learning_label l
where l.words <> '' and l.reason <> '' order by l.at desc limit 20000"""
# What was kept is looked at again: a ticket may have become one of which nothing is kept.
FORGET = """
update learning_label l set words = '' from ticket t where t.id = l.ticket_id and l.words <> ''
  and (l.at < $1 or l.reason like 'care.%' or not (""" + _KEEPS + "))"
WITHDRAW = "update learning_label set words = '' where customer_id = $1 and words <> ''"
OBJECT = "insert into learning_objection (customer_id) values ($1) on conflict do nothing returning true"
AGREE = "delete from learning_objection where customer_id = $1 returning true"
OBJECTS = "select exists (select from learning_objection where customer_id = $1)"
COUNTED = """
select count(*) as n, count(*) filter (where words <> '' and reason <> '') as usable, count(*) filter (where at > $1) as week,
  coalesce((select jsonb_object_agg(k.kind, k.n) from (select kind, count(*) as n from learning_label group by kind) k), '{}') as kinds,
  coalesce((select jsonb_object_agg(k.language, k.n) from (select language, count(*) as n from learning_label group by language) k), '{}') as languages
from learning_label"""
_SAID = """
select l.ticket_id, t.number, l.seq, l.kind, l.was, l.reason, a.slug as article, l.language, l.words, s.name as by, l.at
from (select $1::bigint as id) viewer, learning_label l join ticket t on t.id = l.ticket_id join staff s on s.id = l.staff_id
left join article a on a.id = l.article_id"""
SAID = _SAID + " where " + SEEN + " order by l.at desc, l.ticket_id, l.seq limit $2"
OF_TICKET = _SAID + " where l.ticket_id = $2 and " + SEEN + " order by l.seq"
TURNS = """
select seq, reply_seq, kind as move, reason, at from assistant_turn where ticket_id = $1 and kind <> 'silent' order by seq desc limit 30"""
ARTICLE = "select id from article where id = $1 and retired_at is null"


async def asked(db: Reads, ticket_id: int, seq: int) -> Message | None:
    """The customer's message of a turn of the assistant, named by it or by its reply; ``was`` is what the assistant took it for."""
    return await _message(db, ASKED, ticket_id, seq)


async def first(db: Reads, ticket_id: int) -> Message | None:
    """The customer's first message; ``was`` is what triage said."""
    return await _message(db, FIRST, ticket_id)


async def _message(db: Reads, query: str, *args: Any) -> Message | None:
    row = await db.fetchrow(query, *args)
    return Message(**{**row, "names": row["names"] or []}) if row else None


async def label(
    tx: Tx, ticket_id: int, about: Message, staff_id: int, kind: str, reason: str, article_id: int | None, words: str,
) -> None:
    """Keeps what somebody said. What follows from their work never takes the place of a word on the very message, nor a draft that of a change."""
    held = "" if reason.startswith(DANGER) else words
    await tx.execute(LABEL, ticket_id, about.seq, about.customer_id, staff_id, kind, about.was, reason, article_id, about.language, held)


async def draft(db: Reads, draft_id: int) -> Draft | None:
    """A draft of the copilot that went out as it was and came from a macro of the ticket's reason."""
    return await one(db, Draft, DRAFT, draft_id)


async def usable(db: Reads) -> list[Label]:
    """Every label that can be learnt from, the newest first."""
    return await every(db, Label, USABLE)


async def forget(db: Reads, now: datetime) -> None:
    """Takes the words away where their time is over or they may not be kept any more."""
    await db.execute(FORGET, now - timedelta(days=KEEP_DAYS))


async def withdraw(tx: Tx, customer_id: int) -> None:
    """Takes away every word kept of the customer."""
    await tx.execute(WITHDRAW, customer_id)


async def objects(db: Reads, customer_id: int) -> bool:
    """Whether the customer said no."""
    return bool(await db.fetchval(OBJECTS, customer_id))


async def set_may(tx: Tx, customer_id: int, *, may: bool) -> bool:
    """Whether that changed anything."""
    return bool(await tx.fetchval(AGREE if may else OBJECT, customer_id))


async def counted(db: Reads, now: datetime) -> Labels:
    """What there is."""
    found = await one(db, Labels, COUNTED, now - timedelta(days=7))
    assert found
    return found


async def said(db: Reads, viewer: int | None, most: int) -> list[Said]:
    """The newest labels of tickets the viewer may see."""
    return await every(db, Said, SAID, viewer, most)


async def of_ticket(db: Reads, viewer: int | None, ticket_id: int) -> list[Said]:
    """A ticket's labels."""
    return await every(db, Said, OF_TICKET, viewer, ticket_id)


async def turns(db: Reads, ticket_id: int) -> list[Turn]:
    """The assistant's last turns in a ticket, the newest first."""
    return await every(db, Turn, TURNS, ticket_id)


async def article(db: Reads, article_id: int) -> bool:
    """Whether there is such an article that was not retired."""
    return await db.fetchval(ARTICLE, article_id) is not None

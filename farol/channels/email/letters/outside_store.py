"""Statements on mail of side threads. Lock order: thread, letter, mail."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

LOCK_THREAD = """
select t.number, h.title from thread h join ticket t on t.id = h.ticket_id where h.id = $1 for no key update of h"""
UNWRITTEN = """
select l.id, l.outsider_id, o.address, o.language, m.body, s.name as author
from thread_letter l join thread_outsider o on o.id = l.outsider_id
join thread_message m on m.thread_id = l.thread_id and m.seq = l.seq join staff s on s.id = m.author_id
where l.thread_id = $1 and l.state = 'queued' and not exists (select from thread_mail x where x.letter_id = l.id) order by l.id limit 100"""
REFERENCES = """
select message_id from (
  select message_id, at from mail_in where outsider_id = $1 and message_id <> ''
  union all select x.message_id, x.at from thread_mail x join thread_letter l on l.id = x.letter_id where l.outsider_id = $1) t
order by at"""
WRITE = "insert into thread_mail (letter_id, message_id, sender, raw) values ($1, $2, $3, $4)"
# Each outsider's letters go in their order; another's do not wait for them.
CLAIM = """
update thread_mail x set claimed_until = now() + make_interval(secs => $2), attempts = attempts + 1
from thread_letter l join thread_outsider o on o.id = l.outsider_id
where x.letter_id = l.id and l.id = (
    select w.id from thread_letter w join thread_mail y on y.letter_id = w.id
    where w.thread_id = $1 and w.state = 'queued' and not w.outsider_id = any($3::bigint[]) order by w.id limit 1)
  and l.state = 'queued' and (x.claimed_until is null or x.claimed_until < now())
returning x.letter_id, l.outsider_id, x.sender, o.address as recipient, x.raw, x.attempts, x.at"""
QUEUED = "select exists (select from thread_letter where thread_id = $1 and state = 'queued')"
PUT_BACK = "update thread_mail set claimed_until = null, error = $2 where letter_id = $1"
SENT_TO = """
select l.id from thread_letter l join thread_mail x on x.letter_id = l.id
where l.outsider_id = $1 and l.state = 'sent' order by x.message_id = any($2::text[]) desc, l.id desc limit 1"""
LANGUAGE = "select language from thread_outsider where id = $1"


class Unwritten(msgspec.Struct, frozen=True):
    """Words that are not a mail yet."""

    id: int
    outsider_id: int
    address: str
    language: str
    body: str
    author: str


class Claimed(msgspec.Struct, frozen=True):
    """A mail this process may send now."""

    letter_id: int
    outsider_id: int
    sender: str
    recipient: str
    raw: bytes
    attempts: int
    at: datetime


async def lock_thread(db: Reads, thread_id: int) -> tuple[str, str] | None:
    """The ticket's number and the thread's title; its mails are written one after the other."""
    row = await db.fetchrow(LOCK_THREAD, thread_id)
    return (row["number"], row["title"]) if row else None


async def unwritten(db: Reads, thread_id: int) -> list[Unwritten]:
    """What is to go out and was not written yet, oldest first."""
    return await every(db, Unwritten, UNWRITTEN, thread_id)


async def references(db: Reads, outsider_id: int) -> tuple[str, ...]:
    """Message ids of mails both ways, oldest first."""
    return tuple(row["message_id"] for row in await db.fetch(REFERENCES, outsider_id))


async def claim(db: Reads, thread_id: int, for_s: float, but: list[int]) -> Claimed | None:
    """The oldest unsent mail to anybody but these outsiders, for this process alone; None when there is none or another has it."""
    return await one(db, Claimed, CLAIM, thread_id, for_s, but)


async def queued(db: Reads, thread_id: int) -> bool:
    """Whether anything waits to be sent."""
    return bool(await db.fetchval(QUEUED, thread_id))


async def sent_to(db: Reads, outsider_id: int, named: list[str]) -> int | None:
    """The letter a bounce speaks of: by Message-ID, else the last one."""
    return await db.fetchval(SENT_TO, outsider_id, named)  # type: ignore[no-any-return]


async def language(db: Reads, outsider_id: int) -> str:
    """The language of letters to them."""
    return await db.fetchval(LANGUAGE, outsider_id) or "en"

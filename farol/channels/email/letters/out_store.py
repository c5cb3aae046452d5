"""Statements on mail that goes out."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, every, one

LOCK_TICKET = """
select number, subject, customer_id, channel, language from ticket where id = $1 for no key update"""
MAILED_UPTO = "select coalesce(max(upto_seq), 0) from mail_out where ticket_id = $1 and not reader"
READER_UPTO = "select coalesce(max(upto_seq), 0) from mail_out where ticket_id = $1 and reader and lower(recipient) = lower($2)"
LAST_SAID_BY = """
select channel from message where ticket_id = $1 and author_kind = 'customer' order by seq desc limit 1"""
THREAD = """
select message_id from (
  select message_id, at from mail_in where ticket_id = $1 and state in ('joined', 'opened') and message_id <> ''
  union all select message_id, at from mail_out where ticket_id = $1) t
order by at"""
OWN_IDS = "select message_id from mail_out where ticket_id = $1 order by at"
ADD_OUT = """
insert into mail_out (ticket_id, upto_seq, message_id, sender, recipient, raw, automatic, by_machine, mailbox, reader, letterhead)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"""
CLAIM = """
update mail_out set claimed_until = now() + make_interval(secs => $2), attempts = attempts + 1
where id = (select id from mail_out where ticket_id = $1 and state = 'queued' order by id limit 1)
  and state = 'queued' and (claimed_until is null or claimed_until < now())
returning id, message_id, recipient, raw, attempts, at, letterhead"""
QUEUED = "select exists (select from mail_out where ticket_id = $1 and state = 'queued')"
PUT_BACK = "update mail_out set claimed_until = null, error = $2 where id = $1 and state = 'queued'"
DELIVERED = """
update mail_out set state = $2, error = $3, status = $4, claimed_until = null, told_at = now(), sent_at = case when $2 = 'sent' then now() end
where id = $1 and state = 'queued' returning true"""
UNMAILED_FILES = """
select u.id from message m cross join lateral unnest(m.files) with ordinality u(id, n)
where m.ticket_id = $1 and not m.internal and m.author_kind = 'staff' and m.files <> '{}'
  and m.seq > (select coalesce(max(upto_seq), 0) from mail_out where ticket_id = $1 and not reader)
order by m.seq, u.n limit 40"""
AUTHOR = "select author_id from message where ticket_id = $1 and seq = $2"

# A reply that went out in other words than those its author let go is no translation.
ORIGINALS = """
select m.seq, x.source, x.target, x.original from message_translation x join message m on m.ticket_id = x.ticket_id and m.client_id = x.client_id
  and m.author_kind = 'staff' and m.author_id = x.staff_id and m.body = x.words and not m.internal
where x.ticket_id = $1 and m.seq > $2"""


class Original(msgspec.Struct, frozen=True):
    """What somebody of the staff wrote, where a machine translated it. source, target: BCP 47."""

    seq: int
    source: str
    target: str
    original: str


class Thread(msgspec.Struct, frozen=True):
    """The ticket a mail is about, locked. language: BCP 47, ``und`` when nobody knows."""

    number: str
    subject: str
    customer_id: int
    channel: str
    language: str


class Claimed(msgspec.Struct, frozen=True):
    """A mail this process may send now. raw: sealed, as it was written."""

    id: int
    message_id: str
    recipient: str
    raw: bytes
    attempts: int
    at: datetime
    letterhead: str


async def lock_ticket(db: Reads, id_: int) -> Thread | None:
    """Locks the ticket, so that its mails are written one after the other."""
    return await one(db, Thread, LOCK_TICKET, id_)


async def originals(db: Reads, ticket_id: int, after: int) -> dict[int, Original]:
    """Replies after that one which a machine translated, by their seq."""
    return {found.seq: found for found in await every(db, Original, ORIGINALS, ticket_id, after)}


async def mailed_upto(db: Reads, ticket_id: int) -> int:
    """The last message that stands in a mail."""
    seq: int = await db.fetchval(MAILED_UPTO, ticket_id)
    return seq


async def reader_upto(db: Reads, ticket_id: int, recipient: str) -> int:
    """The same for somebody beside the customer."""
    seq: int = await db.fetchval(READER_UPTO, ticket_id, recipient)
    return seq


async def last_said_by(db: Reads, ticket_id: int) -> str:
    """The channel of the customer's last words."""
    return await db.fetchval(LAST_SAID_BY, ticket_id) or ""


async def thread(db: Reads, ticket_id: int) -> tuple[str, ...]:
    """Message ids of the ticket's mails both ways, oldest first."""
    return tuple(row["message_id"] for row in await db.fetch(THREAD, ticket_id))


async def own_ids(db: Reads, ticket_id: int) -> tuple[str, ...]:
    """Those of our own mails alone."""
    return tuple(row["message_id"] for row in await db.fetch(OWN_IDS, ticket_id))


async def add_out(
    db: Reads, *, ticket_id: int, upto_seq: int, message_id: str, sender: str, recipient: str, raw: bytes, automatic: bool, by_machine: bool,
    mailbox: str, reader: bool, letterhead: str,
) -> int:
    """Queues a mail; its id."""
    id_: int = await db.fetchval(
        ADD_OUT, ticket_id, upto_seq, message_id, sender, recipient, raw, automatic, by_machine, mailbox, reader, letterhead)
    return id_


async def claim(db: Reads, ticket_id: int, for_s: float) -> Claimed | None:
    """The ticket's oldest unsent mail, for this process alone; None when there is none or another has it."""
    return await one(db, Claimed, CLAIM, ticket_id, for_s)


async def queued(db: Reads, ticket_id: int) -> bool:
    """Whether the ticket has an unsent mail."""
    return bool(await db.fetchval(QUEUED, ticket_id))


async def put_back(db: Reads, id_: int, error: str) -> None:
    """Not sent this time."""
    await db.execute(PUT_BACK, id_, error)


async def delivered(db: Reads, id_: int, state: str, error: str, status: str = "") -> bool:
    """Sent, or failed for good; False when it was settled before."""
    return bool(await db.fetchval(DELIVERED, id_, state, error, status))


async def author(db: Reads, ticket_id: int, seq: int) -> int:
    """Who of the staff wrote a message."""
    id_: int = await db.fetchval(AUTHOR, ticket_id, seq)
    return id_


async def unmailed_files(db: Reads, ticket_id: int) -> list[UUID]:
    """Files of the staff that stand in no mail yet."""
    return [row["id"] for row in await db.fetch(UNMAILED_FILES, ticket_id)]

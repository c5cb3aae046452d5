"""Statements on what became of a ticket's mails, for the console."""

from datetime import datetime

import msgspec

from farol.core.customers.model import mask_email
from farol.kit.db import Reads, every

from .returned_store import Suppressed

MAILS = """
select id, upto_seq, recipient, state, status, error as said, attempts, by_machine, reader, letterhead, at, sent_at, told_at
from mail_out where ticket_id = $1 order by id desc limit 200"""
STOPPED = """
select s.id, s.address, s.reason, s.said, s.at, s.lifted_at, s.why from mail_suppressed s
where s.lifted_at is null and s.mailbox in (select m.mailbox from mail_out m where m.ticket_id = $1 and m.mailbox <> '') order by s.id"""


class Mailed(msgspec.Struct, frozen=True):
    """One mail. upto_seq: the last message in it. state: queued, sent, delayed, delivered, failed, bounced, complained or suppressed.
    said: what the other server said last. reader: it went to somebody who reads along."""

    id: int
    upto_seq: int
    recipient: str
    state: str
    status: str
    said: str
    attempts: int
    by_machine: bool
    reader: bool
    letterhead: str
    at: datetime
    sent_at: datetime | None
    told_at: datetime | None


async def mails(db: Reads, ticket_id: int) -> list[Mailed]:
    """The newest first."""
    return [msgspec.structs.replace(one, recipient=mask_email(one.recipient)) for one in await every(db, Mailed, MAILS, ticket_id)]


async def stopped(db: Reads, ticket_id: int) -> list[Suppressed]:
    """Mailboxes of the ticket that are not written to."""
    return [one.masked() for one in await every(db, Suppressed, STOPPED, ticket_id)]

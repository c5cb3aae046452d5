"""Statements on mail that came back, and on mailboxes that are not written to."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from farol.core.customers.model import mask_email
from farol.kit.db import Reads, every, one

# What is known for sure stands: a late "delayed" does not undo a bounce, and only a complaint follows one.
TOLD = """
update mail_out set state = $2, status = $3, error = $4, told_at = now()
where id = $1 and (state in ('sent', 'delayed') or (state = 'delivered' and $2 in ('bounced', 'complained')) or (state = 'bounced' and $2 = 'complained'))
  and state <> $2 returning ticket_id, recipient"""
MAIL = "select id, ticket_id, recipient from mail_out where id = $1"
# A token of a reply address without a Message-ID that fits: the last mail that went there.
OF_TICKET = """
select id, ticket_id, recipient from mail_out where ticket_id = $1 and lower(recipient) = lower($2) and state not in ('queued', 'suppressed')
order by message_id = any($3::text[]) desc, id desc limit 1"""
NAMED = "select id, ticket_id, recipient from mail_out where message_id = any($1::text[]) order by id desc limit 1"
OUTSIDER = "select l.outsider_id, o.address from thread_letter l join thread_outsider o on o.id = l.outsider_id where l.id = $1"
SUPPRESS = """
insert into mail_suppressed (mailbox, address, reason, said) values ($1, $2, $3, $4)
on conflict (mailbox) where lifted_at is null do nothing returning id"""
SUPPRESSED = "select id, address, reason, said, at, lifted_at, why from mail_suppressed where mailbox = $1 and lifted_at is null"
LIST = """
select id, address, reason, said, at, lifted_at, why from mail_suppressed
where ($1 or lifted_at is null) and ($2::bigint is null or id < $2) order by id desc limit $3"""
ONE = "select id, address, reason, said, at, lifted_at, why from mail_suppressed where id = $1"
LIFT = "update mail_suppressed set lifted_at = now(), lifted_by = $2, why = $3 where id = $1 and lifted_at is null returning true"


class Gone(msgspec.Struct, frozen=True):
    """A mail of a ticket that something is said of."""

    id: int
    ticket_id: int
    recipient: str


class Suppressed(msgspec.Struct, frozen=True):
    """A mailbox that is not written to. reason: ``bounced`` or ``complained``. said: what the other server said. why: of lifting it."""

    id: int
    address: str
    reason: str
    said: str
    at: datetime
    lifted_at: datetime | None
    why: str

    def masked(self) -> "Suppressed":
        """As it is shown: nobody reads addresses off a list."""
        return replace(self, address=mask_email(self.address))


async def told(db: Reads, id_: int, state: str, status: str, said: str) -> bool:
    """Something new is known of the mail; False when it changes nothing."""
    return await db.fetchrow(TOLD, id_, state, status, said) is not None


async def mail(db: Reads, id_: int) -> Gone | None:
    """A mail of a ticket."""
    return await one(db, Gone, MAIL, id_)


async def of_ticket(db: Reads, ticket_id: int, recipient: str, named: list[str]) -> Gone | None:
    """The mail to this person that is meant: by Message-ID, else the last."""
    return await one(db, Gone, OF_TICKET, ticket_id, recipient, named)


async def named(db: Reads, ids: list[str]) -> Gone | None:
    """The mail with one of these Message-IDs."""
    return await one(db, Gone, NAMED, ids)


async def outsider(db: Reads, letter_id: int) -> tuple[int, str] | None:
    """Whom a side thread's letter went to."""
    row = await db.fetchrow(OUTSIDER, letter_id)
    return (row["outsider_id"], row["address"]) if row else None


async def suppress(db: Reads, mailbox: str, address: str, reason: str, said: str) -> int | None:
    """It is not written to any more; None when it was not before."""
    return await db.fetchval(SUPPRESS, mailbox, address, reason, said)  # type: ignore[no-any-return]


async def suppressed(db: Reads, mailbox: str) -> Suppressed | None:
    """Whether it is not written to."""
    return await one(db, Suppressed, SUPPRESSED, mailbox)


async def listed(db: Reads, with_lifted: bool, before: int | None, most: int) -> list[Suppressed]:
    """The newest first."""
    return await every(db, Suppressed, LIST, with_lifted, before, most)


async def by_id(db: Reads, id_: int) -> Suppressed | None:
    """One of them."""
    return await one(db, Suppressed, ONE, id_)


async def lift(db: Reads, id_: int, staff_id: int, why: str) -> bool:
    """It may be written to again; False when it might before."""
    return bool(await db.fetchval(LIFT, id_, staff_id, why))

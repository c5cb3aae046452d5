"""Statements on reviews by two people."""

from datetime import datetime

import msgspec

from farol.core.tickets.visibility import BELONGS
from farol.kit.db import Reads, every, one

from .model import Review

ADD = """
insert into identity_review (ticket_id, customer_id, uid, core_ref, words, maker_id, maker_session, maker_ip, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id"""
OF_TICKET = """
select r.id, r.ticket_id, r.uid, r.core_ref, r.words, r.maker_id, m.name as maker, r.at, r.outcome, c.name as checker, r.checker_words,
  r.decided_at from identity_review r join staff m on m.id = r.maker_id left join staff c on c.id = r.checker_id
where r.ticket_id = $1 order by r.id desc limit 5"""
LOCK = """
select id, ticket_id, customer_id, uid, core_ref, maker_id, maker_session, maker_ip, outcome from identity_review
where id = $1 for no key update"""
DECIDE = """
update identity_review set outcome = $2, checker_id = $3, checker_session = $4, checker_ip = $5, checker_words = $6, decided_at = $7
where id = $1 and outcome = 'open' returning id"""
REVIEW_TICKET = "select ticket_id from identity_review where id = $1"
BELONGS["review_id"] = REVIEW_TICKET
USED = "select exists (select from identity_review where core_ref = $1 and outcome <> 'refused')"


class Case(msgspec.Struct, frozen=True):
    """A review, locked, with where its maker sat."""

    id: int
    ticket_id: int
    customer_id: int
    uid: str
    core_ref: str
    maker_id: int
    maker_session: bytes
    maker_ip: str
    outcome: str


async def add(
    db: Reads, *, ticket_id: int, customer_id: int, uid: str, core_ref: str, words: str, maker_id: int, session: bytes, ip: str, at: datetime,
) -> int:  # fmt: skip
    """A case before its second person."""
    id_: int = await db.fetchval(ADD, ticket_id, customer_id, uid, core_ref, words, maker_id, session, ip, at)
    return id_


async def of_ticket(db: Reads, ticket_id: int) -> list[Review]:
    """The last five of a ticket, newest first."""
    return await every(db, Review, OF_TICKET, ticket_id)


async def lock(db: Reads, review_id: int) -> Case | None:
    """One, held until the transaction ends."""
    return await one(db, Case, LOCK, review_id)


async def decide(
    db: Reads, review_id: int, outcome: str, checker_id: int, session: bytes, ip: str, words: str, at: datetime,
) -> bool:
    """How it ended; False when it had ended already."""
    return await db.fetchval(DECIDE, review_id, outcome, checker_id, session, ip, words, at) is not None


async def used(db: Reads, core_ref: str) -> bool:
    """Whether a review of ours refers to that manual review already; one that was refused does not count."""
    return bool(await db.fetchval(USED, core_ref))

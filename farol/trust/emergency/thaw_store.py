"""Statements on accounts that somebody wants to unfreeze."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

ADD = """
insert into emergency_thaw (proposal_id, ticket_id, customer_id, asked_by, at, not_before) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning proposal_id"""
FIELDS = """
select w.proposal_id, w.ticket_id, t.number, w.customer_id, w.at, w.not_before, w.told, w.stopped_at, w.stopped_why, c.email, c.language, c.time_zone,
  p.state, p.tries from emergency_thaw w join proposal p on p.id = w.proposal_id join customer c on c.id = w.customer_id
join ticket t on t.id = w.ticket_id """
BY_PROPOSAL = FIELDS + "where w.proposal_id = $1"
OF_TICKET = FIELDS + "where w.ticket_id = $1 order by w.proposal_id desc limit 5"
STOP = "update emergency_thaw set stopped_at = $2, stopped_why = $3 where proposal_id = $1 and stopped_at is null returning proposal_id"
TOLD = "update emergency_thaw set told = told + 1 where proposal_id = $1"
OWNER = "select id, customer_id from proposal p where id = $1"


class Thaw(msgspec.Struct, frozen=True):
    """state, tries: of the proposal. told: how many contacts got the link that stops it."""

    proposal_id: int
    ticket_id: int
    number: str
    customer_id: int
    at: datetime
    not_before: datetime
    told: int
    stopped_at: datetime | None
    stopped_why: str | None
    email: str
    language: str
    time_zone: str
    state: str
    tries: int

    @property
    def open(self) -> bool:
        """Whether it can be stopped still."""
        return self.stopped_at is None and self.tries == 0 and self.state in ("proposed", "approved", "unproven")


async def thaw(db: Reads, proposal_id: int) -> Thaw | None:
    """One, by its proposal."""
    return await one(db, Thaw, BY_PROPOSAL, proposal_id)


async def of_ticket(db: Reads, ticket_id: int) -> list[Thaw]:
    """The last five of a ticket, newest first."""
    return await every(db, Thaw, OF_TICKET, ticket_id)

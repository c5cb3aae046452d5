"""Effects that are verbs with a transaction of their own: done right after, once however often the job runs."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

import msgspec

from farol.core.people import actions as people
from farol.core.tickets.problems import TicketClosed
from farol.desk.escalation import actions as escalation
from farol.desk.escalation.problems import AlreadyEscalated, NobodyToEscalateTo
from farol.desk.sla import actions as sla
from farol.desk.sla.problems import PromiseOpen, PromisePast, PromiseTooFar
from farol.desk.snooze import actions as snoozing
from farol.desk.snooze.problems import NothingToSnooze, SnoozePast
from farol.kit.core import Kit
from farol.kit.jobs import job
from farol.kit.permission import SYSTEM
from farol.kit.problem import NotAllowed, NotFound


class Escalate(msgspec.Struct, frozen=True):
    """staff_id: who lets it happen, 0 for the desk itself."""

    ticket_id: int
    staff_id: int
    why: str


class Promise(msgspec.Struct, frozen=True):
    """client_id: the same one promises once."""

    ticket_id: int
    staff_id: int
    by: datetime
    client_id: UUID


class Snooze(msgspec.Struct, frozen=True):
    """until: when it comes back."""

    ticket_id: int
    staff_id: int
    until: datetime


@job("effects.escalate", Escalate)
async def escalate(kit: Kit, given: Escalate) -> None:
    """Puts the ticket on the ladder that fits it, unless it is on one."""
    actor = await people.acting(kit.db, given.staff_id) if given.staff_id else SYSTEM
    with suppress(AlreadyEscalated, NobodyToEscalateTo, TicketClosed, NotFound):
        if actor:
            await escalation.escalate(kit, actor, given.ticket_id, why=given.why, ask="", ladder_id=None)


@job("effects.promise", Promise)
async def promise(kit: Kit, given: Promise) -> None:
    """Makes the promise that the reply spoke of."""
    actor = await people.acting(kit.db, given.staff_id)
    with suppress(PromiseOpen, PromisePast, PromiseTooFar, TicketClosed, NotFound, NotAllowed):
        if actor:
            await sla.promise(kit, actor, given.ticket_id, client_id=given.client_id, by=given.by, words="")


@job("effects.snooze", Snooze)
async def snooze(kit: Kit, given: Snooze) -> None:
    """Puts the ticket aside until then."""
    actor = await people.acting(kit.db, given.staff_id)
    with suppress(NothingToSnooze, SnoozePast, NotFound, NotAllowed):
        if actor:
            await snoozing.snooze(kit, actor, given.ticket_id, given.until)

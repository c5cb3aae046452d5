"""What a customer does with their own ticket beside writing: takes it back and up again, asks for a lead, opens it anew."""

from uuid import UUID

from farol.core.tickets.actions import change_in, post_message
from farol.core.tickets.model import Change, Posted
from farol.core.tickets.store import TicketRow
from farol.desk.escalation.actions import escalate
from farol.desk.escalation.problems import AlreadyEscalated, NobodyToEscalateTo
from farol.desk.sla import promise_store
from farol.insight.satisfaction.model import LONGEST, UNSOLVED
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.i18n import Tongue, written
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from . import store
from .events import TicketWithdrawn, WithdrawalUndone
from .model import UNDO_FOR
from .problems import LeadHasIt, NotDone, NothingToWithdraw, NotWithdrawnLightly, PromiseStands, UndoOver

MOST_URGENT = "P0"


async def withdraw(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The customer needs no answer any more: the ticket is closed. Raises NotFound, NothingToWithdraw, NotWithdrawnLightly."""

    async def run() -> int:
        async with db.transaction(kit.db) as tx:
            stands = await store.lock_own(tx, ticket_id, actor.id)
            if stands is None:
                raise NotFound
            if stands.status in ("resolved", "closed"):
                raise NothingToWithdraw
            if stands.severity == MOST_URGENT:
                raise NotWithdrawnLightly
            await change_in(tx, actor, ticket_id, Change(status="closed"))
            seq = await store.withdraw(tx, stands)
            return await emit(tx, f"ticket:{ticket_id}", actor, TicketWithdrawn(stands.status), public=True, seq=seq)

    await wake(kit.bus, f"ticket:{ticket_id}", await db.again(run))


async def undo_withdrawal(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The ticket stands again as it did, with the place its customer had. Raises NotFound, UndoOver."""

    async def run() -> int:
        async with db.transaction(kit.db) as tx:
            stands = await store.lock_own(tx, ticket_id, actor.id)
            if stands is None:
                raise NotFound
            taken = await store.withdrawal(tx, ticket_id)
            if stands.status != "closed" or taken is None or clock.now() > taken.withdrawn_at + UNDO_FOR:
                raise UndoOver
            await change_in(tx, actor, ticket_id, Change(status=taken.was, stage=taken.stage) if taken.stage else Change(status=taken.was))
            seq = await store.undo(tx, ticket_id, taken.waiting_since)
            return await emit(tx, f"ticket:{ticket_id}", actor, WithdrawalUndone(taken.was), public=True, seq=seq)

    await wake(kit.bus, f"ticket:{ticket_id}", await db.again(run))


async def ask_for_lead(kit: Kit, actor: Actor, ticket: TicketRow, words: str) -> None:
    """After a broken promise, and only then, somebody above is asked. Raises Invalid, PromiseStands, LeadHasIt."""
    if "\0" in words or len(words) > LONGEST:
        raise Invalid(errors=[{"field": "words", "why": "not possible"}])
    by, broken = await promise_store.next_update(kit.db, ticket.id)
    if ticket.status not in ("open", "pending") or by is None or not (broken or by < clock.now()):
        raise PromiseStands
    why = f"The customer asks for a lead: they were promised an answer by {by:%Y-%m-%d %H:%M} UTC and heard nothing."
    try:
        await escalate(kit, actor, ticket.id, why=why, ask=words, ladder_id=None)
    except (AlreadyEscalated, NobodyToEscalateTo):
        # Who has it, and whether anybody can, is the desk's own matter; the review of the promise runs in any case.
        raise LeadHasIt from None


async def reopen(kit: Kit, actor: Actor, ticket: TicketRow, client_id: UUID, words: str, lang: Tongue) -> Posted:
    """What was solved is not: it is open again, with the customer's words. Raises NotDone and what posting raises."""
    if ticket.status != "resolved":
        raise NotDone
    return await post_message(
        kit, actor, ticket.id, client_id=client_id, body=f"{UNSOLVED[written(lang)]} {words.strip()}".strip(), channel="portal")

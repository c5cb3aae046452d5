"""What happens to a ticket and whom it concerns. Each telling is once per person, whatever runs twice."""

from datetime import timedelta

from farol.core.notices.actions import notify
from farol.core.tickets.events import MessagePosted, TicketChanged
from farol.desk.queue.events import OfferBounced, WorkReturned
from farol.desk.sla.events import ClockBreached, ClockWarned, PromiseBroken
from farol.desk.sla.model import UPDATE
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import reaction

from . import store, words

NEWS = timedelta(hours=1)
"""What was learned later than this is no news; the ticket tells it."""
NEAR = 80
"""Per cent of a clock from which its owner is told."""


def _old(event: Recorded) -> bool:
    return clock.now() - event.at > NEWS


def _by(event: Recorded) -> Actor:
    kind, _, id_ = event.actor.partition(":")
    return Actor(kind, int(id_ or 0), frozenset())


@reaction("alert_owner", TicketChanged, MessagePosted, ClockWarned, ClockBreached, PromiseBroken)
async def tell_owner(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A ticket becomes somebody's, its customer writes, its clocks run out, a promise is near or broken, it becomes a P0."""
    if _old(event):
        return
    happened, ticket = event.event(), await store.about(tx, event.id)
    if ticket is None or ticket.merged:
        return
    if isinstance(happened, TicketChanged):
        await _changed(tx, event, happened, ticket)
    elif isinstance(happened, MessagePosted):
        await _said(tx, event, happened, ticket)
    elif ticket.status in ("resolved", "closed"):
        return  # nobody waits for what a clock or a promise would say
    elif isinstance(happened, PromiseBroken):
        title = words.both(*words.PROMISE_BROKEN, number=ticket.number)
        key = f"promise:{happened.promise_id}:broken"
        await notify(tx, {happened.staff_id, ticket.owner_id or happened.staff_id}, "promise.broken", ticket_id=event.id, title=title, key=key)
    elif ticket.owner_id and isinstance(happened, ClockWarned | ClockBreached):
        await _clock(tx, event, happened, ticket, ticket.owner_id)


async def _changed(tx: Tx, event: Recorded, changed: TicketChanged, ticket: store.About) -> None:
    by, owner = _by(event), changed.fields.get("owner_id")
    if isinstance(owner, int) and owner == ticket.owner_id:
        name = await store.name(tx, by.id) if by.kind == "staff" else ""
        title = words.both(*(words.ASSIGNED if name else words.YOURS), name=name, number=ticket.number)
        await notify(tx, [owner], "assigned", ticket_id=event.id, title=title, key=f"assigned:{event.id}:{event.seq}", but=by)
    if changed.fields.get("severity") == "P0":
        told = {*await store.on_duty(tx), *([ticket.owner_id] if ticket.owner_id else [])}
        title = words.both(*words.URGENT, number=ticket.number)
        await notify(tx, told, "emergency.p0", ticket_id=event.id, title=title, key=f"p0:{event.id}:{event.seq}", but=by)


async def _said(tx: Tx, event: Recorded, posted: MessagePosted, ticket: store.About) -> None:
    """Once until the customer is answered: who waits writes several times. Who got the ticket later has read what was there."""
    if posted.author_kind != "customer" or ticket.owner_id is None or ticket.waiting_since is None:
        return
    if await store.changed_hands(tx, event.stream, event.seq):
        return
    title, body = words.both(*words.WROTE, number=ticket.number), await store.said(tx, event.id, event.seq)
    key = f"words:{event.id}:{ticket.waiting_since.timestamp():.3f}"
    await notify(tx, [ticket.owner_id], "words", ticket_id=event.id, title=title, words=body, key=key)


async def _clock(tx: Tx, event: Recorded, told: ClockWarned | ClockBreached, ticket: store.About, owner: int) -> None:
    over = isinstance(told, ClockBreached)
    if isinstance(told, ClockWarned) and told.percent < NEAR:
        return
    if told.clock == UPDATE:
        title = words.both(*words.PROMISE_NEAR, number=ticket.number)
    else:
        zh, en = words.CLOCKS[told.clock]
        template = words.OVER if over else words.WARNED
        percent = told.percent if isinstance(told, ClockWarned) else 100
        title = {"zh": template[0].format(number=ticket.number, clock=zh, percent=percent),
                 "en": template[1].format(number=ticket.number, clock=en, percent=percent)}
    kind = "promise.near" if told.clock == UPDATE else "sla.over" if over else "sla.near"
    await notify(tx, [owner], kind, ticket_id=event.id, title=title, key=f"clock:{event.id}:{event.seq}")


@reaction("alert_offer", OfferBounced, WorkReturned)
async def tell_offered(kit: Kit, tx: Tx, event: Recorded) -> None:
    """What was offered to somebody who did not look, or taken from somebody who went away, waits for everybody again."""
    if _old(event):
        return
    happened, ticket = event.event(), await store.about(tx, event.id)
    if ticket is None or not isinstance(happened, OfferBounced | WorkReturned):
        return
    if isinstance(happened, OfferBounced) and happened.why == "unanswered":
        template = words.MISSED
    elif isinstance(happened, WorkReturned) and happened.why in ("away", "offline"):
        template = words.RETURNED
    else:
        return
    title = words.both(*template, number=ticket.number)
    await notify(tx, [happened.staff_id], "offer", ticket_id=event.id, title=title, key=f"{event.stream}:{event.seq}")

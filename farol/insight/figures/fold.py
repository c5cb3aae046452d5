"""What one ticket's events come to. Folding the whole log again gives the same."""

from datetime import datetime
from typing import Literal

import msgspec

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketOpened
from farol.kit.events import Recorded

DONE = ("resolved", "closed")
Step = Literal["resolved", "reopened"] | None


class Facts(msgspec.Struct, frozen=True):
    """A ticket up to its event ``seq``; see the table for the rest. asks, replies: public messages of either side.

    done: resolved or closed by the desk.
    """

    ticket_id: int
    seq: int
    opened_at: datetime
    asked_at: datetime | None = None
    touched_at: datetime | None = None
    replied_at: datetime | None = None
    replied_by: int | None = None
    last_by: int | None = None
    asks: int = 0
    replies: int = 0
    done: bool = False


def begun(event: Recorded) -> Facts:
    """A ticket of which nothing is known before this event."""
    return Facts(event.id, event.seq - 1, event.at)


def after(facts: Facts, event: Recorded) -> tuple[Facts, Step]:
    """The ticket after one more event, and whether that resolved or reopened it. An event taken in before changes nothing.

    A customer who takes their ticket back was not helped by anybody: that resolves nothing, and taking it up again reopens nothing.
    """
    if event.seq <= facts.seq:
        return facts, None
    facts = msgspec.structs.replace(facts, seq=event.seq)
    what = event.event()
    status: str | None = None
    if isinstance(what, TicketOpened):
        facts = msgspec.structs.replace(facts, opened_at=event.at)
    elif isinstance(what, MessagePosted):
        status = what.status
        if not what.internal:
            facts = _said(facts, what, event.at)
    elif isinstance(what, TicketChanged):
        value = what.fields.get("status")
        status = value if isinstance(value, str) else None
    if status is None or (status in DONE) == facts.done or (status in DONE and event.actor.startswith("customer:")):
        return facts, None
    return msgspec.structs.replace(facts, done=status in DONE), "resolved" if status in DONE else "reopened"


def _said(facts: Facts, said: MessagePosted, at: datetime) -> Facts:
    """Words count from the customer's first on: what was said before them answers nothing."""
    put = msgspec.structs.replace
    if said.author_kind == "customer":
        return put(facts, asked_at=facts.asked_at or at, asks=facts.asks + 1)
    if facts.asked_at is None:
        return facts
    facts = put(facts, touched_at=facts.touched_at or at)
    if said.author_kind != "staff":
        return facts
    if facts.replied_at is None:
        facts = put(facts, replied_at=at, replied_by=said.author_id)
    return put(facts, last_by=said.author_id, replies=facts.replies + 1)

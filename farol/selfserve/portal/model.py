"""Where a ticket stands, told like a delivery: what has happened, where it is now, what is still to come."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from farol.core.tickets.store import TicketRow
from farol.kit.events import Recorded


class Step(msgspec.Struct, frozen=True):
    """One stop. key: which sentence; state: done, here or todo; at: since when, None for what is to come."""

    key: str
    state: str
    at: datetime | None = None


def way(ticket: TicketRow, events: Sequence[Recorded]) -> list[Step]:
    """The stops of a ticket in their order, from its public events.

    One stop at most is ``here``. A resolved ticket has none: everything is done.
    """
    steps = [Step("received", "done", ticket.opened_at)]
    read_at = next((e.at for e in events if e.kind == "ticket.read" and e.body.get("reader") == "staff"), None)
    # Who answered first has read it: a mark that came later would stand out of order.
    if read_at and not (ticket.first_reply_at and ticket.first_reply_at < read_at):
        steps.append(Step("read", "done", read_at))
    if ticket.first_reply_at:
        steps.append(Step("answered", "done", ticket.first_reply_at))
    if reopened := _reopened(events):
        steps.append(Step("reopened", "done", reopened))
    if ticket.status in ("resolved", "closed"):
        steps.append(Step("closed" if ticket.status == "closed" else "resolved", "done", ticket.resolved_at or ticket.updated_at))
        return steps
    return [*steps, _here(ticket, events, read_at), Step("resolved", "todo")]


def _here(ticket: TicketRow, events: Sequence[Recorded], read_at: datetime | None) -> Step:
    if ticket.status == "pending":
        return Step("waiting_for_you", "here", _since_pending(events) or ticket.updated_at)
    if ticket.waiting_since is None:
        return Step("answer_given", "here", _last_staff_word(events) or ticket.updated_at)
    if read_at and read_at >= ticket.waiting_since:
        return Step("being_handled", "here", read_at)
    return Step("in_line", "here", ticket.waiting_since)


def _since_pending(events: Sequence[Recorded]) -> datetime | None:
    """When the status last became pending."""
    return next((e.at for e in reversed(events) if _status(e) == "pending"), None)


def _last_staff_word(events: Sequence[Recorded]) -> datetime | None:
    said = (e.at for e in reversed(events) if e.kind == "message.posted" and e.body.get("author_kind") == "staff")
    return next(said, None)


def _reopened(events: Sequence[Recorded]) -> datetime | None:
    """When the ticket last went from resolved back to open, if it did."""
    before, at = "open", None
    for event in events:
        now = _status(event) or before
        if before == "resolved" and now == "open":
            at = event.at
        before = now
    return at


def _status(event: Recorded) -> str | None:
    """The status an event brought, None when it changed none."""
    if event.kind == "message.posted":
        found = event.body.get("status")
    elif event.kind == "ticket.changed":
        found = event.body.get("fields", {}).get("status")
    else:
        return None
    return found if isinstance(found, str) else None

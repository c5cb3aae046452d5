"""Where a ticket stands, told like a delivery: what has happened, where it is now, what is still to come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from farol.core.tickets.store import TicketRow
from farol.kit.events import Recorded

UNDO_FOR = timedelta(hours=24)
"""How long a customer may change their mind after taking a ticket back."""


class Step(msgspec.Struct, frozen=True):
    """One stop. key: which sentence; state: done, here or todo; at: since when, for what is to come by when; None when nobody knows.
    shown: the desk's own words for it by language, in place of ours."""

    key: str
    state: str
    at: datetime | None = None
    shown: dict[str, str] = {}


class Withdrawal(msgspec.Struct, frozen=True):
    """A ticket its customer took back. was, stage, waiting_since: how it stood before."""

    was: str
    stage: str | None
    waiting_since: datetime | None
    withdrawn_at: datetime

    @property
    def undo_until(self) -> datetime:
        """Until when it can be taken up again."""
        return self.withdrawn_at + UNDO_FOR


class Around(msgspec.Struct, frozen=True):
    """What a customer may know beside the events. lead: ``lead`` or ``duty`` who has it, since ``lead_since``.
    promise_by: when they hear again at the latest, while that is to come. withdrawn_at: when they took it back."""

    lead: str = ""
    lead_since: datetime | None = None
    promise_by: datetime | None = None
    withdrawn_at: datetime | None = None


NOTHING_AROUND = Around()


def way(ticket: TicketRow, events: Sequence[Recorded], around: Around = NOTHING_AROUND) -> list[Step]:
    """The stops of a ticket in their order, from its public events.

    One stop at most is ``here``. A resolved ticket has none: everything is done.
    """
    steps, read_at = _behind(ticket, events), _read_at(events)
    if ticket.status in ("resolved", "closed"):
        if around.withdrawn_at:
            return [*steps, Step("withdrawn", "done", around.withdrawn_at)]
        steps.append(Step("closed" if ticket.status == "closed" else "resolved", "done", ticket.resolved_at or ticket.updated_at))
        return steps
    here, passed = _here(ticket, events, read_at, around)
    steps += passed
    coming = [Step("next_update", "todo", around.promise_by)] if around.promise_by else []
    return [*steps, here, *coming, Step("resolved", "todo")]


def _behind(ticket: TicketRow, events: Sequence[Recorded]) -> list[Step]:
    steps, read_at = [Step("received", "done", ticket.opened_at)], _read_at(events)
    # Who answered first has read it: a mark that came later would stand out of order.
    if read_at and not (ticket.first_reply_at and ticket.first_reply_at < read_at):
        steps.append(Step("read", "done", read_at))
    if ticket.first_reply_at:
        steps.append(Step("answered", "done", ticket.first_reply_at))
    if reopened := _reopened(events):
        steps.append(Step("reopened", "done", reopened))
    return steps


def _read_at(events: Sequence[Recorded]) -> datetime | None:
    return next((e.at for e in events if e.kind == "ticket.read" and e.body.get("reader") == "staff"), None)


def _here(
    ticket: TicketRow, events: Sequence[Recorded], read_at: datetime | None, around: Around,
) -> tuple[Step, list[Step]]:
    """Where it is, and with whom it has been meanwhile: the latest of those is where it is, unless it waits for the customer."""
    stage = _stage(events) if ticket.stage else None
    lead = Step(f"with_{around.lead}", "here", around.lead_since) if around.lead else None
    held = sorted((step for step in (stage, lead) if step), key=lambda step: step.at or ticket.opened_at)
    if ticket.status == "pending":
        waiting = Step("waiting_for_you", "here", _since_pending(events) or ticket.updated_at, stage.shown if stage else {})
        return waiting, [_done(lead)] if lead else []
    if held:
        return held[-1], [_done(step) for step in held[:-1]]
    if ticket.waiting_since is None:
        return Step("answer_given", "here", _last_staff_word(events) or ticket.updated_at), []
    if read_at and read_at >= ticket.waiting_since:
        return Step("being_handled", "here", read_at), []
    return Step("in_line", "here", ticket.waiting_since), []


def _done(step: Step) -> Step:
    return msgspec.structs.replace(step, state="done")


def _stage(events: Sequence[Recorded]) -> Step | None:
    """The stage that was set last, if it has words for the customer."""
    last = next((e for e in reversed(events) if e.kind == "ticket.changed" and "stage" in e.body.get("fields", {})), None)
    shown = last.body.get("shown") if last else None
    return Step("stage", "here", last.at, shown) if last and shown else None


def _since_pending(events: Sequence[Recorded]) -> datetime | None:
    """When the status last became pending."""
    return next((e.at for e in reversed(events) if _status(e) == "pending"), None)


def _last_staff_word(events: Sequence[Recorded]) -> datetime | None:
    said = (e.at for e in reversed(events) if e.kind == "message.posted" and e.body.get("author_kind") == "staff")
    return next(said, None)


def _reopened(events: Sequence[Recorded]) -> datetime | None:
    """When the ticket last went from done back to open, if it did."""
    before, at = "open", None
    for event in events:
        now = _status(event) or before
        if before in ("resolved", "closed") and now in ("open", "pending"):
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

"""Where a ticket stands, from its events."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from farol.core.tickets.store import TicketRow
from farol.kit.events import Recorded
from farol.selfserve.portal.model import Around, way

T0 = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
TICKET = TicketRow(
    1, "FRL-2026-000001", 7, "x", None, None, "P3", "open", None, None, None, "webchat", "zh", 1, 1, 1,
    opened_at=T0, updated_at=T0, waiting_since=T0, first_reply_at=None, resolved_at=None,
)  # fmt: skip


def at(minutes: int) -> datetime:
    return T0 + timedelta(minutes=minutes)


def event(minutes: int, kind: str, **body: Any) -> Recorded:
    return Recorded("ticket:1", 1, kind, "staff:1", True, body, at(minutes))


def stops(ticket: TicketRow, *events: Recorded) -> list[tuple[str, str]]:
    return [(step.key, step.state) for step in way(ticket, events)]


def test_a_new_ticket_waits_to_be_read() -> None:
    assert stops(TICKET) == [("received", "done"), ("in_line", "here"), ("resolved", "todo")]


def test_read_and_not_answered_yet() -> None:
    assert stops(TICKET, event(2, "ticket.read", reader="staff")) == [
        ("received", "done"), ("read", "done"), ("being_handled", "here"), ("resolved", "todo")]  # fmt: skip


def test_the_customers_own_reading_is_no_sign() -> None:
    assert ("read", "done") not in stops(TICKET, event(2, "ticket.read", reader="customer"))


def test_answered_and_nothing_open() -> None:
    answered = msgspec.structs.replace(TICKET, waiting_since=None, first_reply_at=at(3))
    steps = way(answered, [event(3, "message.posted", author_kind="staff")])
    assert [(s.key, s.at) for s in steps if s.state == "here"] == [("answer_given", at(3))]


def test_waiting_for_the_customer_since_the_status_said_so() -> None:
    pending = msgspec.structs.replace(TICKET, status="pending", waiting_since=None, first_reply_at=at(3))
    steps = way(pending, [event(3, "message.posted", author_kind="staff"), event(4, "ticket.changed", fields={"status": "pending"})])
    assert [(s.key, s.at) for s in steps if s.state == "here"] == [("waiting_for_you", at(4))]


def test_a_new_question_after_the_answer_waits_again() -> None:
    again = msgspec.structs.replace(TICKET, waiting_since=at(9), first_reply_at=at(3))
    assert stops(again, event(2, "ticket.read", reader="staff"))[-2:] == [("in_line", "here"), ("resolved", "todo")]


def test_resolved_has_nothing_left() -> None:
    done = msgspec.structs.replace(TICKET, status="resolved", waiting_since=None, first_reply_at=at(3), resolved_at=at(5))
    assert stops(done)[-1] == ("resolved", "done")
    assert all(state == "done" for _, state in stops(done))


def test_reopening_is_told() -> None:
    opened = msgspec.structs.replace(TICKET, waiting_since=at(8), first_reply_at=at(3))
    events = (event(5, "ticket.changed", fields={"status": "resolved"}), event(8, "message.posted", author_kind="customer", status="open"))
    assert ("reopened", "done") in stops(opened, *events)
    pending = (event(5, "ticket.changed", fields={"status": "pending"}), event(8, "message.posted", author_kind="customer", status="open"))
    assert ("reopened", "done") not in stops(opened, *pending)


def test_the_desks_own_words_say_with_whom_it_is() -> None:
    shown = {"zh": "钱包团队正在核查", "en": "Our wallet team is checking"}
    ticket = msgspec.structs.replace(TICKET, stage="with_wallet_team")
    steps = way(ticket, [event(2, "ticket.read", reader="staff"), event(5, "ticket.changed", fields={"stage": "with_wallet_team"}, shown=shown)])
    here = next(s for s in steps if s.state == "here")
    assert (here.key, here.at, here.shown) == ("stage", at(5), shown)


def test_a_stage_without_words_is_told_nobody() -> None:
    ticket = msgspec.structs.replace(TICKET, stage="quiet")
    assert stops(ticket, event(5, "ticket.changed", fields={"stage": "quiet"}, shown={}))[-2:] == [("in_line", "here"), ("resolved", "todo")]


def test_a_lead_and_the_next_word_stand_on_the_way() -> None:
    steps = way(TICKET, [], Around("lead", at(8), promise_by=at(30)))
    assert [(s.key, s.state, s.at) for s in steps[1:]] == [("with_lead", "here", at(8)), ("next_update", "todo", at(30)), ("resolved", "todo", None)]


def test_what_was_taken_back_ends_there() -> None:
    closed = msgspec.structs.replace(TICKET, status="closed", waiting_since=None)
    steps = way(closed, [], Around(withdrawn_at=at(4)))
    assert [(s.key, s.state) for s in steps] == [("received", "done"), ("withdrawn", "done")]

"""What a ticket's events come to, whatever their order of arrival and however often one comes."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from farol.insight.figures.fold import Facts, after, begun
from farol.kit.events import Recorded

START = datetime(2026, 11, 22, tzinfo=UTC)


def recorded(seq: int, kind: str, actor: str = "staff:1", **body: Any) -> Recorded:
    return Recorded("ticket:7", seq, kind, actor, True, body, START + timedelta(seconds=10 * seq))


def said(seq: int, who: str, *, internal: bool = False, status: str | None = None) -> Recorded:
    return recorded(seq, "message.posted", author_kind=who, author_id=5, internal=internal, channel="webchat", status=status)


def changed(seq: int, status: str, actor: str = "staff:1") -> Recorded:
    return recorded(seq, "ticket.changed", actor, fields={"status": status}, version=2)


def folded(events: list[Recorded]) -> tuple[Facts, list[tuple[int, str]]]:
    known, steps = begun(events[0]), []
    for event in events:
        known, step = after(known, event)
        steps += [(event.seq, step)] if step else []
    return known, steps


OPENED = recorded(1, "ticket.opened", number="FRL-1", channel="webchat")


def test_only_a_person_is_a_first_reply_and_notes_are_none() -> None:
    known, _ = folded([OPENED, said(2, "customer"), said(3, "system"), said(4, "staff", internal=True), said(5, "staff"), said(6, "staff")])
    assert known.asked_at == START + timedelta(seconds=20)
    assert known.touched_at == START + timedelta(seconds=30)
    assert known.replied_at == START + timedelta(seconds=50)
    assert (known.asks, known.replies, known.last_by) == (1, 2, 5)


def test_words_before_the_customers_answer_nothing() -> None:
    known, _ = folded([OPENED, said(2, "staff"), said(3, "customer")])
    assert known.replied_at is None
    assert known.replies == 0


def test_each_resolution_and_each_reopening_is_a_step() -> None:
    events = [OPENED, said(2, "customer"), changed(3, "pending"), changed(4, "resolved"), changed(5, "closed"), changed(6, "open"),
              changed(7, "resolved"), said(8, "customer", status="open")]
    known, steps = folded(events)
    assert steps == [(4, "resolved"), (6, "reopened"), (7, "resolved"), (8, "reopened")]
    assert not known.done


def test_a_ticket_its_customer_took_back_was_not_resolved_by_the_desk() -> None:
    events = [OPENED, said(2, "customer"), changed(3, "closed", "customer:5"), changed(4, "open", "customer:5")]
    assert folded(events)[1] == []
    known, steps = folded([*events, changed(5, "resolved"), changed(6, "open", "customer:5"), changed(7, "closed", "customer:5")])
    assert steps == [(5, "resolved"), (6, "reopened")]
    assert not known.done


EVENTS = st.lists(st.one_of(
    st.tuples(st.just("say"), st.sampled_from(["customer", "staff", "assistant", "system"]), st.booleans()),
    st.tuples(st.just("status"), st.sampled_from(["open", "pending", "resolved", "closed"]), st.none())), max_size=30)


@given(EVENTS, st.integers(1, 3))
def test_an_event_counts_once_and_steps_take_turns(plan: list[Any], times: int) -> None:
    events = [OPENED] + [
        said(n, what[1], internal=what[2]) if what[0] == "say" else changed(n, what[1]) for n, what in enumerate(plan, start=2)]
    known, steps = folded([e for e in events for _ in range(times)])
    assert (known, steps) == folded(events)
    assert [step for _, step in steps] == [("resolved", "reopened")[n % 2] for n in range(len(steps))]
    assert known.done == (len(steps) % 2 == 1)

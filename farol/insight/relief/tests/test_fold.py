"""The assistant's events of a ticket, folded."""

from datetime import UTC, datetime, timedelta
from typing import Any

from farol.insight.relief.fold import after, begun
from farol.kit.events import Recorded

AT = datetime(2026, 11, 1, tzinfo=UTC)


def event(at: int, kind: str, **body: Any) -> Recorded:
    return Recorded("assistant_case:7", at, kind, "assistant:0", False, body, AT + timedelta(minutes=at))


TURNS = [
    event(1, "assistant.turn_taken", seq=2, reply_seq=3, move="question", reason="", language="en"),
    event(2, "assistant.turn_taken", seq=4, reply_seq=5, move="answer", reason="dep.unconfirmed", language="en"),
    event(3, "assistant.turn_taken", seq=6, reply_seq=None, move="silent", reason="", language=""),
    event(4, "assistant.handed_over", why="asked", reason="dep.unconfirmed", language="en"),
    event(5, "assistant.handed_over", why="misses", reason="", language=""),
]


def test_turns_answers_and_the_first_hand_over_are_kept() -> None:
    case = begun(TURNS[0])
    for one in TURNS:
        case = after(case, one)
    assert (case.turns, case.answers, case.answered_seq) == (3, 2, 4)
    assert (case.reason, case.language) == ("dep.unconfirmed", "en")
    assert (case.handed_why, case.handed_at) == ("asked", AT + timedelta(minutes=4))
    assert (case.begun_at, case.last_at) == (AT + timedelta(minutes=1), AT + timedelta(minutes=5))


def test_an_event_taken_in_before_changes_nothing() -> None:
    case = begun(TURNS[0])
    for one in TURNS:
        case = after(case, one)
    for one in TURNS:
        assert after(case, one) == case

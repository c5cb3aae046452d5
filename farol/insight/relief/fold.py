"""What one ticket's events of the assistant come to. Folding them again gives the same."""

from datetime import datetime

import msgspec

from farol.kit.events import Recorded
from farol.selfserve.assistant.events import HandedOver, TurnTaken

ANSWERS = frozenset({"answer", "choices", "question", "step"})
"""Kinds of turns in which the assistant itself helped on; handing over, holding the line and saying nothing are none."""


class Case(msgspec.Struct, frozen=True):
    """A ticket up to the assistant's event ``seq``; see the table for the rest."""

    ticket_id: int
    seq: int
    begun_at: datetime
    last_at: datetime
    turns: int = 0
    answers: int = 0
    answered_seq: int = 0
    reason: str = ""
    language: str = ""
    handed_at: datetime | None = None
    handed_why: str = ""


def begun(event: Recorded) -> Case:
    """A ticket of which nothing is known before this event."""
    return Case(event.id, event.seq - 1, event.at, event.at)


def after(case: Case, event: Recorded) -> Case:
    """The ticket after one more event. One that was taken in before changes nothing."""
    if event.seq <= case.seq:
        return case
    put = msgspec.structs.replace
    case = put(case, seq=event.seq)
    what = event.event()
    if isinstance(what, TurnTaken):
        answered = what.move in ANSWERS
        case = put(
            case, last_at=event.at, turns=case.turns + 1, answers=case.answers + answered, reason=what.reason or case.reason,
            language=what.language or case.language, answered_seq=max(case.answered_seq, what.seq) if answered else case.answered_seq)
    elif isinstance(what, HandedOver):
        case = put(
            case, last_at=event.at, handed_at=case.handed_at or event.at, handed_why=case.handed_why or what.why,
            reason=what.reason or case.reason, language=what.language or case.language)
    return case

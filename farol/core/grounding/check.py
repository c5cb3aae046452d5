"""The check itself."""

import re
from collections.abc import Iterable, Sequence

from .calendar import same_date, same_time
from .facts import facts
from .links import same_link
from .model import Fact
from .plain import hiding

LONGEST_ANSWER = 20_000
_STEP = re.compile(r"(?m)^[ \t>]{0,8}(\d{1,2})[.)、](?=\s)")
_SOURCE = re.compile(r"\[(\d{1,2})\](?!\()")


def ungrounded(answer: str, evidence: Sequence[str]) -> list[Fact]:
    """Every fact of the answer that does not stand in the evidence; [] means that nothing was added.

    Steps numbered 1, 2, 3 at the start of lines and marks like ``[1]`` of a piece of evidence are no facts. An answer
    longer than ``LONGEST_ANSWER`` characters and characters that hide text are refused whatever the evidence says.
    """
    if len(answer) > LONGEST_ANSWER:
        return [Fact("length", str(len(answer)), "")]
    hidden = [Fact("hidden", code, code) for code in hiding(answer)]
    known = _Known(fact for piece in evidence for fact in facts(piece))
    said = dict.fromkeys(facts(_without_marks(answer, len(evidence))))
    return hidden + [fact for fact in said if fact not in known]


class _Known:
    """The facts of the evidence, by kind."""

    def __init__(self, found: Iterable[Fact]) -> None:
        self._values: dict[str, set[str]] = {}
        for fact in found:
            self._values.setdefault(fact.kind, set()).add(fact.value)

    def __contains__(self, fact: object) -> bool:
        if not isinstance(fact, Fact):
            return False
        same = self._values.get(fact.kind, set())
        if fact.kind == "link":
            return same_link(fact.value, same)
        if fact.kind == "date":
            return any(same_date(fact.value, known) for known in same)
        if fact.kind == "time":
            return any(same_time(fact.value, known) for known in same)
        if fact.kind == "number":
            # The unit may be left out of an amount, not put to a bare number.
            amounts = self._values.get("amount", set())
            return fact.value in same or any(known.partition(" ")[0] == fact.value for known in amounts)
        return not fact.value or fact.value in same


def _without_marks(answer: str, pieces: int) -> str:
    expected = 1

    def step(found: re.Match[str]) -> str:
        nonlocal expected
        number = int(found[1])
        if number not in (1, expected):
            return found.group()
        expected = number + 1
        return ""

    answer = _STEP.sub(step, answer)
    return _SOURCE.sub(lambda found: "" if 1 <= int(found[1]) <= pieces else found.group(), answer)

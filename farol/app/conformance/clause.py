"""One clause: what the core link requires, how it is checked here, and what to do when it does not hold."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

import msgspec

if TYPE_CHECKING:
    from .bench import Bench
    from .wire import Answer


class Verdict(StrEnum):
    """``skipped`` always says why; it is never counted as passed."""

    PASS = "pass"
    FAIL = "fail"
    SKIPPED = "skipped"


class Skip(StrEnum):
    """Why a clause was not checked."""

    NOT_OFFERED = "not offered"  # the core does not name it among its capabilities
    NOT_ALLOWED = "not allowed"  # it would do something, or needs an address nobody gave
    NO_DATA = "no data"  # the account that was named has nothing to check it on
    UNSAFE = "unsafe"  # something that failed before makes it dangerous to go on


class Broken(Exception):
    """The clause does not hold; the text says what was seen instead. answers: the evidence, when not the last ones."""

    def __init__(self, seen: str, *answers: "Answer") -> None:
        super().__init__(seen)
        self.answers = answers


class Skipped(Exception):
    """The clause cannot be checked here."""

    def __init__(self, why: Skip, words: str) -> None:
        super().__init__(words)
        self.why = why


Check = Callable[["Bench"], Awaitable[None]]


class Clause(msgspec.Struct, frozen=True):
    """``id`` never changes its meaning. source: where the rule is written. do: what to do when it fails."""

    id: str
    requires: str
    how: str
    do: str
    source: str
    check: Check


class Finding(msgspec.Struct, frozen=True):
    """What came of one clause. seen: what was seen instead, or why it was skipped. evidence: requests and answers."""

    clause: Clause
    verdict: Verdict
    seen: str = ""
    skip: Skip | None = None
    evidence: list[str] = []


GUIDE, DESCRIBED, PRINCIPLES = "docs/guides/core-link.md", "core_link.openapi.yaml", "the guide, Rules of the answers"
CLAUSES: dict[str, Clause] = {}
"""By id, in the order they are checked: what only reads first, what may change something last."""


def clause(id_: str, requires: str, *, how: str, do: str, source: str = GUIDE) -> Callable[[Check], Check]:
    """Registers a check. It raises ``Broken`` or ``Skipped``, or returns when the clause holds."""

    def register(check: Check) -> Check:
        if id_ in CLAUSES:
            raise ValueError(f"{id_} twice")
        CLAUSES[id_] = Clause(id_, requires, how, do, source, check)
        return check

    return register


def hold(problems: list[str], *answers: "Answer") -> None:
    """Raises ``Broken`` when there are problems; the first few are named, the others counted."""
    if problems:
        rest = f"; and {len(problems) - 4} more" if len(problems) > 4 else ""
        raise Broken("; ".join(problems[:4]) + rest, *answers)


def without(why: Skip, words: str) -> NoReturn:
    """Raises ``Skipped``."""
    raise Skipped(why, words)

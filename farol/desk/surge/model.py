"""Nouns of a surge, and the rule that tells a rise from chance."""

from collections.abc import Sequence
from datetime import datetime
from math import sqrt
from statistics import median

import msgspec

WINDOW_MIN = 20
WEEKS = 4
ALL = "all"
"""The topic of every ticket."""
LEAST_RISING, LEAST_HIGH = 5, 8
"""Fewer tickets than that in twenty minutes are no rise, whatever is usual."""
UNKNOWN_HIGH = 25
"""Without a past to compare with, so many are one."""


class Mode(msgspec.Struct, frozen=True):
    """Surge mode. slots: what everybody carries at once, None for one more than usual. p4_later: P4 waits until it ends.

    surveys_off: nobody is asked for stars. callback_first: who comes is offered to be told by mail before waiting.
    """

    id: int
    reason: str
    slots: int | None
    p4_later: bool
    surveys_off: bool
    callback_first: bool
    started_at: datetime
    by_name: str
    until: datetime


class Dial(msgspec.Struct, frozen=True):
    """Conversations at once, when somebody set it for everybody."""

    slots: int
    set_at: datetime
    by_name: str


class Load(msgspec.Struct, frozen=True):
    """What holds for everybody now: surge mode and dial, where there are any."""

    mode: Mode | None
    dial: int | None

    def slots(self, usual: int) -> int:
        """What an agent carries whose team carries ``usual``."""
        base = self.dial or usual
        if self.mode is None:
            return base
        return min(self.mode.slots or base + 1, 20)

    @property
    def p4_later(self) -> bool:
        """Whether P4 is put off."""
        return self.mode is not None and self.mode.p4_later


class Topic(msgspec.Struct, frozen=True):
    """A topic now. n: new tickets in twenty minutes; usual: of the same hour of this weekday. factor: n against the usual.

    detail: coins and networks that its tickets name most, with how many of them do.
    """

    topic: str
    n: int
    usual: float
    spread: float
    samples: int
    factor: float
    level: str
    detail: dict[str, int]
    since: datetime


class Verdict(msgspec.Struct, frozen=True):
    """usual: the median of the past. spread: its median deviation, scaled as a standard deviation."""

    usual: float
    spread: float
    factor: float
    level: str


def judge(n: int, past: Sequence[int]) -> Verdict:
    """How ``n`` stands against the past: usual, rising or high. Robust: one past surge moves neither median nor spread.

    Small numbers scatter by chance alone, so the spread is never taken as less than the square root of the usual, or one.
    """
    if not past:
        return Verdict(0, 0, float(n), "high" if n >= UNKNOWN_HIGH else "usual")
    usual = float(median(past))
    spread = 1.4826 * float(median(abs(x - usual) for x in past))
    width, factor = max(spread, sqrt(usual), 1.0), n / max(usual, 1.0)
    if n >= LEAST_HIGH and factor >= 2 and n >= usual + 4 * width:
        level = "high"
    elif n >= LEAST_RISING and factor >= 1.5 and n >= usual + 2 * width:
        level = "rising"
    else:
        level = "usual"
    return Verdict(usual, spread, factor, level)

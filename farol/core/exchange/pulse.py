"""How the core answered lately, as this process saw it: how long it took, and why it last failed."""

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime

from farol.kit import clock

KEPT = 50
ENOUGH = 5
"""Answers before anything is said of how long they take."""
SLOW_S = 1.0
"""Half of what a read may take: when nine in ten answers come later than that, the next peak loses some."""


class Pulse:
    """Of the last fifty answers."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self._took = deque[float](maxlen=KEPT)
        self.failed_at: datetime | None = None
        """When a try last failed, UTC."""
        self.failed_why = ""
        """In the words of the log, without anybody's data: ``status 503``, ``no answer in 2.0 s``."""

    def answered(self, began: float) -> None:
        """An answer came. began: by ``monotonic``."""
        self._took.append(self.monotonic() - began)

    def failed(self, why: str) -> None:
        """None came, or none that can be read."""
        self.failed_at, self.failed_why = clock.now(), why

    def takes_ms(self, share: float) -> int | None:
        """That share of the answers took at most so many milliseconds; None while there were too few."""
        if len(self._took) < ENOUGH:
            return None
        every = sorted(self._took)
        return round(1000 * every[min(len(every) - 1, int(len(every) * share))])

    @property
    def slow(self) -> bool:
        """Whether nine in ten answers take up to more than ``SLOW_S``."""
        return (self.takes_ms(0.9) or 0) > 1000 * SLOW_S

"""Stops asking a core that does not answer: after a few failures one probe every ten seconds, nothing else."""

import time
from collections.abc import Callable

from .problems import ExchangeDown

TRIP_AFTER = 3
PROBE_EVERY_S = 10.0
LOOK_AGAIN_S = 1.0
"""How soon a process whose turn it was not asks whether another was answered."""


class Breaker:
    """Closed: everything passes. Open: ``admit`` raises, except for one probe per ``PROBE_EVERY_S``."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._probe_at = 0.0
        self._opened_at = 0.0

    @property
    def open(self) -> bool:
        """Whether the core counts as down."""
        return self._failures >= TRIP_AFTER

    @property
    def failures(self) -> int:
        """Failed tries since the last answer."""
        return self._failures

    @property
    def next_s(self) -> float:
        """Seconds until the next probe may go; 0 while it is closed."""
        return max(0.0, self._probe_at - self._clock()) if self.open else 0.0

    @property
    def open_s(self) -> float:
        """Seconds since it opened; 0 while it is closed."""
        return self._clock() - self._opened_at if self.open else 0.0

    def admit(self) -> None:
        """Lets a request pass or raises ``ExchangeDown``. A request let through while open is the probe."""
        if not self.open:
            return
        if self._clock() < self._probe_at:
            raise ExchangeDown
        self._probe_at = self._clock() + PROBE_EVERY_S

    def step_back(self) -> None:
        """Another process probes in place of this one."""
        self._probe_at = self._clock() + LOOK_AGAIN_S

    def succeeded(self) -> None:
        """An answer came, of whatever status below 500."""
        self._failures = 0

    def failed(self) -> None:
        """No answer, a 5xx, or an answer that cannot be read."""
        self._failures += 1
        if self._failures == TRIP_AFTER:
            self._opened_at = self._clock()
            self._probe_at = self._clock() + PROBE_EVERY_S

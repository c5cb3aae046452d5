"""Stops asking what does not answer: after a few failures one probe every ten seconds, nothing else."""

import time
from collections.abc import Callable

TRIP_AFTER = 3
PROBE_EVERY_S = 10.0
LOOK_AGAIN_S = 1.0
"""How soon a process whose turn it was not asks whether another was answered."""


class Breaker:
    """Closed: everything passes. Open: nothing does, except for one probe per ``PROBE_EVERY_S``."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._probe_at = 0.0
        self._opened_at = 0.0

    @property
    def open(self) -> bool:
        """Whether the other side counts as down."""
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

    def admits(self) -> bool:
        """Whether a request may go now. One let through while open is the probe."""
        if not self.open:
            return True
        if self._clock() < self._probe_at:
            return False
        self._probe_at = self._clock() + PROBE_EVERY_S
        return True

    def step_back(self) -> None:
        """Another process probes in place of this one."""
        self._probe_at = self._clock() + LOOK_AGAIN_S

    def succeeded(self) -> None:
        """An answer came."""
        self._failures = 0

    def failed(self) -> None:
        """No answer, or none that can be used."""
        self._failures += 1
        if self._failures == TRIP_AFTER:
            self._opened_at = self._clock()
            self._probe_at = self._clock() + PROBE_EVERY_S

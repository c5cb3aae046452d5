"""How the demo's back office feels: well, slow or down, for a minute at a time, so that one can see Farol cope."""

import time
from collections.abc import Callable

LASTS_S = 60.0
SLOW_S = 5.0


class Mood:
    """Kept in the process; a restart makes it well."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kind = ""
        self._until = 0.0

    def turn(self, kind: str) -> None:
        """``slow``, ``down`` or ``well``."""
        self._kind = "" if kind == "well" else kind
        self._until = self._clock() + LASTS_S

    @property
    def kind(self) -> str:
        """``slow``, ``down`` or nothing."""
        return self._kind if self._clock() < self._until else ""

    @property
    def left_s(self) -> int:
        """Seconds until it is well again."""
        return max(0, round(self._until - self._clock())) if self.kind else 0

"""What this exchange offers so far: its capabilities as last read, so that "not offered" is not mistaken for "down"."""

import time
from collections.abc import Callable
from datetime import datetime

from farol.kit import clock

from .model import Capabilities

KEPT_S = 300.0
FAILED_KEPT_S = 15.0
_SHORT = {"resolve": "resolveuser", "trace": "tracedeposit", "classify": "classifyaddress", "answer": "answerchallenge"}
"""What the client's methods are called, where that is not the description's operationId."""


class Offer:
    """What the core said it has. Empty until it was read."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._until = 0.0
        self._names: frozenset[str] = frozenset()
        self.said: Capabilities | None = None
        """The last answer, however old."""
        self.seen_at: datetime | None = None
        """When it came, UTC."""

    @property
    def fresh(self) -> bool:
        """Whether the answer needs no asking again yet."""
        return self._monotonic() < self._until

    def learn(self, said: Capabilities) -> None:
        """Keeps an answer for five minutes."""
        self.said, self.seen_at = said, clock.now()
        self._names = frozenset(same(name) for name in [*said.reads, *said.actions, *said.events])
        self._until = self._monotonic() + KEPT_S

    def missed(self) -> None:
        """There was no answer; the last one holds, and the next question waits a little."""
        self._until = self._monotonic() + FAILED_KEPT_S

    def lacks(self, name: str) -> bool:
        """Whether the core said that it has no such thing. False while nothing is known: then it is asked."""
        return self.said is not None and same(name) not in self._names


def same(name: str) -> str:
    """A name without the ways it may be written: ``p2p_orders`` and ``p2pOrders`` are one."""
    name = name.replace("_", "").replace("-", "").casefold()
    return _SHORT.get(name, name)

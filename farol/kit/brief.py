"""A small memory with a short life, for what every request asks and seldom changes."""

import time
from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Brief(Generic[K, V]):
    """Keeps at most ``most`` values for ``seconds`` each; the oldest go first."""

    def __init__(self, seconds: float, most: int = 100_000) -> None:
        self._seconds, self._most = seconds, most
        self._kept: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """The value, or None when unknown or too old."""
        found = self._kept.get(key)
        if found is None or found[0] < time.monotonic():
            return None
        return found[1]

    def put(self, key: K, value: V) -> None:
        """Keeps the value from now on."""
        self._kept[key] = (time.monotonic() + self._seconds, value)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def drop(self, key: K) -> None:
        """Forgets the value at once."""
        self._kept.pop(key, None)

"""Token buckets in this process: the first wall against floods. What must hold exactly is counted in PostgreSQL."""

import math
import time
from collections import OrderedDict
from hashlib import blake2b

from .problem import TooMany

_LONG = 64


class Buckets:
    """At most ``most`` buckets; the one used longest ago is forgotten first, and is then full again.

    A flood of new keys can therefore only free keys that were idle while ``most`` others were used.
    """

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._level: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._level)

    def take(self, name: str, key: str, rate_per_s: float, burst: float, *, now: float | None = None) -> float:
        """Takes one token and returns 0, or takes none and returns the seconds until there is one.

        ``now`` is monotonic seconds, given by tests. A clock that went back counts as standing still.
        """
        at = time.monotonic() if now is None else now
        if len(key) > _LONG:
            key = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        tokens, last = self._level.pop((name, key), (burst, at))
        tokens = min(burst, tokens + max(0.0, at - last) * rate_per_s)
        wait = 0.0 if tokens >= 1 else (1 - tokens) / rate_per_s
        self._level[name, key] = (tokens if wait else tokens - 1, max(at, last))
        if len(self._level) > self._most:
            self._level.popitem(last=False)
        return wait

    def clear(self) -> None:
        """Forgets everything, so that every bucket is full."""
        self._level.clear()


buckets = Buckets()
"""The buckets of this process. With n processes a limit is up to n times as wide."""


def limit(name: str, key: str, rate_per_s: float, burst: float) -> None:
    """Lets ``burst`` through at once and ``rate_per_s`` after. Raises ``TooMany`` with ``retry_after`` in whole seconds.

    ``name`` is the limit (``sign_in``), ``key`` whom it binds (an address, ``staff:3``).
    """
    wait = buckets.take(name, key, rate_per_s, burst)
    if wait:
        raise too_many(wait)


def too_many(wait_s: float) -> TooMany:
    """The problem with whole seconds, at least one; kit/web repeats them in the header ``retry-after``."""
    return TooMany(retry_after=max(1, math.ceil(wait_s)))

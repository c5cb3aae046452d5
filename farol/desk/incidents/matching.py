"""Whether a ticket is a case of an incident: pure, so that search, reactions and tests agree."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from farol.core import chains

from .model import Facts, Scope

Fit = Literal["sure", "maybe"]
MOST_WORDS = 4_000
"""Characters of a ticket that are read for coins, networks and features."""


def fit(scope: Scope, facts: Facts) -> Fit | None:
    """sure: everything the scope asks for is met. maybe: something is, nothing speaks against it, and the rest is unknown.

    A reason nobody has set yet, a coin or network nobody has named yet: unknown. Another one: that speaks against it.
    """
    if (scope.since and facts.opened_at < scope.since) or (scope.until and facts.opened_at > scope.until):
        return None
    if scope.regions and not facts.time_zone.startswith(tuple(scope.regions)):
        return None
    words = facts.words[:MOST_WORDS]
    verdicts = [_reason(scope.reasons, facts.reason)] if scope.reasons else []
    if scope.coins or scope.networks:
        coins, networks = _named(words)
        if scope.coins:
            verdicts.append(_of({c.upper() for c in scope.coins}, coins, words))
        if scope.networks:
            verdicts.append(_of({network_code(n) for n in scope.networks}, networks, words))
    if scope.features:
        verdicts.append(True if _says(tuple(scope.features), words) else None)
    if any(v is False for v in verdicts):
        return None
    if all(verdicts):
        return "sure"
    return "maybe" if any(verdicts) else None


def network_code(name: str) -> str:
    """One code for a network, whatever people call it."""
    known = chains.network(name)
    return known.code if known else name.upper()


def _reason(wanted: Iterable[str], reason: str | None) -> bool | None:
    return None if not reason else reason.startswith(tuple(wanted))


def _of(wanted: set[str], named: set[str], words: str) -> bool | None:
    """Met when one that is wanted is named; not when only others are; else unknown."""
    if wanted & named or _says(tuple(sorted(wanted)), words):
        return True
    return False if named else None


def _named(words: str) -> tuple[set[str], set[str]]:
    found = chains.mentions(words)
    return {m.coin for m in found if m.kind == "amount"}, {m.value for m in found if m.kind == "network"}


def _says(names: tuple[str, ...], words: str) -> bool:
    return bool(_pattern(names).search(words))


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Latin names stand alone; Chinese has no spaces, so its names are found anywhere."""
    parts = [rf"(?<![0-9A-Za-z]){re.escape(n)}(?![0-9A-Za-z])" if n.isascii() else re.escape(n) for n in names]
    return re.compile("|".join(parts), re.IGNORECASE)

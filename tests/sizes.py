"""How much a search tries: a share of everything, spread so that no route and no value is left out, or all of it."""

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
ALL = os.environ.get("FAROL_TESTS") == "all"
"""``make soak`` tries everything."""


def some(values: Iterable[T], share: int, turn: int = 0) -> list[T]:
    """Every ``share``-th of the values, beginning at another one for each turn, so that neighbours try different ones."""
    every = list(values)
    return every if ALL else every[turn % share :: share]


def size(often: int, soak: int) -> int:
    """A count for every run, and the one of a soak."""
    return soak if ALL else often

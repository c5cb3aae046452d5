"""What is usual on a weekday: a band around the smoothed median of past weeks. Pure."""

from math import sqrt
from statistics import median

SLOTS = 96
"""Quarters of an hour in a day."""


def band(past: dict[int, dict[int, int]]) -> tuple[list[float], list[float]]:
    """Low and high for each quarter of an hour of a day; both empty without a past.

    Median over the weeks of an hour's mean around each slot; width: twice what chance alone does to such a count, or the
    weeks' own spread where that is more.
    """
    if not past:
        return [], []
    weeks = [[_around(week, slot) for slot in range(SLOTS)] for week in past.values()]
    low, high = [], []
    for values in zip(*weeks, strict=True):
        mid = median(values)
        width = max(2 * sqrt(max(mid, 0.25)), max(values) - mid, mid - min(values))
        low.append(round(max(mid - width, 0), 1))
        high.append(round(mid + width, 1))
    return low, high


def _around(week: dict[int, int], slot: int) -> float:
    near = [s for s in range(slot - 2, slot + 3) if 0 <= s < SLOTS]
    return sum(week.get(s, 0) for s in near) / len(near)

"""Nouns of the shift plan."""

from datetime import datetime, timedelta

import msgspec

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=16)
MOST_AHEAD = timedelta(days=400)
MOST_DAYS = 31
"""Days of plan that one page shows."""
WEEKS = 4
"""How many past weeks say what an hour usually brings."""


class Shift(msgspec.Struct, frozen=True):
    """One person's work from start to end."""

    id: int
    staff_id: int
    starts_at: datetime
    ends_at: datetime
    note: str


class Worker(msgspec.Struct, frozen=True):
    """Somebody who can be planned. state: where they are now, as the queue knows it. languages: what they answer in."""

    id: int
    name: str
    role: str
    state: str
    languages: list[str]


class Hour(msgspec.Struct, frozen=True):
    """An hour of the plan. people: planned for at least half of it. usual: tickets opened in this hour of the week, the median of
    the last four weeks; None while there is not a full week to look back on."""

    at: datetime
    people: int
    usual: float | None


class Plan(msgspec.Struct, frozen=True):
    """Shifts that touch [since, until), the people, and each hour."""

    since: datetime
    until: datetime
    people: list[Worker]
    shifts: list[Shift]
    hours: list[Hour]


class Missing(msgspec.Struct, frozen=True):
    """Somebody whose shift runs and who is not there."""

    staff_id: int
    name: str
    since: datetime


class Copied(msgspec.Struct, frozen=True):
    """What became of a week's shifts when copied: how many were added, how many met a shift that was there already."""

    added: int
    skipped: int

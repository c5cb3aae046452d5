"""Nouns of trials, and the verdict over their numbers. No I/O."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from .sequential import ALPHA, p_value

PUBLISHED = 0
"""The place of the title that was published when the trial began."""
MOST_OTHERS = 2
"""Titles beside the published one."""
MOST_RUNNING = 50
"""Trials that run or wait at one time: every process keeps them in memory, and each is judged every minute."""
Outcome = Literal["adopted", "stopped", "changed", "archived", "hidden"]


class Variant(msgspec.Struct, frozen=True):
    """A title with its numbers. shown, opened: visitors, each once a day."""

    trial_id: int
    place: int
    title: str
    shown: int
    opened: int


class Trial(msgspec.Struct, frozen=True):
    """A trial. started_at: None while it waits for a second person. p: the least so far. winner: the place it was decided for, 0 for
    the published title. ended_by: an actor. outcome: adopted, stopped by somebody, or over because the title was changed, the article
    archived, or not for everybody any more."""

    id: int
    article_id: int
    slug: str
    language: str
    by_id: int
    by: str
    at: datetime
    started_at: datetime | None
    p: float
    winner: int | None
    decided_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None


class Verdict(msgspec.Struct, frozen=True):
    """p: as in ``sequential``, of all comparisons together. winner: the place of the title to take, None while that is open."""

    p: float
    winner: int | None


def verdict(variants: Sequence[Variant]) -> Verdict:
    """Compares each other title with the published one; with two others, each p counts twice (Bonferroni), so that the chance of any
    wrong decision stays ``ALPHA``.

    One that is better is taken, of two the one with the larger share; the published title stays when all others are worse.
    """
    first, *others = sorted(variants, key=lambda one: one.place)
    judged = [(one, min(1.0, len(others) * p_value(first.shown, first.opened, one.shown, one.opened))) for one in others]
    sure = [one for one, p in judged if p <= ALPHA]
    better = [one for one in sure if share(one) > share(first)]
    winner = max(better, key=share).place if better else PUBLISHED if len(sure) == len(others) else None
    return Verdict(min((p for _, p in judged), default=1.0), winner)


def share(one: Variant) -> float:
    """Of those who saw the title, how many opened the article."""
    return one.opened / one.shown if one.shown else 0.0

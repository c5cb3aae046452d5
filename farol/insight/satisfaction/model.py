"""Nouns of ratings."""

from datetime import datetime, timedelta

import msgspec

OPEN_FOR = timedelta(days=7)
"""After a contact was resolved, it can be rated this long."""
LONGEST = 1_000
"""Characters of a comment."""
UNSOLVED = {"zh": "还没有解决。", "en": "This is not solved."}
"""The customer's words when they tap that it is not."""


class Contact(msgspec.Struct, frozen=True):
    """A ticket as a rating needs it. language: the customer's; answered: a person replied; stars: as rated, None before."""

    ticket_id: int
    status: str
    language: str
    resolved_at: datetime | None
    answered: bool
    answered_by: int | None
    stars: int | None
    comment: str | None
    solved: bool | None
    now: datetime

    @property
    def open_until(self) -> datetime | None:
        """Until when it can be rated; None when there is nothing to rate."""
        if self.resolved_at is None or not self.answered or self.now >= self.resolved_at + OPEN_FOR:
            return None
        return self.resolved_at + OPEN_FOR


class Rating(msgspec.Struct, frozen=True):
    """What the customer said, or is asked. asked: it can be said or changed, until ``open_until``."""

    asked: bool
    stars: int | None
    comment: str
    solved: bool | None
    open_until: datetime | None


class Rated(msgspec.Struct, frozen=True):
    """A rating as staff see it."""

    stars: int
    comment: str
    solved: bool | None
    at: datetime
    resolved_at: datetime

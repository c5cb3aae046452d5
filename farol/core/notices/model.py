"""Nouns of notices, and what each kind is about. No I/O."""

from datetime import datetime

import msgspec

MOST_PEOPLE = 200
"""Told of one thing at once; who wants more means everybody, which a notice is not for."""
TITLE = 160
WORDS = 240
KEEP_DAYS = 90
KINDS = ("assigned", "words", "mention", "follow", "offer", "promise", "sla", "escalation", "emergency", "incident", "other")
"""What people choose ways for. A notice's kind is one of them, or one with more after a dot (``escalation.asked``).

assigned: a ticket became mine · words: a customer wrote in mine · mention: a colleague named me · follow: something in a
ticket I follow · offer: an offer I did not look at went back · promise: one of mine is near or broken · sla: a clock of
mine is near or over · escalation: something waits for my decision, or was decided · emergency · incident · other.
"""


class TicketName(msgspec.Struct, frozen=True):
    """The ticket a notice is about."""

    id: int
    number: str


class Notice(msgspec.Struct, frozen=True):
    """One thing somebody was told. title: by language, ``zh`` and ``en``."""

    id: int
    kind: str
    ticket: TicketName | None
    title: dict[str, str]
    words: str
    at: datetime
    seen_at: datetime | None


def topic(kind: str) -> str:
    """The kind that people choose ways for."""
    first = kind.partition(".")[0]
    return first if first in KINDS else "other"

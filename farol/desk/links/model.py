"""What a link is."""

from datetime import datetime
from typing import Literal

import msgspec

Kind = Literal["related", "caused_by", "follow_up"]
Side = Literal["related", "caused_by", "causes", "follow_up", "followed_by"]
"""How a ticket's own side reads: it was caused by the other, or causes it; it follows up on the other, or is followed by it."""
BACK: dict[str, Side] = {"related": "related", "caused_by": "causes", "follow_up": "followed_by"}
"""A link seen from its other end."""
MOST = 50
"""Links of one ticket."""


class Other(msgspec.Struct, frozen=True):
    """The ticket at the other end."""

    id: int
    number: str
    subject: str
    status: str
    opened_at: datetime


class Link(msgspec.Struct, frozen=True):
    """One link as its ticket reads it."""

    id: int
    side: Side
    other: Other
    at: datetime
    made_by: str


class Links(msgspec.Struct, frozen=True):
    """A ticket's links, and the same customer's other tickets that could be linked, newest first."""

    links: list[Link]
    offered: list[Other]

"""The rules of the community: kinds, levels, allowances, windows."""

from datetime import timedelta
from typing import Literal

import msgspec

Level = Literal["new", "member", "trusted"]
Kind = Literal["question", "idea"]
KINDS: tuple[Kind, ...] = ("question", "idea")
LEVELS: tuple[Level, ...] = ("new", "member", "trusted")
IDEAS = "ideas"
"""The category that ideas come in by themselves."""
FLAGS = ("scam", "impostor", "personal", "spam", "rude", "other")
STATUSES = ("open", "review", "planned", "shipped", "declined")
"""Of an idea. All but ``open`` are told to its voters; ``declined`` needs a reason."""
LONGEST = {"title": 120, "body": 8_000, "why": 500, "words": 500}
EDIT_FOR = timedelta(hours=24)
"""How long a post can be changed, and a deleted one brought back."""
NAME_FOR = timedelta(days=30)
"""How long a name stays before it can be changed again."""
HELD_FIRST = 2
"""A member's first posts, which somebody reads before they are shown."""
SAME_WITHIN = timedelta(hours=24)
"""In which nobody says the same twice."""
SAME_BY_OTHERS = 2
"""Other people who said the same within the hour: the next one is read first."""
HIDES = 3
"""Weight of flags that hides a post until staff have looked; never one of a trusted member or of staff."""
WEIGHT: dict[Level, int] = {"new": 0, "member": 1, "trusted": 2}
"""What a flag counts towards hiding. One of a new member still brings the post before staff."""


class Allowance(msgspec.Struct, frozen=True):
    """How much a level may post in 24 hours, and the pause between two posts in seconds."""

    topics: int
    replies: int
    pause_s: int


ALLOWANCE: dict[Level, Allowance] = {"new": Allowance(2, 10, 60), "member": Allowance(5, 40, 15), "trusted": Allowance(10, 100, 5)}


class Behaviour(msgspec.Struct, frozen=True):
    """What a level follows from. days: since joining; shown: posts that stand; accepted: answers; hidden: by staff, in days 30 and 90."""

    days: int
    shown: int
    accepted: int
    hidden_30: int
    hidden_90: int
    sanctioned_90: bool


def level_of(done: Behaviour) -> Level:
    """The level that follows from what somebody did. Nobody is given one by hand.

    member: 3 days and 5 posts that stand, none hidden by staff in 30 days. trusted: 30 days, 30 posts and 5 accepted answers,
    none hidden and no sanction in 90 days. Whoever no longer meets it falls back.
    """
    if done.days < 3 or done.shown < 5 or done.hidden_30:
        return "new"
    if done.days >= 30 and done.shown >= 30 and done.accepted >= 5 and not done.hidden_90 and not done.sanctioned_90:
        return "trusted"
    return "member"

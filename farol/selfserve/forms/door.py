"""The right door: which channel fits what somebody needs, by urgency and complexity. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

Key = Literal["emergency", "chat", "form", "mail", "community"]
KEYS: tuple[Key, ...] = ("emergency", "chat", "form", "mail", "community")
URGENCIES = ("now", "today", "later")
COMPLEXITIES = ("short", "general", "own", "papers", "long")
HELP = "help"
"""The row of what is found without asking anybody."""


class Channel(msgspec.Struct, frozen=True):
    """A way to reach us. regions: beginnings of time zones; tiers: first words of levels; empty lists are for everybody.

    away_zh, away_en: what those read whom it is not for. calendar_id: of its hours; None is day and night.
    """

    key: Key
    open: bool
    regions: list[str]
    tiers: list[str]
    away_zh: str
    away_en: str
    calendar_id: int | None = None

    def serves(self, zone: str, tier: str) -> bool:
        """Whether it is open for a customer of that time zone and level."""
        level = tier.casefold()
        return (self.open and (not self.regions or zone.startswith(tuple(self.regions)))
                and (not self.tiers or any(level == t.casefold() or level.startswith(t.casefold() + " ") for t in self.tiers)))


class Time(msgspec.Struct, frozen=True):
    """When to expect an answer now. usually_s, slowest_s: half and nine in ten wait less, as the queue stands;
    by: promised at the latest. Each None when nobody knows: then no figure is shown."""

    usually_s: int | None = None
    slowest_s: int | None = None
    by: datetime | None = None
    nobody: bool = False


UNKNOWN = Time()


def choose(urgency: str, complexity: str, open_: Sequence[Key], *, chat_staffed: bool) -> str | None:
    """The channel that fits, of those that are open; None when nothing was said.

    Danger goes to the emergency way whatever else is said. A chat that nobody is in fits nothing. What needs papers or a
    long account is told once in a form; a short question is fastest in the chat, or read by others in the community. What is
    general is answered by the help centre; what is about one's own money needs a person who sees it.
    """
    if not urgency and not complexity:
        return None
    wanted: tuple[Key, ...]
    if urgency == "now":
        wanted = ("emergency", "chat", "form", "mail")
    elif complexity == "general":
        return HELP
    elif complexity == "own":
        wanted = ("chat", "form", "mail")
    elif complexity in ("papers", "long"):
        wanted = ("form", "mail", "chat")
    elif urgency == "later":
        wanted = ("community", "form", "mail")
    else:
        wanted = ("chat", "form", "mail")
    fits = [key for key in wanted if key in open_ and (key != "chat" or chat_staffed)]
    return fits[0] if fits else next((key for key in wanted if key in open_), None)

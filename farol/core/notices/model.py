"""Nouns of notices, and what each kind is about. No I/O."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.preferences.model import Preferences

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


CONSOLE, MAIL, PUSH = "console", "mail", "push"
Way = Literal["console", "mail", "push"]
Time = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
_ALL: list[Way] = ["console", "mail", "push"]
_HERE: list[Way] = ["console"]
_QUICK: list[Way] = ["console", "push"]
DEFAULTS: dict[str, list[Way]] = {
    "assigned": _QUICK, "words": _QUICK, "mention": _ALL, "follow": _HERE, "offer": _QUICK, "promise": _ALL, "sla": _QUICK,
    "escalation": _ALL, "emergency": _ALL, "incident": _QUICK, "other": _HERE,
}


Ways = Annotated[dict[str, Annotated[list[Way], msgspec.Meta(max_length=3)]], msgspec.Meta(max_length=len(KINDS))]


class Quiet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hours of every day in the person's own zone in which nothing leaves the house; over midnight when ends is earlier."""

    begins: Time
    ends: Time


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """ways: by kind; a kind that is left out has the default. urgent: P0 and emergencies come in quiet hours too; None: as
    the role has it. sound: the console may ring."""

    ways: Ways = {}
    quiet: Quiet | None = None
    urgent: bool | None = None
    sound: bool = True

    def by(self, kind: str) -> list[Way]:
        """The ways of a notice of this kind."""
        return self.ways.get(topic(kind), DEFAULTS[topic(kind)])


class Person(msgspec.Struct, frozen=True):
    """Somebody to be told, with what they chose."""

    id: int
    email: str
    role: str
    language: str
    choice: Choice
    preferences: Preferences

    @property
    def urgent(self) -> bool:
        """Whether they may be woken."""
        return self.role == "duty" if self.choice.urgent is None else self.choice.urgent


class Told(msgspec.Struct, frozen=True):
    """A notice on its way. severity: of its ticket now, empty without one."""

    staff_id: int
    notice: Notice
    severity: str

    @property
    def urgent(self) -> bool:
        """Whether it may break through quiet hours."""
        return self.severity == "P0" or topic(self.notice.kind) == "emergency"

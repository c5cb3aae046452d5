"""Nouns of transfers, and who may be given a ticket. No I/O."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from farol.core.people.model import RIGHTS
from farol.desk.queue.model import FALLBACK, Skill
from farol.desk.threads.model import Person, TeamName
from farol.kit.i18n import covers
from farol.kit.permission import Can

SUMMARY = 4000
WHY = 500
PING_PONG = 3
"""From so many hand-overs on a ticket says how often it changed hands."""


class Transfer(msgspec.Struct, frozen=True):
    """A ticket on its way, or that came. outcome: accepted, returned, withdrawn, or queued: it went
    to the team's queue at once; None while nobody answered."""

    id: int
    ticket_id: int
    sender: Person
    to_staff: Person | None
    to_team: TeamName | None
    summary: str
    at: datetime
    outcome: str | None
    answered_at: datetime | None
    answered_by: Person | None
    why: str


class Receiver(msgspec.Struct, frozen=True):
    """A colleague to choose. hinders: why not, as the code of a refusal, None for who can have it. knows: had this customer before.
    load: open tickets they have."""

    id: int
    name: str
    role: str
    state: str
    teams: list[str]
    load: int
    knows: bool
    hinders: str | None


class ReceivingTeam(msgspec.Struct, frozen=True):
    """A team to choose. able: of its members how many could take it, and how many of them are on shift."""

    key: str
    zh: str
    en: str
    able: int
    here: int


class Colleague(msgspec.Struct, frozen=True):
    """Somebody as the rules look at them. hidden: may not see the ticket where it is now."""

    id: int
    name: str
    role: str
    state: str
    teams: list[str]
    skills: list[Skill]
    load: int
    knows: bool
    hidden: bool

    def speaks(self, language: str, reason: str) -> bool:
        """Whether they answer this reason in this language."""
        return any(covers(s.language, language) and reason.startswith(s.topic) for s in self.skills)

    @property
    def right(self) -> bool:
        """Whether their role may answer customers and accept tickets."""
        return {Can.TICKET_REPLY, Can.TICKET_TRANSFER} <= RIGHTS.get(self.role, frozenset())


def language_for(language: str, reason: str, people: Iterable[Colleague]) -> str:
    """The language to ask for: the ticket's, or English where nobody at the whole desk answers in it."""
    return language if any(p.right and p.speaks(language, reason) for p in people) else FALLBACK


def hinders(who: Colleague, language: str, reason: str) -> str | None:
    """Why somebody cannot have the ticket, as the code of the refusal; None when they can."""
    if not who.right:
        return "receiver_may_not"
    if not who.speaks(language, reason):
        return "receiver_lacks_skill"
    return "receiver_outside" if who.hidden else None

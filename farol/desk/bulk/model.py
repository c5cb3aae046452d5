"""Nouns of bulk changes. No I/O."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.core.tickets.model import Change
from farol.kit.permission import Can

MOST = 500
TOLD_EVERY = 10
"""Tickets between two words to the screen."""
Outcome = Literal["done", "same", "conflict", "not_allowed", "failed"]
FIELDS = ("status", "owner_id", "reason", "severity")


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is done to each ticket: fields are set, or tags go on and off, or it is put aside, or words are said,
    or it goes to a team's queue with a summary. One of the five."""

    status: str | msgspec.UnsetType = msgspec.UNSET
    owner_id: int | msgspec.UnsetType | None = msgspec.UNSET
    reason: str | msgspec.UnsetType | None = msgspec.UNSET
    severity: str | msgspec.UnsetType = msgspec.UNSET
    add_tags: list[str] = []
    remove_tags: list[str] = []
    snooze_until: datetime | None = None
    reply: str = ""
    to_team: str = ""
    summary: str = ""

    def fields(self) -> dict[str, Any]:
        """Fields of the ticket that are set."""
        return {name: value for name in FIELDS if (value := getattr(self, name)) is not msgspec.UNSET}

    def change(self) -> Change:
        """The same as a change of one ticket."""
        return Change(**self.fields())

    @property
    def kinds(self) -> list[str]:
        """Which of the five it is; a good one is exactly one."""
        found = {"fields": self.fields(), "tags": self.add_tags or self.remove_tags, "snooze": self.snooze_until, "reply": self.reply.strip(),
                 "team": self.to_team}
        return [kind for kind, there in found.items() if there]

    @property
    def needs(self) -> Can:
        """The right that it takes to do it to one ticket."""
        return {"fields": Can.TICKET_CHANGE, "tags": Can.TICKET_NOTE, "team": Can.TICKET_TRANSFER}.get(self.kinds[0], Can.TICKET_REPLY)


class Chosen(msgspec.Struct, frozen=True):
    """A ticket as it stood on screen: nothing is done to one that has changed since. seen: the last seq that was shown."""

    id: int
    version: int
    seen: int


class Left(msgspec.Struct, frozen=True):
    """A ticket to which it was not done, and why: the code of a problem."""

    id: int
    number: str
    outcome: Outcome
    why: str


class BulkView(msgspec.Struct, frozen=True):
    """How far a bulk change is. waiting: until ``begins_at``, as replies do · running · done · stopped: before its end.

    left: tickets to which it was not done. undoes: the one it takes back. undone_by: the one that takes it back.
    """

    id: int
    action: Action
    total: int
    state: Literal["waiting", "running", "done", "stopped"]
    done: int
    counts: dict[str, int]
    left: list[Left]
    at: datetime
    begins_at: datetime
    undoes: int | None
    undone_by: int | None
    undoable: bool

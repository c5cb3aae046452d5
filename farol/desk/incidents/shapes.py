"""What goes in and out by the routes of incidents."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import Version
from farol.kit.web import Body

from .actions.declare import Said
from .model import LONGEST, Answer, Counts, Incident, Notice, Scan, Scope, Update

Title = Annotated[str, msgspec.Meta(max_length=200)]
Words = Annotated[str, msgspec.Meta(max_length=2_000)]
Text = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Names = Annotated[list[Name], msgspec.Meta(max_length=20)]
Id = Annotated[int, msgspec.Meta(gt=0, le=2**53 - 1)]


class ScopeBody(Body, frozen=True):
    """See ``Scope``."""

    coins: Names = []
    networks: Names = []
    regions: Names = []
    features: Names = []
    reasons: Names = []
    since: datetime | None = None
    until: datetime | None = None

    def scope(self) -> Scope:
        """Without what is named twice."""
        lists = {f: list(dict.fromkeys(getattr(self, f))) for f in ("coins", "networks", "regions", "features", "reasons")}
        return Scope(**lists, since=self.since, until=self.until)


class SaidBody(Body, frozen=True):
    """How an incident is described."""

    zh: Title
    en: Title
    scope: ScopeBody
    severity: Literal["P0", "P1", "P2", "P3", "P4"]
    public: bool = True
    words_zh: Words = ""
    words_en: Words = ""
    internal: Words = ""
    next_update_by: datetime | None = None

    def said(self) -> Said:
        """As the action takes it."""
        return Said(self.zh, self.en, self.scope.scope(), self.severity, self.public, self.words_zh, self.words_en, self.internal,
                    self.next_update_by)


class DeclareBody(SaidBody, frozen=True, kw_only=True):
    """A new one; the same client_id declares it once."""

    client_id: UUID


class ChangeBody(SaidBody, frozen=True, kw_only=True):
    """Described anew, if ``version`` still is the one that was seen."""

    version: Version


class UpdateBody(Body, frozen=True):
    """Something said about it; in both languages when it is public."""

    state: Literal["investigating", "identified", "monitoring"]
    public: bool
    zh: Words = ""
    en: Words = ""
    next_update_by: datetime | None = None


class AnswerBody(Body, frozen=True):
    """One text for all attached tickets. Variables: {number}, {name}, {incident}."""

    client_id: UUID
    zh: Text
    en: Text
    skip_answered: bool = True


class ResolveBody(Body, frozen=True):
    """The last words. tickets: resolve all of them with it; else those hear it who want to."""

    client_id: UUID
    zh: Text
    en: Text
    tickets: bool


class TicketsBody(Body, frozen=True):
    """Tickets by id or number."""

    ids: Annotated[list[Id], msgspec.Meta(max_length=200)] = []
    numbers: Annotated[list[Name], msgspec.Meta(max_length=200)] = []


class ProposalsBody(Body, frozen=True):
    """All proposals: attached, or put aside."""

    take: bool


class TellBody(Body, frozen=True):
    """Whether I want to hear when it is solved."""

    tell: bool


class Look(msgspec.Struct, frozen=True):
    """Open tickets a scope would find: surely, perhaps, and among how many of the newest."""

    sure: int
    maybe: int
    of: int


class Row(msgspec.Struct, frozen=True):
    """An incident in the list."""

    incident: Incident
    counts: Counts


class Whole(msgspec.Struct, frozen=True):
    """An incident with everything about it but its tickets."""

    incident: Incident
    counts: Counts
    scan: Scan | None
    updates: list[Update]
    answers: list[Answer]


class Attached(msgspec.Struct, frozen=True):
    """How many tickets became cases, or were put aside."""

    n: int


class Sending(msgspec.Struct, frozen=True):
    """An answer on its way to this many tickets."""

    id: int
    total: int


class Mine(msgspec.Struct, frozen=True):
    """The incident of my ticket, and whether I hear of its end. notice is None for one that is not public."""

    notice: Notice | None
    tell: bool

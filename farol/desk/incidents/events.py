"""What happens to incidents. Stream ``incident:ID``; what happens to a ticket's part stands in the ticket's stream."""

from farol.kit.events import Event


class IncidentDeclared(Event, kind="incident.declared", frozen=True):
    """It is known and has a name from here on."""

    zh: str
    en: str
    severity: str
    public: bool


class IncidentChanged(Event, kind="incident.changed", frozen=True):
    """Title, scope, severity or words were set anew; only names of what changed."""

    fields: list[str]
    version: int


class IncidentUpdated(Event, kind="incident.updated", frozen=True):
    """Something was said about it. public: also to customers."""

    state: str
    public: bool


class IncidentAnswered(Event, kind="incident.answered", frozen=True):
    """One text is on its way to this many attached tickets."""

    answer_id: int
    total: int


class IncidentResolved(Event, kind="incident.resolved", frozen=True):
    """It is over, and this many tickets hear it. resolve: they are resolved with the same words."""

    resolve: bool
    answer_id: int
    total: int


class TicketAttached(Event, kind="incident.attached", frozen=True):
    """On the ticket: it is a case of this incident. how: scan, opened or hand."""

    incident_id: int
    how: str


class TicketDetached(Event, kind="incident.detached", frozen=True):
    """On the ticket: it is no case of this incident, and will not become one by itself."""

    incident_id: int


class IncidentFollowed(Event, kind="incident.followed", frozen=True):
    """On the ticket: its customer wants to hear when the incident is solved, or does not."""

    incident_id: int
    tell: bool

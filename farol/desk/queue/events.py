"""What happens in the queue. Streams: ``queue:TICKET`` for a ticket's wait, ``staff:ID`` for an agent's state."""

from farol.kit.events import Event


class TicketQueued(Event, kind="queue.entered", frozen=True):
    """A ticket waits in a team's queue; again when team or severity changed."""

    team: str
    severity: str


class TicketOffered(Event, kind="queue.offered", frozen=True):
    """It was put before an agent, who has until ``deadline`` (RFC 3339) to look at it."""

    staff_id: int
    deadline: str


class OfferTaken(Event, kind="queue.taken", frozen=True):
    """An agent has it. waited_s: since the customer began to wait. offered: it had been put before this agent."""

    staff_id: int
    waited_s: float
    offered: bool


class OfferBounced(Event, kind="queue.bounced", frozen=True):
    """An offer came to nothing; the ticket keeps its place. why: unanswered, returned, or the agent's new state."""

    staff_id: int
    why: str


class WorkReturned(Event, kind="queue.returned", frozen=True):
    """An agent's ticket waits again with the time it had. why: given_back, away, offline or disabled."""

    staff_id: int
    why: str


class TicketLeftQueue(Event, kind="queue.left", frozen=True):
    """It waits no more, though nobody took it. outcome: answered or left (resolved, closed)."""

    outcome: str
    waited_s: float


class CallbackAsked(Event, kind="queue.callback_asked", frozen=True):
    """The customer goes away and is to be told. at: not before then (RFC 3339), empty for as soon as it is their turn."""

    how: str
    at: str


class CalledBack(Event, kind="queue.called_back", frozen=True):
    """An agent has the ticket, and its customer, who wanted to be told so, is."""

    how: str


class AgentStateChanged(Event, kind="staff.state_changed", frozen=True):
    """Where an agent is. note: why, in their words or ours."""

    state: str
    note: str


class TeamChanged(Event, kind="team.changed", frozen=True):
    """A team was made or changed. Stream ``team:ID``."""

    key: str


class StaffPlaced(Event, kind="staff.placed", frozen=True):
    """Teams and skills of a member of staff; a skill is ``language topic level``."""

    teams: list[str]
    skills: list[str]


class TeamVisibilityChanged(Event, kind="team.visibility_changed", frozen=True):
    """Who sees the tickets of a team. Stream: ``team:ID``. visibility: all or members."""

    visibility: str


class OverflowSet(Event, kind="team.overflow_set", frozen=True):
    """How long tickets wait for a team of which nobody is there; None: until somebody comes. Stream: ``team:ID``."""

    overflow_s: int | None


class TicketOverflowed(Event, kind="queue.overflowed", frozen=True):
    """Nobody of its team was there, so it waits for the first line. Stream ``ticket:ID``. left, to: keys of teams."""

    left: str
    to: str
    waited_s: int

"""What happens to what is said in public. Streams: ``opinion:ID``, ``opinion_watch:ID``."""

from farol.kit.events import Event


class OpinionGathered(Event, kind="opinion.gathered", frozen=True):
    """Somebody said something about us."""

    source: str
    mood: str
    topic: str
    opinion_kind: str


class OpinionRemoved(Event, kind="opinion.removed", frozen=True):
    """Whoever said it took it back."""


class OpinionMarked(Event, kind="opinion.marked", frozen=True):
    """A person says what it is about, and in which mood."""

    mood: str
    topic: str


class OpinionAssigned(Event, kind="opinion.assigned", frozen=True):
    """Somebody looks after it; None: nobody."""

    staff_id: int | None


class OpinionSettled(Event, kind="opinion.settled", frozen=True):
    """Nothing more is to be done, or there is after all."""

    settled: bool


class OpinionTicketed(Event, kind="opinion.ticketed", frozen=True):
    """It goes on in private, in a ticket."""

    ticket_id: int


class AnswerAsked(Event, kind="opinion.answer_asked", frozen=True):
    """Public words wait for a second person."""

    answer_id: int


class AnswerRuled(Event, kind="opinion.answer_ruled", frozen=True):
    """The second person decided."""

    answer_id: int
    approved: bool
    why: str


class AuthorMuted(Event, kind="opinion.author_muted", frozen=True):
    """What this author says is put aside from now on, or no longer."""

    on: bool
    why: str


class WatchAdded(Event, kind="opinion.watch_added", frozen=True):
    """A feed is asked now and then."""

    source: str
    url: str


class WatchEnded(Event, kind="opinion.watch_ended", frozen=True):
    """It is asked no more."""


class OpinionsSpiked(Event, kind="opinion.spiked", frozen=True):
    """Complaints about one matter came in much faster than usual. Stream: of the opinion that made it so."""

    topic: str
    hour: int
    before: float

"""What happens in side threads. Streams: ``thread:ID`` for all of it, ``ticket:ID`` for what everybody with the ticket sees.

A whisper is told on its own stream only.
"""

from farol.kit.events import Event


class ThreadOpened(Event, kind="thread.opened", frozen=True):
    """People or teams were asked beside the ticket. On the thread's stream and, but for a whisper, on the ticket's."""

    thread_id: int
    kind_of: str
    title: str
    people: list[int]
    teams: list[str]


class ThreadSaid(Event, kind="thread.said", frozen=True):
    """Somebody said something in it; the words are in the message of the same seq."""

    author_id: int


class ThreadJoined(Event, kind="thread.joined", frozen=True):
    """More people or teams take part."""

    thread_id: int
    people: list[int]
    teams: list[str]


class ThreadEnded(Event, kind="thread.closed", frozen=True):
    """Its question is answered. On both streams, like its opening."""

    thread_id: int
    title: str


class ThreadReopened(Event, kind="thread.reopened", frozen=True):
    """It goes on. On both streams."""

    thread_id: int
    title: str


class HandRaised(Event, kind="hand.raised", frozen=True):
    """An agent asks for a lead. Stream ``ticket:ID``."""

    staff_id: int
    words: str


class HandLowered(Event, kind="hand.lowered", frozen=True):
    """The lead came, or it is settled. staff_id: whose hand it was."""

    staff_id: int


class OutsiderAdded(Event, kind="thread.outsider_added", frozen=True):
    """Somebody of outside takes part by mail. On both streams."""

    thread_id: int
    outsider_id: int
    address: str
    title: str


class OutsiderRemoved(Event, kind="thread.outsider_removed", frozen=True):
    """They no longer do; what they write is not taken. On both streams."""

    thread_id: int
    outsider_id: int
    address: str
    title: str


class LetterWritten(Event, kind="thread.letter_written", frozen=True):
    """Words of a thread are to go out by mail. Stream ``thread:ID``. seq_of: of the message."""

    seq_of: int
    outsiders: list[int]


class LetterSettled(Event, kind="thread.letter_settled", frozen=True):
    """How it went: sent, failed or bounced. Stream ``thread:ID``."""

    letter_id: int
    seq_of: int
    state: str


class OutsiderSaid(Event, kind="thread.outsider_said", frozen=True):
    """An outsider answered by mail; the words are in the message of the same seq. Stream ``thread:ID``."""

    outsider_id: int

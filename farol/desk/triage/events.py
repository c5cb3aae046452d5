"""What triage does. Stream: ``ticket:ID``; never told to customers."""

from farol.kit.events import Event


class TriageSorted(Event, kind="triage.sorted", frozen=True):
    """A ticket was given a reason, or one that was set by others was looked at. facts: what spoke for it, in both languages.
    without: the exchange did not answer. was: what triage had said before, empty the first time."""

    reason: str
    was: str
    basis: str
    without: bool
    facts: list[dict[str, str]]

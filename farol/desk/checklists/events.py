"""What happens to the steps of a ticket. Stream: ``ticket:ID``."""

from farol.kit.events import Event


class ChecklistTicked(Event, kind="checklist.ticked", frozen=True):
    """A step of the procedure was done. zh, en: its words then."""

    step: str
    reason: str
    zh: str
    en: str


class ChecklistReopened(Event, kind="checklist.reopened", frozen=True):
    """A step that had been ticked is open again."""

    step: str
    reason: str
    zh: str
    en: str

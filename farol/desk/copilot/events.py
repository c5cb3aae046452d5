"""What becomes of a draft (stream ``copilot:ID``). No words: those stand in its row."""

from farol.kit.events import Event


class DraftMade(Event, kind="copilot.drafted", frozen=True):
    """It was shown to whoever asked for it. why: why no model's words."""

    ticket_id: int
    made_by: str
    why: str
    sources: list[str]


class DraftUsed(Event, kind="copilot.used", frozen=True):
    """The agent put it into their reply."""

    ticket_id: int


class DraftSettled(Event, kind="copilot.settled", frozen=True):
    """A label. outcome: ``sent`` as it was, ``edited``, or ``dropped``. changed: the share of the reply that is not the draft's."""

    ticket_id: int
    outcome: str
    changed: float | None
    message_seq: int | None

"""What the guard did (stream ``guard:ID``)."""

from farol.kit.events import Event


class ReplyStopped(Event, kind="guard.stopped", frozen=True):
    """Public words of staff did not go out. problem: the refusal's code. words: those it was for, masked by the shield."""

    ticket_id: int | None
    problem: str
    words: str

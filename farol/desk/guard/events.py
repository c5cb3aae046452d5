"""What the guard did (stream ``guard:ID``)."""

from farol.kit.events import Event


class ReplyStopped(Event, kind="guard.stopped", frozen=True):
    """Public words of staff did not go out. problem: the refusal's code. words: those it was for, masked by the shield."""

    ticket_id: int | None
    problem: str
    words: str


class AdviceLeft(Event, kind="guard.left", frozen=True):
    """Public words of staff went out with these in them. codes: of the advice, such as ``promise.vague``, each once."""

    ticket_id: int
    message_seq: int
    codes: list[str]

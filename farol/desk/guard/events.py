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


class ReplyHeld(Event, kind="reply.held", frozen=True):
    """Words of staff that lead elsewhere wait for a second person (stream of the ticket). codes: what was found."""

    held_id: int
    codes: list[str]
    why: str


class ReplyReleased(Event, kind="reply.released", frozen=True):
    """A second person let them out. message_seq: where they stand. author_id: who wrote them."""

    held_id: int
    author_id: int
    message_seq: int
    why: str


class ReplyRefused(Event, kind="reply.refused", frozen=True):
    """A second person did not."""

    held_id: int
    author_id: int
    why: str


class ReplyHeldEnded(Event, kind="reply.held_ended", frozen=True):
    """They were not sent: taken back by their author, overtaken by the customer's words (stale), or nobody decided in a day (expired)."""

    held_id: int
    author_id: int
    state: str


class ContactAllowed(Event, kind="guard.allowed", frozen=True):
    """Something may stand in words to customers from now on (stream ``guard_allowed:ID``)."""

    contact_kind: str
    written: str
    why: str


class ContactBarred(Event, kind="guard.barred", frozen=True):
    """It may no longer."""

    contact_kind: str
    written: str

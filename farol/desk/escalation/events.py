"""What happens to escalations. Stream ``ticket:ID``; of ladders ``ladder:ID``."""

from farol.kit.events import Event


class EscalationStarted(Event, kind="escalation.started", frozen=True):
    """A ticket is on a ladder. cause: asked, breach or promise. why and ask: in the words of who escalated, or ours."""

    escalation_id: int
    cause: str
    name: str
    why: str
    ask: str
    owner_id: int


class EscalationMoved(Event, kind="escalation.moved", frozen=True):
    """Another has it. why: unanswered, handed_back, taken or gone. words: theirs who handed it back."""

    escalation_id: int
    step: int
    was_id: int
    owner_id: int
    why: str
    words: str


class EscalationAcknowledged(Event, kind="escalation.acknowledged", frozen=True):
    """Its owner works on it; no further step comes."""

    escalation_id: int
    owner_id: int


class EscalationEnded(Event, kind="escalation.ended", frozen=True):
    """How it came out. words: what was found or done."""

    escalation_id: int
    cause: str
    outcome: str
    words: str


class LadderSaved(Event, kind="escalation.ladder_saved", frozen=True):
    """A ladder was made or changed; escalations under way keep their steps."""

    name: str
    steps: int


class LadderRemoved(Event, kind="escalation.ladder_removed", frozen=True):
    """It starts no more."""

    name: str

"""What happens to actions on accounts. On the ticket's stream; those of class E on one of their own, which no screen of a ticket reads."""

from farol.kit.events import Event


class ProposalMade(Event, kind="proposal.made", frozen=True):
    """Somebody asked for an action. at_once: nobody else is asked."""

    proposal_id: int
    type: str
    at_once: bool


class ProposalApproved(Event, kind="proposal.approved", frozen=True):
    """One more said yes. left: how many are still asked."""

    proposal_id: int
    type: str
    left: int


class ProposalRefused(Event, kind="proposal.refused", frozen=True):
    """Somebody who could have approved said no. why: their words."""

    proposal_id: int
    type: str
    why: str


class ProposalWithdrawn(Event, kind="proposal.withdrawn", frozen=True):
    """Taken back by who proposed it, before anything was done."""

    proposal_id: int
    type: str
    why: str


class ProposalExpired(Event, kind="proposal.expired", frozen=True):
    """Nobody approved in time."""

    proposal_id: int
    type: str


class ProposalUnproven(Event, kind="proposal.unproven", frozen=True):
    """Approved, but the customer's proof has run out. have, need: levels."""

    proposal_id: int
    type: str
    have: int
    need: int


class ProposalPutOff(Event, kind="proposal.put_off", frozen=True):
    """The exchange does not answer; said once, however often it is tried."""

    proposal_id: int
    type: str


class ProposalAccepted(Event, kind="proposal.accepted", frozen=True):
    """The exchange has it and has not finished."""

    proposal_id: int
    type: str
    action_id: str


class ProposalExecuted(Event, kind="proposal.executed", frozen=True):
    """Done, by the exchange's word. undo: the type that takes it back."""

    proposal_id: int
    type: str
    action_id: str
    undo: str


class ProposalFailed(Event, kind="proposal.failed", frozen=True):
    """Not done. state: failed or rejected; why: the exchange's code."""

    proposal_id: int
    type: str
    state: str
    why: str

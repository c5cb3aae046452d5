"""What happens about who somebody is. Stream: the ticket's, or ``customer:ID`` where there is none. No code, no contact, no account id."""

from farol.kit.events import Event


class ProofAsked(Event, kind="identity.asked", frozen=True):
    """Staff asked the customer to prove who they are. until: when the link or the codes are over; way: link or two_way_code."""

    way: str
    until: str


class IdentityProven(Event, kind="identity.proven", frozen=True):
    """A level stands from here on. method: see ``model.Method``, or ``review``."""

    level: int
    method: str
    channel: str
    until: str


class ProofFailed(Event, kind="identity.failed", frozen=True):
    """A proof was answered wrongly. times: of the account in 24 hours, on all channels."""

    method: str
    channel: str
    times: int


class ProofsLocked(Event, kind="identity.locked", frozen=True):
    """Too many failed: nobody can prove anything for this account until then."""

    until: str


class IdentityRevoked(Event, kind="identity.revoked", frozen=True):
    """Levels that stood do no more. why: sign_out, contact_change, freeze, security_change or staff."""

    why: str


class CodesDenied(Event, kind="identity.codes_denied", frozen=True):
    """The customer, signed in, says that they are not talking with us."""


class ReviewOpened(Event, kind="identity.review_opened", frozen=True):
    """A case waits for its second person."""

    review_id: int


class ReviewDone(Event, kind="identity.review_done", frozen=True):
    """The second person decided: agreed or refused."""

    review_id: int
    outcome: str

"""A proposal as the exchange is asked for it: the same bytes however often it is sent. No I/O."""

import hashlib
import hmac

import msgspec

from farol.core.exchange.model import ActionOrder, Approval, Doer, Exhibit, Why
from farol.core.exchange.model import Consent as Yes

from .nouns import Asked, Proposal
from .rules import Person


def why(proposal: Proposal) -> Why:
    """What justifies asking: the ticket, or the customer themselves."""
    return Why(proposal.number or "self", f"action.{proposal.type}", f"{proposal.by_kind}:{proposal.by_id}")


def order(proposal: Proposal, secret: str) -> ActionOrder:
    """What shall be done, by whom, with whose approvals. It runs out with the proposal, so a late repeat does nothing."""
    return ActionOrder(
        type=proposal.type, uid=proposal.uid, reason_code=proposal.reason_code, case_ref=proposal.number or "self",
        actor=_doer(proposal.by_kind, proposal.by_id, proposal.by_role, proposal.by_session), params=_params(proposal.params),
        approvals=[
            Approval(f"staff:{v.staff_id}", v.at, _signed(secret, proposal, f"staff:{v.staff_id}", v.at.isoformat()), v.role)
            for v in proposal.votes if v.verdict == "approve"],
        customer_consent=Yes(proposal.consent.method, proposal.consent.ref, proposal.consent.at) if proposal.consent else None,
        evidence=[Exhibit(one) for one in proposal.params.get("evidence", [])], expected_version=proposal.expected_version or None,
        expires_at=proposal.expires_at)


def dry(asked: Asked, maker: Person, number: str) -> ActionOrder:
    """The question what an action would do."""
    consent = Yes(asked.consent.method, asked.consent.ref, asked.consent.at) if asked.consent else None
    return ActionOrder(
        type=asked.type, uid=asked.uid, reason_code=asked.reason_code, case_ref=number,
        actor=_doer(maker.kind, maker.id, maker.role, maker.session), params=_params(asked.params), customer_consent=consent,
        evidence=[Exhibit(one) for one in asked.params.get("evidence", [])], expected_version=asked.expected_version or None, dry_run=True)


def _params(params: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in params.items() if key != "evidence"}


def _doer(kind: str, id_: int, role: str, session: bytes) -> Doer:
    return Doer(f"{kind}:{id_}", role, "customer_self" if kind == "customer" else None, session.hex()[:12] or None)


def _signed(secret: str, proposal: Proposal, who: str, at: str) -> str:
    """HMAC-SHA256, in hex, over five lines: key, type, uid, person and time, and the SHA-256 of the fields as sorted JSON."""
    fields = hashlib.sha256(msgspec.json.encode(proposal.params, order="sorted")).hexdigest()
    lines = "\n".join((proposal.key, proposal.type, proposal.uid, f"{who} {at}", fields))
    return hmac.new(secret.encode(), lines.encode(), hashlib.sha256).hexdigest()

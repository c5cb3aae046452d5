"""Actions as the kit asks for them: who asks, who agreed, and parameters that fit each type."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import msgspec

from farol.core.exchange.model import ActionOrder, Approval, Consent, Doer, Exhibit, Receipt

from .bench import Bench
from .clause import Broken
from .wire import WHY, Answer

ASKS = Doer("staff:conformance", "agent", "webauthn", "conformance")
PURSE = {"amount": "1", "coin": "USDT"}
PARAMS: dict[str, dict[str, Any]] = {
    "factor.reset": {"factor": "totp"},
    "contact.change": {"kind": "email", "new_contact": "nobody@conformance.invalid"},
    "goodwill.grant": PURSE, "fee.refund": PURSE, "reward.reissue": {**PURSE, "campaign_id": "CONFORMANCE"}, "claim.pay": {**PURSE, "claim_id": "CONFORMANCE"},
    "legal.hold": {"authority_ref": "CONFORMANCE", "scope": "all"},
    "legal.disclose": {"authority_ref": "CONFORMANCE", "export_ref": "CONFORMANCE"},
}  # fmt: skip
"""What a type needs so that a core gets as far as asking who approved it. Others go without."""


def approval(person: str, role: str = "lead") -> Approval:
    """One person's yes, as Farol writes it."""
    return Approval(f"staff:{person}", datetime.now(UTC), "conformance", role)


def order(type_: str, uid: str, *approvals: Approval, **more: Any) -> ActionOrder:
    """One action. more: fields of the order."""
    consent = Consent("step_up", "conformance", datetime.now(UTC) - timedelta(seconds=5))
    given = {"params": PARAMS.get(type_, {}), "customer_consent": consent, "evidence": [Exhibit("0" * 64, "note")], **more}
    return ActionOrder(type_, uid, "conformance", WHY.contact, ASKS, approvals=list(approvals), **given)


async def ask(bench: Bench, asked: ActionOrder, key: str) -> Answer:
    """Sends it with that key; an empty one is not sent."""
    return await bench.wire.send("POST", "/v1/actions", asked, idempotency=f"{key}-{bench.mark}" if key else "")


async def by_key(bench: Bench, key: str) -> Answer:
    """What became of a key."""
    return await bench.wire.send("GET", f"/v1/actions:by_key?{urlencode({'key': f'{key}-{bench.mark}'})}")


def receipt(answer: Answer) -> Receipt:
    """The core's receipt. Raises ``Broken``."""
    if not answer.good:
        raise Broken(f"refused with status {answer.status}", answer)
    try:
        return msgspec.json.decode(answer.body, type=Receipt)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Broken(f"Farol cannot read the receipt: {error}", answer) from None

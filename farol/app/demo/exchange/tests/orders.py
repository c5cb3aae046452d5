"""Actions as Farol sends them."""

from datetime import UTC, datetime
from typing import Any

from farol.core.exchange.model import ActionOrder, Approval, Consent, Doer

from .conftest import WHY

AT = datetime(2026, 11, 21, 14, 28, tzinfo=UTC)
ANA = Doer("staff:3", "agent", "webauthn", "s-1")
SOL, VERA, DAN = (Approval(f"staff:{n}", AT, "a-signature", role) for n, role in ((5, "lead"), (6, "compliance"), (9, "duty")))


def order(type_: str, uid: str, *approvals: Approval, actor: Doer = ANA, consent: Consent | None = None, **more: Any) -> ActionOrder:
    """One action; what is no field of an order goes into its parameters."""
    fields = {name: more.pop(name) for name in ("dry_run", "expected_version", "expires_at") if name in more}
    params = {name.rstrip("_"): value for name, value in more.items()}
    return ActionOrder(type_, uid, "test", WHY.contact, actor, params, list(approvals), consent, **fields)

"""Actions on accounts, and who decides them."""

from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.kit import clock

MISSING = {"proposal_id": 987_654_321}
DESKS = ("proposal_id",)
PLAIN = {
    **dict.fromkeys(("words", "legal_basis"), "words"),
    **dict.fromkeys(("type", "reason_code", "params", "expected_version"), "words of the table of actions"),
    **dict.fromkeys(("consent", "consent.method", "consent.ref", "consent.at"), "where the customer's yes is recorded"),
    "uid": "an account at the exchange; another than the ticket's is refused, but for what law asks of compliance",
}


def BODIES() -> dict[str, Any]:
    asked = {"client_id": str(uuid4()), "type": "mail.resend", "params": {"template": "receipt"}, "reason_code": "customer_asked",
             "consent": {"method": "recorded_call", "ref": "call:1", "at": clock.now().isoformat()}}
    return {
        "POST /api/console/tickets/{ticket_id}/proposals": asked,
        "POST /api/console/tickets/{ticket_id}/proposals/preview": asked,
        "POST /api/console/proposals/{proposal_id}/approval": {"words": "seen"},
        "POST /api/console/proposals/{proposal_id}/refusal": {"words": "not proven"},
        "POST /api/console/proposals/{proposal_id}/withdrawal": {},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Ana proposes goodwill for Mei, which a lead has to approve."""
    ana, ticket = scene.things["agent"]["client"], scene.things["mei"]["ticket_id"]
    made = await ana.ok("POST", f"/tickets/{ticket}/proposals", json={
        "client_id": str(uuid4()), "type": "goodwill.grant", "params": {"amount": "20", "coin": "USDT"}, "reason_code": "our_error"})
    assert made["uid"].startswith(cast.MEI.uid[:2])
    return {"proposal_id": made["id"]}

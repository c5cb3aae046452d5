"""Corrections, models that learnt, and what the assistant took off people's hands."""

from typing import Any

PLAIN = {
    "seq": "a message of the ticket in the address", "kind": "one of three words", "reason": "a reason's code, or words of a lead",
    "article": "an article anybody of the staff may read", "model": "a model of the installation, 0 for its own", "may": "yes or no",
    "count": "one of ten words", "language": "a language code", "slug": "the address of an article",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/assistant/corrections": {"seq": 2, "kind": "right"},
        "PUT /api/console/learning/serving": {"model": 1, "reason": "measured by hand"},
        "PUT /api/customer/learning": {"may": True},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A count to ask for."""
    return {"count": "resolved"}

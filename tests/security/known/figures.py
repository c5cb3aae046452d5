"""Figures and ratings."""

from typing import Any

PLAIN = {
    **dict.fromkeys(("since", "until"), "a day"), "channel": "a word", "tier": "a word", "figure": "one of eleven words",
    "stars": "1 to 5", "comment": "words", "solved": "a switch",
}


def BODIES() -> dict[str, Any]:
    return {"POST /api/customer/tickets/{ticket_id}/rating": {"stars": 5, "comment": "quick", "solved": True}}


async def play(scene: Any) -> dict[str, Any]:
    """A figure to ask for."""
    return {"figure": "csat"}

"""Ticket forms, and for whom a channel is open."""

from typing import Any

MISSING = {"channel_key": "pigeon"}
DESKS = ("channel_key",)
PLAIN = {
    "deposit_id": "an id of the exchange, looked for in one's own account alone",
    "article": "a slug, of which only what one may read is shown", "dropped": "a switch", "complexity": "one of three words",
    "urgency": "one of three words", "open": "yes or no", "words": "words of a question, kept nowhere",
    **dict.fromkeys(("regions", "tiers"), "beginnings of words"), **dict.fromkeys(("away_zh", "away_en"), "words for everybody"),
}


def BODIES() -> dict[str, Any]:
    return {"PUT /api/console/door/channels/{channel_key}": {"open": True}}


async def play(scene: Any) -> dict[str, Any]:
    """A channel that is narrowed."""
    await scene.things["lead"]["client"].ok("PUT", "/door/channels/community", json={"open": True, "regions": ["Asia/"]})
    return {"channel_key": "community"}

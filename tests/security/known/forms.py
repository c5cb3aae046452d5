"""Ticket forms, and for whom a channel is open."""

from typing import Any

PLAIN = {
    "article": "a slug, of which only what one may read is shown", "dropped": "a switch", "complexity": "one of three words",
    "urgency": "one of three words", "key": "one of a fixed list", "open": "yes or no",
    **dict.fromkeys(("regions", "tiers"), "beginnings of words"), **dict.fromkeys(("away_zh", "away_en"), "words for everybody"),
}


def BODIES() -> dict[str, Any]:
    return {"PUT /api/console/door/channels/{key}": {"open": True}}

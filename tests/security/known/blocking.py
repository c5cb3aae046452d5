"""Blocked customers."""

from typing import Any

MISSING: dict[str, Any] = {}
DESKS = ()
PLAIN = {"reason": "words", "why": "words", "until": "a time"}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/block": {"reason": "words", "until": None},
        "POST /api/console/tickets/{ticket_id}/unblock": {"why": "words"},
    }

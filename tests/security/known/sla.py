"""Calendars, policies and promises."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from farol.kit import clock

SEEDED = 1
"""The calendar that every desk begins with."""
MISSING = dict.fromkeys(("promise_id", "policy_id", "calendar_id"), 987_654_321)
DESKS = ("promise_id", "policy_id", "calendar_id")
PLAIN = {
    **dict.fromkeys(("always", "hours", "hours.day", "hours.open", "hours.close", "holidays", "zone"), "when a team works"),
    **dict.fromkeys(("first_reply_s", "next_reply_s", "resolve_s", "update_s", "pause_cap_s"), "a number of seconds"),
    **dict.fromkeys(("tiers", "severities", "channels", "reasons"), "words that tickets are compared with"),
    "by": "a moment", "days": "a number of days", "name": "words", "words": "words",
    **dict.fromkeys(("kind", "severity", "outcome"), "one of a few words"),
}


def soon() -> str:
    """A moment that can be promised under every policy."""
    return (clock.now() + timedelta(minutes=5)).isoformat()


def BODIES() -> dict[str, Any]:
    calendar = {"name": f"Office {uuid4()}", "zone": "UTC", "hours": [{"day": 0, "open": "09:00", "close": "17:00"}]}
    policy = {"name": f"For {uuid4()}", "calendar_id": SEEDED, "tiers": [str(uuid4())], "first_reply_s": 60}
    promise = {"client_id": str(uuid4()), "by": soon(), "words": "by then"}
    return {
        "POST /api/console/tickets/{ticket_id}/promises": promise,
        "PATCH /api/console/promises/{promise_id}": promise,
        "POST /api/console/sla/calendars": calendar,
        "PUT /api/console/sla/calendars/{calendar_id}": calendar,
        "POST /api/console/sla/policies": policy,
        "PUT /api/console/sla/policies/{policy_id}": policy,
    }


async def play(scene: Any) -> dict[str, Any]:
    """A calendar that nothing runs by, and a policy that no ticket meets."""
    sol, good = scene.things["lead"]["client"], BODIES()
    calendar = await sol.ok("POST", "/sla/calendars", json=good["POST /api/console/sla/calendars"])
    policy = await sol.ok("POST", "/sla/policies", json=good["POST /api/console/sla/policies"])
    return {"calendar_id": calendar["id"], "policy_id": policy["id"]}

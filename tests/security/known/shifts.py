"""The shift plan."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

MISSING = {"shift_id": 987_654_321}
DESKS = ("shift_id",)
PLAIN = {**dict.fromkeys(("starts_at", "ends_at"), "a moment"), **dict.fromkeys(("source", "target"), "a day")}
TURN = count()
ROOM = 4000
"""Shifts fit into the 400 days that may be planned."""


def times() -> dict[str, str]:
    """An hour that no other shift of the scene has."""
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=2 * (next(TURN) % ROOM))
    return {"starts_at": start.isoformat(), "ends_at": (start + timedelta(hours=1)).isoformat()}


def BODIES() -> dict[str, Any]:
    day = datetime.now(UTC).date()
    return {
        "POST /api/console/shifts": {"staff_id": 1, **times(), "note": "early"},
        "PATCH /api/console/shifts/{shift_id}": times(),
        "POST /api/console/shifts/copies": {"source": day.isoformat(), "target": (day + timedelta(days=7)).isoformat()},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Sol, the lead, plans Ana."""
    body = {"staff_id": scene.things["agent"]["staff_id"], **times()}
    return {"shift_id": (await scene.things["lead"]["client"].ok("POST", "/shifts", json=body))["id"]}

"""Who is where, what they can, and where tickets wait."""

from typing import Any

PLAIN = {
    "at": "a time within a week", "how": "one word", "note": "words", "state": "one of four words", "teams": "keys of teams, no secret",
    "skills": "what somebody can", "skills.language": "a language", "skills.level": "1 to 3", "skills.topic": "the beginning of a reason",
    "staff_id": "a colleague, placed only by who may place everybody",
}
PLACE = "PUT /api/console/queue/staff/{staff_id}"


def BODIES() -> dict[str, Any]:
    return {
        "PUT /api/console/me/state": {"state": "busy"},
        PLACE: {"teams": ["wallet"], "skills": [{"language": "en", "topic": "deposit", "level": 3}]},
        "POST /api/customer/tickets/{ticket_id}/callback": {"how": "mail"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Sol, the lead, places Ana."""
    await scene.things["lead"]["client"].ok("PUT", f"/queue/staff/{scene.things['agent']['staff_id']}", json=BODIES()[PLACE])
    return {}

"""Who is where, what they can, and where tickets wait."""

from typing import Any

PLAIN = {
    "at": "a time within a week", "how": "one word", "note": "words", "overflow_s": "seconds", "state": "one of four words", "teams": "keys of teams, no secret",
    "skills": "what somebody can", "skills.language": "a language", "skills.level": "1 to 3", "skills.topic": "the beginning of a reason",
    "visibility": "one of two words",
    "staff_id": "a colleague, placed only by who may place everybody",
}
MISSING = {"team_id": 987_654_321}
DESKS = ("team_id",)
PLACE = "PUT /api/console/queue/staff/{staff_id}"


def BODIES() -> dict[str, Any]:
    return {
        "PUT /api/console/me/state": {"state": "busy"},
        PLACE: {"teams": ["wallet"], "skills": [{"language": "en", "topic": "deposit", "level": 3}]},
        "POST /api/customer/tickets/{ticket_id}/callback": {"how": "mail"},
        "PUT /api/console/queue/teams/{team_id}/visibility": {"visibility": "all"},
        "PUT /api/console/queue/teams/{team_id}/overflow": {"overflow_s": 600},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Sol, the lead, places Ana."""
    sol = scene.things["lead"]["client"]
    await sol.ok("PUT", f"/queue/staff/{scene.things['agent']['staff_id']}", json=BODIES()[PLACE])
    return {"team_id": (await sol.ok("GET", "/queue/teams"))[0]["id"]}

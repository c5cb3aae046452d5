"""The copilot: drafts, summaries and similar tickets, which say nothing to anybody but who asked."""

from typing import Any

MISSING = {"copilot_draft_id": 987_654_321}
DESKS = ("copilot_draft_id",)
PLAIN = {"worded": "yes or no"}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/copilot/draft": {"worded": False},
        "POST /api/console/tickets/{ticket_id}/copilot/summary": {},
        "PUT /api/console/copilot-drafts/{copilot_draft_id}/use": {},
        "PUT /api/console/copilot-drafts/{copilot_draft_id}/drop": {},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A draft for Mei's ticket."""
    ticket = scene.things["mei"]["ticket_id"]
    found = await scene.kit.db.fetchval(
        "insert into copilot_draft (ticket_id, staff_id, upto_seq, language, body, made_by, sources)"
        " select $1, min(id), 1, 'zh', 'words', 'desk', '[]' from staff returning id", ticket)
    return {"copilot_draft_id": found}

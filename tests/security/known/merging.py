"""Merges, replies on their way, drafts, bulk changes and the radar."""

from typing import Any
from uuid import uuid4

MISSING = {"lookalike_id": 987_654_321, "bulk_id": 987_654_321, "outgoing_id": "0b6c0f8e-0000-4000-8000-0000000000aa", "into": 987_654_321,
           "tickets.id": 987_654_321}
DESKS = ("lookalike_id",)
PLAIN = {
    **dict.fromkeys(("action", "action.status", "action.severity", "action.reason", "action.owner_id", "action.snooze_until"), "what is set"),
    **dict.fromkeys(("action.add_tags", "action.remove_tags", "action.reply"), "words"),
    **dict.fromkeys(("rev", "tickets.version", "tickets.seen", "seqs"), "a number to compare with"),
    "live": "yes or no", "mode": "reply or note", "tab": "tells a person's own tabs apart", "tickets": "a list", "why": "words",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/merge": {"into": 987_654_321},
        "POST /api/console/tickets/{ticket_id}/split": {"client_id": str(uuid4()), "seqs": [2]},
        "POST /api/console/tickets/{ticket_id}/outgoing": {"client_id": str(uuid4()), "body": "soon said", "seen": 2**50},
        "POST /api/console/outgoing/{outgoing_id}/send": {},
        "PUT /api/console/tickets/{ticket_id}/drafts": {"mode": "reply", "body": "half a", "rev": 0, "tab": "a"},
        "POST /api/console/bulk": {"client_id": str(uuid4()), "action": {"severity": "P3"}, "tickets": [{"id": 1, "version": 1, "seen": 2}]},
        "PUT /api/console/lookalikes/{lookalike_id}": {"state": "different"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """What the radar says of two tickets that name one transaction."""
    pair = sorted((scene.things["mei"]["ticket_id"], scene.things["mallory"]["ticket_id"]))
    found = await scene.kit.db.fetchval(
        "insert into lookalike (ticket_id, other_id, why, ours) values ($2, $1, 'txid', false)"
        " on conflict on constraint lookalike_once do update set state = 'open' returning id", *pair)
    return {"lookalike_id": found}

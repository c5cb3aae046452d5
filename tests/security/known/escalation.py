"""Escalations, ladders, side threads, transfers, days of looking again."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import msgspec

from farol.desk.transfer import store as transfers
from farol.kit import clock

LADDER = {"name": "L", "steps": [{"owner": {"kind": "role", "key": "duty"}, "wait_s": 600}]}
MISSING = dict.fromkeys(("escalation_id", "ladder_id", "thread_id", "transfer_id", "recheck_id", "outsider_id"), 987_654_321)
DESKS = ("escalation_id", "ladder_id", "thread_id", "transfer_id", "recheck_id", "outsider_id")
PLAIN = {
    **dict.fromkeys(("ask", "body", "outcome", "summary", "title", "why", "words"), "words"),
    **dict.fromkeys(("reasons", "severities", "teams", "tiers"), "words that tickets are compared with"),
    **dict.fromkeys(("steps", "steps.assign", "steps.owner", "steps.owner.key", "steps.owner.kind", "steps.severity", "steps.thread", "steps.wait_s"),
                    "what a ladder does"),
    "at": "a moment", "kind": "one word", "on_breach": "yes or no", "people": "colleagues, no secret", "to": "a colleague",
    "address": "somebody outside, of a permitted domain", "outside": "the same", "name": "what they are called", "team": "a key of a team", "action.to_team": "a key of a team", "action.summary": "words", "to_staff": "a colleague", "to_team": "a key of a team", "seq": "how far was read",
}


def BODIES() -> dict[str, Any]:
    say = {"client_id": str(uuid4()), "body": "Look at wallet 3"}
    return {
        "POST /api/console/tickets/{ticket_id}/escalations": {"why": "Twelve hours on chain", "ask": "Look at wallet 3"},
        "POST /api/console/escalations/{escalation_id}/return": {"why": "Not my field"},
        "POST /api/console/escalations/{escalation_id}/outcome": {"outcome": "solved", "words": "Credited"},
        "POST /api/console/ladders": {**LADDER, "name": f"L {uuid4()}"},
        "PUT /api/console/ladders/{ladder_id}": {**LADDER, "name": f"L {uuid4()}"},
        "POST /api/console/tickets/{ticket_id}/threads": {**say, "title": "Memo", "teams": ["wallet"]},
        "POST /api/console/threads/{thread_id}/messages": say,
        "POST /api/console/threads/{thread_id}/outsiders": {"address": f"{uuid4().hex}@bank.example"},
        "POST /api/console/tickets/{ticket_id}/team-queue": {"client_id": str(uuid4()), "team": "l1", "summary": "Asks for a deposit"},
        "PUT /api/console/threads/{thread_id}/read": {"seq": 1},
        "POST /api/console/threads/{thread_id}/people": {"teams": ["wallet"]},
        "POST /api/console/tickets/{ticket_id}/whispers": say,
        "PUT /api/console/tickets/{ticket_id}/hand": {"words": "May I promise a date?"},
        "POST /api/console/tickets/{ticket_id}/transfers": {"summary": "Asks for a deposit", "to_team": "l1"},
        "POST /api/console/transfers/{transfer_id}/return": {"why": "Break"},
        "PUT /api/console/tickets/{ticket_id}/recheck": {"at": (clock.now() + timedelta(days=1)).isoformat()},
        "POST /api/console/rechecks/{recheck_id}/outcome": {"outcome": "held"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Ana asks Sol beside a ticket of the visitor's, escalates it, hands it over, and sets a day to look again; Sol makes a ladder."""
    ana, sol = scene.things["agent"]["client"], scene.things["lead"]["client"]
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "My deposit waits"))["ticket"]["id"]
    good, sol_id = BODIES(), scene.things["lead"]["staff_id"]
    ladder = await sol.ok("POST", "/ladders", json=good["POST /api/console/ladders"])
    thread = await ana.ok("POST", f"/tickets/{ticket}/threads", json={
        "client_id": str(uuid4()), "title": "Memo", "body": "Is it ours?", "people": [sol_id]})
    scene.kit.settings = msgspec.structs.replace(scene.kit.settings, thread_domains=("bank.example",))
    outsider = await ana.ok("POST", f"/threads/{thread['id']}/outsiders", json={"address": "ops@bank.example"})
    escalation = await ana.ok("POST", f"/tickets/{ticket}/escalations", json={"why": "Waits too long"})
    recheck = await ana.ok("PUT", f"/tickets/{ticket}/recheck", json=good["PUT /api/console/tickets/{ticket_id}/recheck"])
    transfer = await scene.kit.db.fetchval(transfers.ADD, ticket, scene.things["agent"]["staff_id"], sol_id, None, "Asks for a deposit")
    return {"ladder_id": ladder["id"], "thread_id": thread["id"], "escalation_id": escalation["id"], "recheck_id": recheck["id"], "transfer_id": transfer,
            "outsider_id": outsider["id"]}

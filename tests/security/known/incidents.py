"""Incidents, surges, the wall and the brief."""

from typing import Any
from uuid import uuid4

MISSING = dict.fromkeys(("incident_id", "watch_id", "corrects"), 987_654_321)
DESKS = ("incident_id", "watch_id")
PLAIN = {
    **dict.fromkeys(("scope", "scope.coins", "scope.networks", "scope.regions", "scope.features", "scope.reasons", "scope.since",
                     "scope.until", "coins", "networks", "regions", "features", "since", "until"), "what tickets are compared with"),
    **dict.fromkeys(("zh", "en", "words_zh", "words_en", "internal", "shift"), "words"),
    **dict.fromkeys(("public", "skip_answered", "take", "tell", "tickets", "p4_later", "surveys_off", "callback_first"), "yes or no"),
    **dict.fromkeys(("slots", "after", "before"), "a number"), "part": "one of three words", "next_update_by": "a moment",
    "ids": "tickets, of which only those that one may see are attached", "numbers": "the same by the number people quote",
    "to": "a colleague, who has to be allowed the ticket",
}
TEXT = {"zh": "已恢复。", "en": "It is solved."}


def said() -> dict[str, Any]:
    return {
        "zh": "充值延迟", "en": "Deposits are late", "scope": {"features": [str(uuid4())]}, "severity": "P2", "public": True,
        "words_zh": "充值变慢。", "words_en": "Deposits are slow.", "internal": "Node 3 is behind.",
    }


def BODIES() -> dict[str, Any]:
    one = "/api/console/incidents/{incident_id}"
    return {
        "POST /api/console/incidents": {"client_id": str(uuid4()), **said()},
        "POST /api/console/incidents/preview": {"reasons": ["dep."]},
        f"PUT {one}": {"version": 1, **said()},
        f"POST {one}/updates": {"state": "identified", "public": False, "en": "Node 3."},
        f"POST {one}/tickets": {"ids": [987_654_321]},
        f"POST {one}/proposals": {"take": False},
        f"POST {one}/answers": {"client_id": str(uuid4()), **TEXT},
        f"POST {one}/resolution": {"client_id": str(uuid4()), **TEXT, "tickets": False},
        "POST /api/customer/tickets/{ticket_id}/subscription": {"tell": True},
        "POST /api/console/surge/mode": {"reason": "BTC -20 %"},
        "PUT /api/console/surge/dial": {"slots": None},
        "POST /api/console/wall/tickets/{ticket_id}/owner": {"staff_id": 987_654_321},
        "POST /api/console/brief/watches": {"words": "Node 3 is slow"},
        "POST /api/console/brief/tickets/{ticket_id}/handover": {"client_id": str(uuid4()), "words": "please go on", "to": None},
        "POST /api/console/brief/log": {"client_id": str(uuid4()), "words": "A quiet night"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Sol declares an incident that no ticket belongs to, and posts a watch-out."""
    sol, good = scene.things["lead"]["client"], BODIES()
    incident = await sol.ok("POST", "/incidents", json=good["POST /api/console/incidents"])
    watch = await sol.ok("POST", "/brief/watches", json=good["POST /api/console/brief/watches"])
    return {"incident_id": incident["id"], "watch_id": watch["id"]}

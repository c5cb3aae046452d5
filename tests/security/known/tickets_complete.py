"""Tags, fields, stages, links, followers, and what is put aside."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from farol.kit import clock

MISSING = {"tag_id": 987_654_321, "link_id": 987_654_321, "other": 987_654_321}
DESKS = ("tag_id", "link_id")
PLAIN = {
    "add": "words to put on a ticket", "remove": "words to take off", "word": "a word", "merge": "a switch", "most": "how many words to offer",
    "values": "what a ticket's fields are set to, by their names", "was": "what was on screen of them",
    "field_key": "what a field is called: a new name makes one", "stage_key": "what a stage is called: a new name makes one",
    **dict.fromkeys(("zh", "en", "shown_zh", "shown_en", "options.zh", "options.en"), "names on screen"),
    "kind": "one of a few words", "options": "what a field offers", "options.value": "what a choice is called", "required": "a switch",
    "reasons": "beginnings of reasons", "roles": "names of roles", "position": "a place in a list", "category": "one of three words",
    "stage": "what a stage is called; looked up", "side": "one of five words", "until": "a moment", "remind_h": "a number of hours",
    "resolve_d": "a number of days", "severities": "some of five words",
}


def BODIES() -> dict[str, Any]:
    field = {"kind": "choice", "zh": "原因", "en": "Cause", "options": [{"value": "fork", "zh": "分叉", "en": "A fork"}]}
    stage = {"category": "pending", "zh": "等回执", "en": "Waiting for the receipt"}
    return {
        "POST /api/console/tickets/{ticket_id}/tags": {"add": [f"t{uuid4().hex[:8]}"], "remove": []},
        "PUT /api/console/tags/{tag_id}": {"word": f"w{uuid4().hex[:8]}"},
        "PATCH /api/console/tickets/{ticket_id}/fields": {"values": {}, "was": {}},
        "PUT /api/console/fields/{field_key}": field,
        "PUT /api/console/stages/{stage_key}": stage,
        "POST /api/console/tickets/{ticket_id}/links": {"side": "related", "number": "FRL-2026-987654"},
        "PUT /api/console/tickets/{ticket_id}/snooze": {"until": (clock.now() + timedelta(hours=1)).isoformat(), "note": "waits for the wallet team"},
        "PUT /api/console/pending-rule": {"remind_h": 24, "resolve_d": 3, "severities": ["P3"]},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A tag, a field and a stage, and two tickets of Mei's that Ana links."""
    ana, sol, mei = (scene.things[who]["client"] for who in ("agent", "lead", "mei"))
    ticket, bodies = scene.things["mei"]["ticket_id"], BODIES()
    other = (await scene.world.open(mei))["ticket"]["id"]
    await ana.ok("POST", f"/tickets/{other}/tags", json={"add": [f"t{uuid4().hex[:8]}"]})
    links = (await ana.ok("POST", f"/tickets/{other}/links", json={"side": "related", "other": ticket}))["links"]
    await sol.ok("PUT", "/fields/cause", json=bodies["PUT /api/console/fields/{field_key}"])
    await sol.ok("PUT", "/stages/waiting_receipt", json=bodies["PUT /api/console/stages/{stage_key}"])
    tags = (await sol.ok("GET", "/tags/all"))["tags"]
    return {"tag_id": tags[-1]["id"], "link_id": links[0]["id"], "field_key": "cause", "stage_key": "waiting_receipt"}

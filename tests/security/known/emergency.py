"""Emergencies: cases, rings, and the pages on which anybody may freeze their own account."""

from typing import Any

from farol.desk.threads.telling import After
from farol.kit.db import transaction
from farol.trust.emergency.actions import raise_in

MISSING = {"emergency_id": 987_654_321}
DESKS = ("emergency_id",)
PLAIN = {
    "by": "which way is shown", "chat": "a link of a chat, once; it proves nothing", "proof": "a token that the exchange judges", "again": "which sentence is shown", "key": "a step's name", "outcome": "a word of three",
    "kind": "stolen or risk; pdf or json", "uid": "an account that the exchange itself has to mark as a test",
    **dict.fromkeys(("groups", "groups.zh", "groups.en", "groups.owner_kind", "groups.owner_key", "groups.wait_s"), "who of the desk's own is rung, and when"),
}


def BODIES() -> dict[str, Any]:
    group = {"zh": "值班经理", "en": "Duty manager", "owner_kind": "role", "owner_key": "duty", "wait_s": 60}
    return {
        "POST /api/console/tickets/{ticket_id}/emergency": {"kind": "stolen"},
        "POST /api/console/emergencies/{emergency_id}/steps": {"key": "mailbox", "done": True},
        "POST /api/console/emergencies/{emergency_id}/end": {"outcome": "false_alarm"},
        "POST /api/console/emergency-drills": {"uid": "00000000"},
        "PUT /api/console/emergency-rings": {"groups": [group]},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A case on a ticket of the visitor's."""
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "Something odd"))["ticket"]["id"]
    async with transaction(scene.kit.db) as tx:
        raised = await raise_in(tx, ticket, "stolen", "staff", After())
    assert raised
    return {"emergency_id": raised[0]}

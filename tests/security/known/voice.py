"""Calls: each in a ticket of one customer, and what its two browsers say is theirs alone."""

from typing import Any

PLAIN = {"given": "a switch", "kind": "one of a few words", "seconds": "a number", "why": "one of a few words"}
MISSING = {"call_id": 987_654_321}
DESKS = ("call_id",)
FILE = "00000000-0000-4000-8000-00000000dead"


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/customer/tickets/{ticket_id}/calls": {"kind": "voice"},
        "PUT /api/customer/calls/{call_id}/consent": {"given": False},
        "POST /api/customer/calls/{call_id}/signals": {"kind": "candidate", "body": "{}"},
        "POST /api/customer/calls/{call_id}/end": {"why": "hung_up"},
        "POST /api/console/tickets/{ticket_id}/calls": {"kind": "voice"},
        "POST /api/console/calls/{call_id}/signals": {"kind": "candidate", "body": "{}"},
        "POST /api/console/calls/{call_id}/end": {"why": "hung_up"},
        "POST /api/console/calls/{call_id}/recordings": {"file_id": FILE, "seconds": 1},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Ana offers somebody else a call that nobody takes."""
    ticket = (await scene.world.open(await scene.world.visitor("caller@example.net")))["ticket"]["id"]
    made = await scene.things["agent"]["client"].ok("POST", f"/tickets/{ticket}/calls", json={"kind": "voice"})
    return {"call_id": made["id"]}

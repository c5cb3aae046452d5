"""Endpoints of the exchange's systems. Nothing is sent in these tests: no worker carries."""

from typing import Any

PLAIN = {
    "kinds": "some of a fixed list", "result": "one of four words", "since": "a moment", "url": "an address; the guard of outgoing connections looks at it",
}
MISSING = {"webhook_id": 987_654_321, "delivery_id": 987_654_321}
DESKS = ("webhook_id", "delivery_id")
ADDRESS = "https://93.184.215.14/hook"
"""A number, so that no name has to be asked for."""


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/webhooks": {"name": "Ledger", "url": ADDRESS, "kinds": ["ticket.opened"]},
        "PATCH /api/console/webhooks/{webhook_id}": {"name": "Ledger"},
        "POST /api/console/webhooks/{webhook_id}/replay": {"since": "2026-11-21T00:00:00Z"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """An endpoint with something to be told."""
    admin = scene.things["admin"]["client"]
    made = await admin.ok("POST", "/webhooks", json={"name": "Ledger", "url": ADDRESS, "kinds": ["ticket.opened"]})
    id_ = made["webhook"]["id"]
    sent = await admin.ok("POST", f"/webhooks/{id_}/test")
    return {"webhook_id": id_, "delivery_id": sent["delivery_id"]}

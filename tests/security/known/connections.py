"""Connections of channels. Platforms are not asked here: nothing listens where the stand-in would be, so a connection is kept, and paused."""

from typing import Any

from farol.channels.connections import actions
from farol.kit.permission import SYSTEM
from tests.stand_ins import fake_platform as platform

platform.there()
PLAIN = {
    "kind": "a channel's key", "channel": "a channel's key", "values": "what an operator types", "name": "words", "prices": "by units", "regions": "names", "tiers": "names",
    "why": "words", "currency": "three letters", "month_limit": "a number", "what": "retry or drop", "ticket": "one's own, which the action compares with who asks",
    "token": "the address of a webhook, which nobody signed in has", "update_id": "an update that was put aside: the platform's, nobody's",
}
MISSING = {"connection_id": 987_654_321}
DESKS = ("connection_id",)
WHY = {"why": "A flood of spam"}


def BODIES() -> dict[str, Any]:
    one = "/api/console/channels/connections/{connection_id}"
    return {
        "POST /api/console/channels/{kind}/connections": {"name": "Bot", "values": {"token": platform.TOKEN, "hook_secret": platform.SECRET}},
        f"PATCH {one}": {"name": "Bot two"},
        f"POST {one}/pause": WHY,
        f"PUT {one}/price": {"prices": {"template": 50_000}, "currency": "USD", "month_limit": 10_000_000},
        "POST /api/console/channels/pause": WHY,
        "POST /api/console/channels/updates/{update_id}/decision": {"what": "drop"},
        "POST /api/customer/links": {"channel": "fake"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A connection whose platform is away."""
    id_, _ = await actions.connect(
        scene.world.kit, SYSTEM, platform.CHANNEL, "Bot", {"token": platform.TOKEN, "hook_secret": platform.SECRET})
    return {"connection_id": id_}

"""Browsers that show notices. Each belongs to one person."""

from typing import Any

PLAIN = {"auth": "a browser's own secret", "endpoint": "an address of a known push service", "label": "words", "p256dh": "a browser's own key"}
MISSING = {"browser_id": 999_999}
GOOD = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/abc", "auth": "BTBZMqHH6r4Tts7J_aSIgg", "label": "Firefox",
    "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
}


def BODIES() -> dict[str, Any]:
    return {"POST /api/console/me/push": dict(GOOD)}


async def play(scene: Any) -> dict[str, Any]:
    """Ana and Sol each have a browser of their own."""
    for who in ("agent", "lead"):
        browser = {**GOOD, "endpoint": f"{GOOD['endpoint']}{who}"}
        scene.things[who]["browser_id"] = (await scene.things[who]["client"].ok("POST", "/me/push", json=browser))["id"]
    return {}

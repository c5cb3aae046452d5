"""What everybody is told, and who may tell it."""

from typing import Any
from uuid import uuid4

MISSING = {"announcement_id": 987_654_321}
DESKS = ("announcement_id",)
PLAIN = {
    **dict.fromkeys(("kind",), "one of four words"),
    **dict.fromkeys(("title_zh", "title_en", "body_zh", "body_en"), "words for everybody"),
    **dict.fromkeys(("begins_at", "ends_at"), "times of the thing itself"),
}
SAID = {"kind": "product", "title_zh": "新功能", "title_en": "New", "body_zh": "有了。", "body_en": "It is here."}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/announcements": {"client_id": str(uuid4()), **SAID},
        "PUT /api/console/announcements/{announcement_id}": {**SAID, "version": 1},
        "POST /api/console/announcements/{announcement_id}/withdrawal": {"version": 1},
    }


async def play(scene: Any) -> dict[str, Any]:
    made = await scene.things["knowledge"]["client"].ok("POST", "/announcements", json={"client_id": str(uuid4()), **SAID})
    return {"announcement_id": made["id"]}

"""Lists people save, and search."""

from typing import Any

MISSING = {"view_id": 987_654_321}
DESKS = ("view_id",)
PLAIN = {
    "columns": "words of a fixed list", "conditions": "compared with tickets the reader may see", "descending": "a switch", "en": "words",
    "ids": "tickets, of which those the reader may not see are left out (test_visibility)", "kind": "one of three words",
    "scope": "one of three words", "sort": "one of four words", "zh": "words",
}
CONDITIONS = {"all": [{"field": "status", "op": "is", "value": "open"}]}


def BODIES() -> dict[str, Any]:
    view = {"zh": "新", "en": "New", "conditions": CONDITIONS}
    return {
        "POST /api/console/views": view,
        "PUT /api/console/views/{view_id}": {**view, "version": 1},
        "POST /api/console/views/preview": {"conditions": CONDITIONS},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Sol, the lead, makes a list for everybody."""
    made = await scene.things["lead"]["client"].ok("POST", "/views", json={**BODIES()["POST /api/console/views"], "scope": "all"})
    return {"view_id": made["id"]}

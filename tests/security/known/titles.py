"""Trials of titles belong to the desk: whoever writes articles reads all of them."""

from typing import Any
from uuid import uuid4

PLAIN = {"titles": "words, published by who may"}
MISSING = {"trial_id": 987_654_321}
DESKS = ("trial_id",)


def BODIES() -> dict[str, Any]:
    return {"POST /api/console/titles": {"article_id": 987_654_321, "language": "en", "titles": ["Another title"]}}


async def play(scene: Any) -> dict[str, Any]:
    """Kai tries another title of an article that is out."""
    kai = scene.things["knowledge"]["client"]
    made = await kai.ok("POST", "/knowledge/articles", json={"slug": f"of-titles-{uuid4().hex[:8]}", "category": "deposits", "language": "en", "title": "A"})
    path = f"/knowledge/articles/{made['id']}/drafts/en"
    saved = await kai.ok("PUT", path, json={"title": "A", "summary": "B", "body": "C", "revision": 1})
    await kai.ok("POST", path + "/publication", json={"revision": saved["revision"]})
    trial = await kai.ok("POST", "/titles", json={"article_id": made["id"], "language": "en", "titles": ["Another"]})
    return {"trial_id": trial["id"]}

"""What is said in public, public answers, and feeds."""

from typing import Any
from uuid import uuid4

MISSING: dict[str, Any] = dict.fromkeys(("opinion_id", "answer_id", "watch_id"), 987_654_321)
DESKS = ("opinion_id", "answer_id", "watch_id")
PLAIN = {
    **dict.fromkeys(("source", "mood", "topic", "standing", "answers", "approve", "hold"), "one of a few words"),
    **dict.fromkeys(("why", "author", "external_id", "name"), "words"),
    "link": "shown, never asked", "url": "checked by the guard of outgoing connections", "rating": "stars", "reach": "a number of people",
    "said_at": "a time", "before": "a place in a list", "days": "a number of days", "assignee": "a filter by colleague",
    "staff_id": "a colleague, whom all staff see",
}


def BODIES() -> dict[str, Any]:
    brought = {"source": "review", "body": f"words {uuid4()}", "author": "Somebody"}
    return {
        "PUT /api/console/opinions/{opinion_id}/mark": {"mood": "neutral", "topic": ""},
        "PUT /api/console/opinions/{opinion_id}/assignee": {"staff_id": None},
        "PUT /api/console/opinions/{opinion_id}/standing": {"standing": "open"},
        "POST /api/console/opinions/{opinion_id}/answers": {"client_id": str(uuid4()), "body": "We wrote to you in private."},
        "POST /api/console/opinions/answers/{answer_id}/ruling": {"approve": False, "why": "words"},
        "POST /api/console/opinions/{opinion_id}/mute": {"why": "words"},
        "POST /api/console/opinions": brought,
        "POST /api/console/opinions/watches": {"source": "blog", "name": "A blog", "url": "https://blog.example/feed"},
        "POST /api/partner/v1/opinions": brought,
    }


async def play(scene: Any) -> dict[str, Any]:
    """A review that somebody pasted; an answer to a post, and a feed, as they stand when their platforms have told of them."""
    sol = scene.things["lead"]["client"]
    made = await sol.ok("POST", "/opinions", json={"source": "review", "body": f"words {uuid4()}", "author": "Somebody"})
    db, staff = scene.kit.db, await scene.kit.db.fetchval("select id from staff order by id limit 1")
    answer = await db.fetchval(
        "insert into opinion_answer (opinion_id, client_id, staff_id, body) values ($1, $2, $3, 'words') returning id", made["id"], uuid4(), staff)
    watch = await db.fetchval(
        "insert into opinion_watch (source, name, url, added_by) values ('blog', 'A blog', 'https://blog.example/feed', $1) returning id", staff)
    return {"opinion_id": made["id"], "answer_id": answer, "watch_id": watch}

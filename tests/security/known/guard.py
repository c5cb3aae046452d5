"""Words that wait for release, and the list of what may stand in them."""

from typing import Any
from uuid import uuid4

MISSING: dict[str, Any] = dict.fromkeys(("held_id", "allowed_id"), 987_654_321)
DESKS = ("allowed_id",)
PLAIN = {"release": "yes or no", "which": "one of two words", "written": "words", "why": "words"}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/held": {"client_id": str(uuid4()), "body": "words", "why": "words"},
        "POST /api/console/held/{held_id}/ruling": {"release": False, "why": "words"},
        "POST /api/console/guard/allowed": {"kind": "handle", "written": f"h{uuid4().hex[:20]}", "why": "words"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A reply that waits in a ticket of the visitor's, and something on the list."""
    db, sol = scene.kit.db, scene.things["lead"]
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "Which number is yours?"))["ticket"]["id"]
    author = await db.fetchval("select id from staff where id <> $1 order by id limit 1", sol["staff_id"])
    held = await db.fetchval(
        "insert into guard_held (client_id, ticket_id, staff_id, body, seen, why, findings, expires_at)"
        " values ($1, $2, $3, 'words', 100, 'words', '[]', now() + interval '1 day') returning id", uuid4(), ticket, author)
    allowed = await db.fetchval(
        "insert into guard_allowed (kind, key, written, why, added_by) values ('handle', $1, $1, 'words', $2) returning id", uuid4().hex, sol["staff_id"])
    return {"held_id": held, "allowed_id": allowed}

"""Evidence and case cards."""

from typing import Any
from uuid import uuid4

MISSING = {"evidence_id": 987_654_321}
DESKS = ("evidence_id",)
PLAIN = {"label": "words", "pinned": "yes or no"}


def BODIES() -> dict[str, Any]:
    return {
        "PATCH /api/console/evidence/{evidence_id}": {"label": "bank receipt", "pinned": True},
        "POST /api/console/evidence/{evidence_id}/reading": {},
        "POST /api/console/tickets/{ticket_id}/evidence/export": {},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A file of Mei's as a piece of evidence."""
    file_id, ticket = uuid4(), scene.things["mei"]["ticket_id"]
    await scene.kit.db.execute(
        "insert into file (id, owner_kind, owner_id, name, media_type, size, sha256, key, state)"
        " values ($1, 'system', 0, 'proof.txt', 'text/plain', 1, $2, $3, 'ready')", file_id, bytes(32), "0" * 64)
    seq = await scene.kit.db.fetchval("select seq from message where ticket_id = $1 order by seq limit 1", ticket)
    found = await scene.kit.db.fetchval(
        "insert into evidence (ticket_id, file_id, seq) values ($1, $2, $3) returning id", ticket, file_id, seq)
    return {"evidence_id": found}

"""Mails behind a ticket's words."""

import secrets
from typing import Any

from farol.kit.secretbox import SecretBox

MISSING = {"received_id": 987_654_321, "picture": 99}
DESKS = ("received_id",)
RAW = b"From: mei.lin@example.com\r\nSubject: x\r\n\r\nhello\r\n"


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/tickets/{ticket_id}/mails/{received_id}/raw": {},
        "POST /api/console/tickets/{ticket_id}/mails/{received_id}/pictures/{picture}": {},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A mail that opened Mei's ticket."""
    digest = secrets.token_bytes(32)
    sealed = SecretBox(scene.kit.settings.secret_key, "mail").seal(RAW, digest.hex())
    found = await scene.kit.db.fetchval(
        "insert into mail_in (digest, content, recipient, return_path, peer, raw, state, sender, ticket_id, seq, settled_at)"
        " values ($1, $1, 'support@x.example', 'mei.lin@example.com', '', $2, 'opened', 'mei.lin@example.com', $3, 1, now()) returning id",
        digest, sealed, scene.things["mei"]["ticket_id"])
    return {"received_id": found, "picture": 0}

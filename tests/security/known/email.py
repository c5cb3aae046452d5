"""Mail: what was put aside, and who reads along."""

from secrets import token_hex
from typing import Any

from farol.kit.secretbox import SecretBox

MISSING = {"mail_id": 987_654_321, "reader_id": 987_654_321, "reader": 987_654_321}
DESKS = ("mail_id", "reader_id")
PLAIN = {"address": "a mail address, as typed", "name": "words", "way": "one of two words"}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/mail/quarantine/{mail_id}/release": {"way": "new"},
        "POST /api/console/mail/quarantine/replay": {"reason": "unproven"},
        "POST /api/customer/tickets/{ticket_id}/readers": {"address": "sister@example.org", "name": "Sister"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A mail that was put aside, and somebody who was named in one."""
    digest = bytes.fromhex(token_hex(32))
    raw = SecretBox(scene.kit.settings.secret_key, "mail").seal(b"From: x@example.net\r\n\r\nwords\r\n", digest.hex())
    mail = await scene.kit.db.fetchval(
        "insert into mail_in (digest, content, recipient, return_path, peer, raw, state, reason, settled_at)"
        " values ($1, $1, 'support@support.demo-exchange.example', 'x@example.net', '192.0.2.1', $2, 'quarantined', 'empty', now()) returning id",
        digest, raw)
    ticket = (await scene.world.open(scene.things["visitor"]["client"], "Somebody reads along"))["ticket"]["id"]
    reader = await scene.kit.db.fetchval(
        "insert into ticket_reader (ticket_id, address, language) values ($1, 'sister@example.org', 'en') returning id", ticket)
    return {"mail_id": mail, "reader_id": reader}

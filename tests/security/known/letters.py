"""Mail that goes out: keys, letterheads, mailboxes that are not written to, the customer's word."""

from typing import Any
from uuid import uuid4

MISSING = {"key_id": 987_654_321, "suppressed_id": 987_654_321, "head_key": "no-such-head", "domain": "nobody.example"}
DESKS = ("key_id", "suppressed_id", "head_key", "domain")
PLAIN = {
    "lifted": "with those that may be written to again", "m": "the code of a message, which proves itself",
    **dict.fromkeys(("to", "version"), "a version of a letterhead"), "content": "a letterhead, looked at field by field",
    **{f"content.{field}": "part of a letterhead" for field in ("address", "brand", "colour", "entities", "footer", "logo", "signature", "tiers")},
}


def BODIES() -> dict[str, Any]:
    content = {"brand": "Demo Exchange", "colour": "#005a70", "footer": {"en": "Demo Exchange Ltd"}}
    return {
        "PUT /api/console/mail/letterheads/{head_key}": {"content": content, "version": 0},
        "POST /api/console/mail/letterheads/{head_key}/undo": {"to": 1, "version": 1},
        "POST /api/console/mail/letterhead-preview": {"content": content, "language": "en"},
        "POST /api/console/mail/suppressed/{suppressed_id}/lifting": {"why": "they called and it works"},
        "PUT /api/customer/mail-word": {"word": "blue heron"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """A key that waits, a letterhead and a mailbox that is not written to."""
    db, once = scene.kit.db, uuid4().hex[:12]
    key = await db.fetchval(
        "insert into mail_key (domain, selector, sealed, record, made_by) values ('support.demo-exchange.example', $1, '', 'v=DKIM1; p=x', 'staff:1') returning id",
        f"s{once}")
    content = {"brand": "Demo Exchange"}
    head = await db.fetchval("insert into letterhead (key, content, set_by) values ($1, $2, 'staff:1') returning id", f"h{once}", content)
    await db.execute("insert into letterhead_version (letterhead_id, version, content, set_by) values ($1, 1, $2, 'staff:1')", head, content)
    stopped = await db.fetchval(
        "insert into mail_suppressed (mailbox, address, reason, said) values ($1, $1, 'bounced', 'gone') returning id", f"{once}@example.net")
    return {"key_id": key, "head_key": f"h{once}", "suppressed_id": stopped, "domain": "support.demo-exchange.example"}

"""Translating in tickets, the desk's terms, and machine translations to be looked at."""

from typing import Any
from uuid import uuid4

PLAIN = {
    "into": "a language", "seqs": "messages of the ticket in the path, which its reader may open", "source": "a language", "target": "a language", "text": "words",
    "words": "words", "revision": "a number", "state": "one of three words", "note": "words", "reply_id": "the sender's own name for a reply, unique within its ticket",
}
MISSING = {"word_id": 987_654_321}
DESKS = ("word_id",)
TICKET = "/api/console/tickets/{ticket_id}/translations"
TERM = {"words": {"en": "Earn", "ru": "Доход"}, "version": 1}


def BODIES() -> dict[str, Any]:
    return {
        f"POST {TICKET}/readings": {"seqs": [2], "into": "en"},
        f"PUT {TICKET}/{{reply_id}}": {"text": "Hello", "source": "en", "target": "ru"},
        f"PUT {TICKET}/{{reply_id}}/words": {"words": "Hello"},
        "POST /api/console/translations/terms": TERM,
        "PUT /api/console/translations/terms/{word_id}": TERM,
        "POST /api/console/translations/articles/{article_id}": {"language": "zh"},
        "POST /api/console/translations/macros/{macro_id}": {"language": "ru"},
        "PUT /api/console/translations/macros/{macro_id}/{language}": {"revision": 1, "words": "Hello", "state": "review"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Kai explains a word to the machine."""
    kai = scene.things["knowledge"]["client"]
    return {"word_id": (await kai.ok("POST", "/translations/terms", json=TERM))["id"], "reply_id": str(uuid4())}

"""How somebody's own console behaves."""

from typing import Any

PLAIN = {
    "after_send": "one of three words", "density": "one of three words", "reads": "codes of languages", "signature": "words", "signature.en": "words",
    "signature.zh": "words", "time_zone": "a zone's name", "undo_send_s": "0 to 30",
}


def BODIES() -> dict[str, Any]:
    return {"PUT /api/console/me/preferences": {"undo_send_s": 5}}

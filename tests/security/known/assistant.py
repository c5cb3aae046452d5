"""The assistant: how it is set, what it would say, and what it said."""

from typing import Any

PLAIN = {
    "active": "on or off", "channels": "names of channels", "languages": "language codes", "to_people": "beginnings of reasons", "misses": "1 to 5",
    "words": "words", "language": "a language code",
}


def BODIES() -> dict[str, Any]:
    return {
        "PUT /api/console/assistant/settings": {
            "active": False, "channels": ["webchat"], "languages": [], "to_people": [], "misses": 2, "version": 0},
        "POST /api/console/assistant/try": {"words": "what are the fees", "language": "en"},
    }

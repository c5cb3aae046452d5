"""How the desk answers in each language."""

from typing import Any

PLAIN = {"calendar_id": "hours that every lead may choose", "fallback": "a language", "translated": "yes or no", "version": "a number", "wait_s": "seconds"}


def BODIES() -> dict[str, Any]:
    return {"PUT /api/console/languages/{language}": {"fallback": "zh-Hans", "wait_s": 600, "translated": True}}

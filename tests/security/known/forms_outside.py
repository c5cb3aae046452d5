"""Forms on the exchange's own pages and the conversation in its app: names of matters, languages and looks, never of anybody's things."""

from typing import Any

PLAIN = {"theme": "light or dark", "as_is": "a switch"}


def BODIES() -> dict[str, Any]:
    return {"POST /api/customer/forms/{reason}": {
        "form_id": "00000000-0000-4000-8000-00000000f0f0", "answers": {}, "words": "It has not arrived", "language": "en"}}

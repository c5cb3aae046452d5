"""Forms on the exchange's own pages and the conversation in its app: names of matters, languages and looks, never of anybody's things."""

from typing import Any

PLAIN = {
    "form_key": "a matter that has a form, the same for everybody", "theme": "light or dark", "as_is": "a switch", "form_id": "the sender's own name for a form, from which that of the message follows",
    "answers": "words by question",
}


def BODIES() -> dict[str, Any]:
    return {"POST /api/customer/forms/{form_key}": {
        "form_id": "00000000-0000-4000-8000-00000000f0f0", "answers": {}, "words": "It has not arrived", "language": "en"}}


async def play(_scene: Any) -> dict[str, Any]:
    """A matter that has a form."""
    return {"form_key": "trd.api"}

"""The language a customer chose."""

from typing import Any

PLAIN = {"language": "a language code"}


def BODIES() -> dict[str, Any]:
    return {"PUT /api/customer/language": {"language": "en"}}

"""Names of reasons for lists."""

from farol.core.reasons import reasons


def label(code: str | None) -> dict[str, str] | None:
    """The reason's name in zh and en, or None when there is none."""
    found = reasons().get(code or "")
    return {"zh": found.zh, "en": found.en} if found else None

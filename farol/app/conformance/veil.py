"""What may stand in a report: answers shortened, secrets and personal data masked, so that it can be handed around."""

import re

from farol.core.exchange import mask

MOST = 360
"""Characters of an answer that are shown."""
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
PHONE = re.compile(r"\+[0-9][0-9 ()-]{6,18}[0-9]")
_VALUES = re.compile(r'"values"\s*:\s*\{[^}]*\}?')
_PRIVATE = re.compile(r'"(token|answer|sig|signature|code_sent|secret|password|receipt_sig)"\s*:\s*"[^"]*"?')


def veiled(text: str) -> str:
    """Whole addresses, numbers, revealed values, answers and signatures are not repeated."""
    text = _VALUES.sub('"values":{…}', text)
    text = _PRIVATE.sub(r'"\1":"…"', text)
    text = EMAIL.sub(lambda found: mask.email(found[0]), text)
    return PHONE.sub(lambda found: mask.phone(found[0]), text)


def excerpt(raw: bytes) -> str:
    """The beginning of a body in one line."""
    text = " ".join(veiled(raw[: MOST * 8].decode("utf-8", "replace").replace("\0", "\\0")).split())
    return text if len(text) <= MOST else f"{text[:MOST]}…"

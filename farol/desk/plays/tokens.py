"""Tokens of the way out in mails: whoever holds one can stop what its mail was about, and nothing else. They do not expire."""

import base64
import hmac
import re

from farol.kit.secretbox import derive

_FORM = re.compile(r"(\d{1,18})\.([a-z2-7]{32})")


def make(secret_key: str, message_id: int) -> str:
    """``ID.MAC``, 160 bits of an HMAC in base32."""
    return f"{message_id}.{_mac(secret_key, message_id)}"


def read(secret_key: str, token: str) -> int | None:
    """The message of a token, None for one that is not ours."""
    found = _FORM.fullmatch(token)
    if found is None:
        return None
    message_id = int(found[1])
    return message_id if hmac.compare_digest(found[2], _mac(secret_key, message_id)) else None


def _mac(secret_key: str, message_id: int) -> str:
    digest = hmac.digest(derive(secret_key, "play opt-out"), str(message_id).encode(), "sha256")[:20]
    return base64.b32encode(digest).decode().lower()

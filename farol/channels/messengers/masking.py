"""Masks secrets in an update before it is kept. Ids, addresses and tokens of the platform stay as they are: fetching needs them."""

import re
from typing import Any

from farol.core.shield import scrub

_IDS = re.compile(
    r"(^|_|[a-z])(id|ids|ID|Id|uid|mid|wamid|url|uri|href|link|token|ref|hash|sha256|signature|timestamp|date|type|mime_type|username|handle"
    r"|language|locale|cursor|sequence|proxy_url|permalink)$|^(from|to|ts|t|op|at|nonce|object|field|event|kind|status|wa_id|recipient_id)$")
_DEEPEST = 24


def masked(value: Any) -> tuple[Any, tuple[str, ...]]:
    """The value without secrets, and the kinds that were in it."""
    removed: dict[str, None] = {}
    return _walk(value, "", removed, 0), tuple(removed)


def _walk(value: Any, key: str, removed: dict[str, None], depth: int) -> Any:
    if isinstance(value, str):
        if len(value) < 4 or (_IDS.search(key) and " " not in value.strip()):
            return value.replace("\0", "")
        found = scrub(value.replace("\0", ""))
        removed.update(dict.fromkeys(found.removed))
        return found.text
    if depth >= _DEEPEST:
        return None
    if isinstance(value, dict):
        return {str(k).replace("\0", ""): _walk(v, str(k), removed, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(v, key, removed, depth + 1) for v in value]
    return value

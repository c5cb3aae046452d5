"""Transaction ids: which networks write them in this form."""

import re
from functools import cache

from .encodings import base58
from .model import networks

LONGEST = 200
_BASE58_BYTES = {"SOL": 64, "NEAR": 32, "SUI": 32}


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(entry.tx_regex)) for code, entry in networks().items())


def candidates(text: str) -> tuple[str, ...]:
    """Codes of the networks whose transaction ids look like this whole string.

    64 hex digits fit thirteen networks and 0x with 64 digits ten: ask all of them rather than the customer.
    """
    text = text.strip()
    if not 1 <= len(text) <= LONGEST or not text.isascii():
        return ()
    return tuple(code for code, form in _forms() if form.fullmatch(text) and _decodes(code, text))


def _decodes(code: str, text: str) -> bool:
    size = _BASE58_BYTES.get(code)
    return size is None or len(base58(text) or b"") == size

"""Stellar strkeys: G account, M muxed account (carries an id), C contract."""

from ..encodings import stellar_key
from ..model import Verdict
from ..shape import BASE32, only

_VERSIONS = {"G": (6 << 3, 33), "M": (12 << 3, 41), "C": (2 << 3, 33)}


def _stellar(text: str) -> Verdict | None:
    kind = _VERSIONS.get(text[:1])
    if kind is None or len(text) != (69 if text[0] == "M" else 56) or not only(text, BASE32):
        return None
    key = stellar_key(text)
    return "correct" if key and (key[0], len(key)) == kind else "wrong"


RULES = {"XLM": _stellar}

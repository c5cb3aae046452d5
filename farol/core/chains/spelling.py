"""Two spellings of one id or address, and two addresses that were made to look alike."""

from typing import NamedTuple

_FOLDED = ("0x", "bc1", "ltc1", "addr1", "cosmos1", "bitcoincash:")
_HEAD = _TAIL = 4
"""Characters at each end that people compare, and so the ones that a poisoned address copies."""
_PREFIXES = ("0x", "bc1q", "bc1p", "ltc1q", "addr1", "cosmos1", "bitcoincash:", "T", "EQ", "UQ", "r", "G")
_SHORTEST = 20


def one_spelling(value: str) -> str:
    """The form in which two spellings are equal: hexadecimal and bech32 mean the same in any case, base58 does not."""
    lower = value.lower()
    bare = lower.removeprefix("0x")
    if bare and all(c in "0123456789abcdef" for c in bare) and (lower.startswith("0x") or len(bare) >= 40):
        return lower
    return lower if lower.startswith(_FOLDED) else value


class Alike(NamedTuple):
    """Where two addresses agree and where they do not: ``head`` + ``middle`` + ``tail`` is the one given."""

    head: str
    middle: str
    other_middle: str
    tail: str


def alike(given: str, other: str) -> Alike | None:
    """Not None when the two differ and both ends that people look at are equal: the mark of address poisoning.

    The head counts from behind what every address of the network begins with (0x, T, bc1q).
    """
    a, b = one_spelling(given.strip()), one_spelling(other.strip())
    if a == b or min(len(a), len(b)) < _SHORTEST:
        return None
    prefix = max((len(p) for p in _PREFIXES if a.startswith(p) and b.startswith(p)), default=0)
    head, tail = _common(a, b), _common(a[::-1], b[::-1])
    tail = min(tail, min(len(a), len(b)) - head)
    if head < prefix + _HEAD or tail < _TAIL:
        return None
    return Alike(given[:head], given[head : len(given) - tail], other[head : len(other) - tail], given[len(given) - tail :])


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))

"""Words as a reader of pictures returns them, mended where it is known to slip: ids over two lines, letters for digits."""

import re

from farol.core.chains import find

_SLIPS = str.maketrans("OoQDlI|ZzSsBg", "0000111225589")
_HEX_LIKE = re.compile(r"(?<![0-9A-Za-z])(?P<zero>[0Oo][xX×])?(?P<body>[0-9A-Fa-fOoQDlI|ZzSsg]{38,66})(?![0-9A-Za-z])")
_LENGTHS = (40, 64)
_BROKEN = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{8,80}) ?\n ?([0-9A-Za-z]{4,80})(?![0-9A-Za-z])")
_MOST_SLIPS = 4


def mend(text: str) -> str:
    """Joins an id that was broken over two lines, and makes hexadecimal ids hexadecimal and lower case.

    A guess is never a fact: what was mended counts only when its checksum agrees or the exchange knows it.
    """
    return _HEX_LIKE.sub(_hex, _BROKEN.sub(_joined, text))


def _joined(found: re.Match[str]) -> str:
    whole = found[1] + found[2]
    plain = _HEX_LIKE.sub(_hex, whole)
    ids = [one for one in find(plain) if one.value == plain and (one.kind == "txid" or one.verdict == "correct")]
    alone = [one for part in (found[1], found[2]) for one in find(part) if one.verdict != "wrong"]
    return whole if ids and not alone else found[0]


def _hex(found: re.Match[str]) -> str:
    body = found["body"]
    if len(body) not in _LENGTHS or (len(body) == 40 and not found["zero"]):
        return found[0]
    slips = sum(c not in "0123456789abcdefABCDEF" for c in body)
    digits = sum(c.isdigit() for c in body)
    if slips > _MOST_SLIPS or digits < len(body) // 4:
        return found[0]
    start = "0x" if found["zero"] else ""
    if slips == 0 and any(one.verdict == "correct" for one in find(start + body)):
        return start + body  # its capitals are its checksum
    return start + body.translate(_SLIPS if slips else {}).lower()

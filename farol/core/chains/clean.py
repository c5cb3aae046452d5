"""Copied text made comparable: full-width and styled letters become plain, invisible characters go."""

import re
import unicodedata
from typing import NamedTuple

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\ufeff]+"
)
_STYLED = [*range(0xFF01, 0xFF5F), 0x3000, *range(0x2460, 0x2469), *range(0x1D400, 0x1D800)]
_PLAIN = {
    code: plain
    for code in _STYLED
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain.isascii()
}
_NEEDS_PLAIN = re.compile("[\u2460-\u2468\u3000\uff01-\uff5e\U0001d400-\U0001d7ff]")


class Cleaned(NamedTuple):
    """``text`` to search in, ``origin`` (None when offsets did not move) and what was changed."""

    text: str
    origin: list[int] | None
    invisible: bool
    styled: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as it was given, for a non-empty span of the cleaned text."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def clean(text: str) -> Cleaned:
    """Plain form of the text. Linear in its length; every change is one character for one or for none."""
    if text.isascii():
        return Cleaned(text, None, False, False)
    styled = bool(_NEEDS_PLAIN.search(text))
    if styled:
        text = text.translate(_PLAIN)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for gap in _INVISIBLE.finditer(text):
        pieces.append(text[last : gap.start()])
        origin.extend(range(last, gap.start()))
        last = gap.end()
    if last == 0:
        return Cleaned(text, None, False, styled)
    pieces.append(text[last:])
    origin.extend(range(last, len(text)))
    return Cleaned("".join(pieces), origin, True, styled)

"""One spelling for listening: what people leave out, double or type otherwise makes no difference.

Width, case and Traditional or Simplified are one, as for search. Beyond that vowels and hamza of Arabic, accents of Latin and Cyrillic letters
and Turkish dots are dropped, since half of those who write in a hurry do without them.
"""

import re
import unicodedata

from farol.kit.text import fold

_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_MARKS = re.compile(r"[\u0300-\u036f\u0640\u064b-\u065f\u0670]")
_ALIKE = str.maketrans({"đ": "d", "ı": "i", "ø": "o", "ł": "l", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "帐": "账"})
_ENDS = re.compile(r"[.!?;…]+(?=\s|$)|[。！？；؟\n]+")
"""Of a clause. A comma ends none: "my coins are gone, it was not me"."""
_BETWEEN = re.compile(r"[^\w$^]+")
_RUN = re.compile(r"(\w)\1{3,}")
"""A letter held down."""


def bare(text: str) -> str:
    """Letters, figures and marks of clauses, in one spelling."""
    sound = text.encode(errors="replace").decode()  # half of a character is none
    plain = fold(sound.translate(_APOSTROPHES))
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", plain))).translate(_ALIKE)
    return _RUN.sub(r"\1", plain)


def clauses(text: str) -> list[str]:
    """Of a text: words between single blanks, each clause with a blank before and behind."""
    parts = [_BETWEEN.sub(" ", part).strip() for part in _ENDS.split(bare(text))]
    return [f" {part} " for part in parts if part]

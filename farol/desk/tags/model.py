"""What a tag is."""

import re
import unicodedata

import msgspec

from .problems import NotATag

LONGEST = 40
"""Characters of a tag."""
MOST = 30
"""Tags on one ticket."""
_GAP = re.compile(r"[\s\-‐-―]+")
_ALSO = "-_.:/+&#"
"""What a tag may hold beside letters, marks and digits of any script."""


class Tag(msgspec.Struct, frozen=True):
    """A word in use. used: how many tickets carry it."""

    id: int
    word: str
    used: int


class Known(msgspec.Struct, frozen=True):
    """A word as it stands now. became: what it is called since it was renamed. retired: not to be added any more."""

    word: str
    became: str | None
    retired: bool


def word(text: str) -> str:
    """The one spelling of a tag: lower case, compatible forms folded, gaps as hyphens. Raises NotATag."""
    plain = _GAP.sub("-", unicodedata.normalize("NFKC", text).lower().strip().lstrip("#")).strip("-")
    letters = [each for each in plain if unicodedata.category(each)[0] in "LMN"]
    if not 0 < len(plain) <= LONGEST or not letters or any(
            unicodedata.category(each)[0] not in "LMN" and each not in _ALSO for each in plain):
        raise NotATag(word=text[:LONGEST], most=LONGEST)
    return plain

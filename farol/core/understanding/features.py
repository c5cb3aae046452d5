"""What of a text counts: words, runs and pairs of words, and runs of characters within words.

The search index's folding is used, so width, case, invisible characters and Traditional or Simplified make no difference. Where a script
has no spaces, a character (or a written syllable) stands for a word.
"""

import re
from collections import Counter
from itertools import chain, pairwise

from farol.kit.text import fold, runs, units

MOST = 2_000
"""Characters of a text that are read: who writes more has said the matter by then."""
TOGETHER = 30
"""Words from the first of which pairs in any order are made: a question is short."""
APART = 8
"""How far apart the two words of such a pair may stand. Further gains nothing on BANKING77 and costs a tenth of all pieces."""
LONG_NUMBER = 5
LONG_ID = 20
SHORTEST, LONGEST = 2, 4
"""Characters of a run within a word; the blanks around the word are counted with it."""
NUMBER = "#"
_DIGIT = re.compile(r"\d")


class Pieces:
    """How often each piece stands in one text, by the two kinds that are weighed apart."""

    __slots__ = ("letters", "words")

    def __init__(self, words: Counter[str], letters: Counter[str]) -> None:
        self.words, self.letters = words, letters


def pieces(text: str) -> Pieces:
    """The same for the same text always; empty for a text without letters and figures."""
    stretches, words = _read(text)
    near = [f"{one} {two}" for one, two in pairwise(words)]
    near += [f"{one} {two} {three}" for one, two, three in zip(words, words[1:], words[2:], strict=False)]
    first = words[:TOGETHER]
    apart = {f"{min(one, two)}&{max(one, two)}" for place, one in enumerate(first) for two in first[place + 2 : place + 1 + APART] if one != two}
    return Pieces(Counter(chain(words, near, apart)), Counter(_letters(stretches)))


def _read(text: str) -> tuple[list[str], list[str]]:
    """The text's stretches, and its words."""
    stretches, words = [], []
    sound = text[:MOST].encode(errors="replace").decode()  # half of a character is none
    for kind, run in runs(fold(sound)[:MOST]):
        if kind != "word":
            stretches.append(run)
            words += units(kind, run)
        elif run.isdecimal() and len(run) >= LONG_NUMBER:
            words.append(NUMBER)  # an order, an amount: which one says nothing about the matter
        elif len(run) < LONG_ID or not _DIGIT.search(run):  # else a hash or an address
            stretches.append(run)
            words.append(run)
    return stretches, words


def _letters(stretches: list[str]) -> list[str]:
    found: list[str] = []
    for stretch in stretches:
        framed = f" {stretch} "
        for size in range(SHORTEST, LONGEST + 1):
            found += [framed[at : at + size] for at in range(len(framed) - size + 1)]
    return found

"""Slips of the finger: the known words that one letter, or in long words two, turn into what was typed."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

SHORTEST, LONGEST = 5, 24
"""Letters of a word that is corrected: shorter ones are near to too many, longer ones are none."""
SHORTEST_TWICE = 8
"""Letters of a word that may have two slips."""
SAME_START = 2
"""Letters at the beginning that are right in a word with two slips; people rarely miss those."""
MOST_LOOKED_AT = 1_500
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = "áàâãäçéèêëíìîïñóòôõöúùûüýß"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїє"


def slips(word: str, known: Callable[[str], bool], words: Sequence[str]) -> list[str]:
    """Known words near to one that is not. words: all of them in order. Few hundred look-ups, whatever the size of the vocabulary."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return []
    found = sorted({other for other in _one_away(word) if len(other) >= SHORTEST and known(other)})
    return found or (_two_away(word, words) if len(word) >= SHORTEST_TWICE else [])


def _one_away(word: str) -> set[str]:
    letters = _LATIN if word.isascii() else _CYRILLIC if "\u0400" <= word[0] <= "\u04ff" else _LATIN + _ACCENTED
    found: set[str] = set()
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        found.update(left + letter + right for letter in letters)
        if right:
            found.add(left + right[1:])
            found.update(left + letter + right[1:] for letter in letters)
        if len(right) > 1:
            found.add(left + right[1] + right[0] + right[2:])
    found.discard(word)
    return found


def _two_away(word: str, words: Sequence[str]) -> list[str]:
    at, start = bisect_left(words, word[:SAME_START]), word[:SAME_START]
    found, letters = [], set(word)
    for other in words[at : at + MOST_LOOKED_AT]:
        if not other.startswith(start):
            break
        # Two slips change four letters at most: that is quickly seen, and leaves few words to be measured.
        if abs(len(other) - len(word)) <= 2 and len(letters ^ set(other)) <= 4 and distance(word, other) <= 2:
            found.append(other)
    return found


def distance(one: str, other: str) -> int:
    """How many letters were added, dropped, changed or swapped with their neighbours."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]

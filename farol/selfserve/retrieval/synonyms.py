"""Words that mean the same to people who look for help: within a language, across languages, and in both scripts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from farol.kit import text

from .shipped import GROUPS
from .terms import folded, is_stem, terms

MOST_WORDS = 4
"""Words of one phrase in a language with spaces."""
HOLLOW = frozenset({"not", "top", "up", "out", "how", "no"})
"""Words that mean something only beside another one."""
Phrases = tuple[tuple[str, ...], ...]


class Synonyms:
    """Groups of phrases, ready to be looked up."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._means: list[Phrases] = []
        self._spaced: dict[str, list[int]] = defaultdict(list)
        self._unspaced: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            phrases = [folded(phrase) for phrase in group]
            self._means.append(tuple(dict.fromkeys(held for phrase in phrases if (held := tuple(filter(_tells, terms(phrase)))))))
            for phrase in phrases:
                runs = list(text.runs(phrase))
                if all(kind == "word" for kind, _ in runs):
                    self._spaced[" ".join(run for _, run in runs)].append(number)
                else:
                    self._unspaced["".join(run for _, run in runs)].append(number)
        self._lengths = sorted({len(phrase) for phrase in self._unspaced if phrase})

    def also(self, asked: str) -> Iterator[tuple[list[str], Phrases]]:
        """For each phrase of a folded question that has synonyms: its own terms, and the terms of each that means the same."""
        runs = list(text.runs(asked))
        words = [run for kind, run in runs if kind == "word"]
        for size in range(1, MOST_WORDS + 1):
            for at in range(len(words) - size + 1):
                yield from self._of(" ".join(words[at : at + size]), self._spaced)
        # 充u, 提usdt: a phrase may hold both kinds, so stretches are looked for in the question without its blanks.
        whole = "".join(run for _, run in runs)
        for length in self._lengths:
            for at in range(len(whole) - length + 1):
                yield from self._of(whole[at : at + length], self._unspaced)

    def _of(self, phrase: str, known: Mapping[str, list[int]]) -> Iterator[tuple[list[str], Phrases]]:
        for number in known.get(phrase, ()):
            yield terms(phrase), self._means[number]


class Group(msgspec.Struct, frozen=True):
    """Phrases that mean the same. key: what it is edited by; shipped: it comes with the product; changed: by this installation."""

    key: str
    words: list[str]
    shipped: bool
    changed: bool


def effective(own: Mapping[str, list[str]]) -> list[Group]:
    """The shipped groups with this installation's own in their place and beside them. An own group without words switches one off."""
    shipped = [Group(key, own.get(key, list(words)), shipped=True, changed=key in own) for key, words in GROUPS.items()]
    return shipped + [Group(key, words, shipped=False, changed=True) for key, words in sorted(own.items()) if key not in GROUPS]


def _tells(term: str) -> bool:
    return len(term) > 1 and not is_stem(term) and term not in HOLLOW

"""From pieces to numbers: term frequency by inverse document frequency, each kind of piece brought to length one."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from .features import Pieces

Floats = NDArray[np.float32]
Places = NDArray[np.int32]


class Vocabulary:
    """The pieces of one kind that are known, each with its weight. start: the place of the first among all kinds."""

    def __init__(self, known: Sequence[str], weights: Floats, start: int) -> None:
        self.known, self.weights, self._start = known, weights, start
        self._places = {piece: place for place, piece in enumerate(known)}

    @classmethod
    def of(cls, counted: Iterable[Counter[str]], least: int, start: int) -> "Vocabulary":
        """Learns which pieces stand in at least so many texts."""
        texts, found = 0, Counter[str]()
        for one in counted:
            texts += 1
            found.update(one.keys())
        known = sorted(piece for piece, times in found.items() if times >= least)
        seen = np.fromiter((found[piece] for piece in known), np.float64, len(known))
        return cls(known, (np.log((1 + texts) / (1 + seen)) + 1).astype(np.float32), start)

    def places(self, counted: Counter[str]) -> dict[int, int]:
        """The known pieces of one text as places among their own kind, with how often each stands there."""
        find = self._places.get
        return {place: times for piece, times in counted.items() if (place := find(piece)) is not None}

    def vector(self, counted: Counter[str]) -> tuple[Places, Floats]:
        """The known pieces of one text: their places among all kinds, rising, and their values. Both empty when none is known."""
        here = self.places(counted)
        if not here:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        places, times = np.fromiter(here.keys(), np.int32, len(here)), np.fromiter(here.values(), np.float32, len(here))
        rising = places.argsort()
        places, times = places[rising], times[rising]
        values = (1 + np.log(times)) * self.weights[places]
        return (places + self._start).astype(np.int32), (values / np.sqrt(values @ values)).astype(np.float32)


class Vocabularies:
    """Both kinds. Words come first."""

    def __init__(self, words: Vocabulary, letters: Vocabulary) -> None:
        self.words, self.letters = words, letters

    def __len__(self) -> int:
        return len(self.words.known) + len(self.letters.known)

    @classmethod
    def of(cls, texts: Sequence[Pieces], least: int) -> "Vocabularies":
        """Learns both from the same texts."""
        words = Vocabulary.of((one.words for one in texts), least, 0)
        return cls(words, Vocabulary.of((one.letters for one in texts), least, len(words.known)))

    def vector(self, text: Pieces) -> tuple[Places, Floats]:
        """One text as places and values."""
        (first, one), (second, two) = self.words.vector(text.words), self.letters.vector(text.letters)
        return np.concatenate((first, second)), np.concatenate((one, two))

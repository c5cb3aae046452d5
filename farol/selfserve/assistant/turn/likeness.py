"""How alike two texts are by their characters: what stands in every text counts little, what is rare counts much."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log, sqrt

from farol.selfserve.retrieval.terms import folded

SIZES = (1, 2, 3, 4)
LONGEST = 400
"""Characters of a text that are compared."""
COMMON, FEW = 0.2, 20
"""Share of the known texts, and how many of them at least, that a piece stands in which tells nothing."""
Vector = dict[str, float]


class Likeness:
    """Cosines with known texts, which say what is rare. Thread-safe to read."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """known: (name, text) pairs; a name may have several texts, and is as alike as the nearest of them."""
        pairs = [(name, _pieces(text)) for name, text in known]
        seen = Counter(piece for _, pieces in pairs for piece in pieces)
        self._unseen = log(1 + len(pairs)) + 1
        self._rare = {piece: log((1 + len(pairs)) / (1 + n)) + 1 for piece, n in seen.items()}
        self._names = [name for name, _ in pairs]
        self._holds: dict[str, list[tuple[int, float]]] = {}
        # What stands nearly everywhere tells nothing and would cost most of the time.
        common = {piece for piece, n in seen.items() if n > max(COMMON * len(pairs), FEW)}
        for place, (_, pieces) in enumerate(pairs):
            for piece, weight in self._vector(pieces).items():
                if piece not in common:
                    self._holds.setdefault(piece, []).append((place, weight))

    def to(self, text: str) -> dict[str, float]:
        """How alike a text is to each name, 0 to 1; names that share nothing with it are left out."""
        sums: dict[int, float] = {}
        for piece, weight in self._vector(_pieces(text)).items():
            for place, held in self._holds.get(piece, ()):
                sums[place] = sums.get(place, 0.0) + weight * held
        best: dict[str, float] = {}
        for place, value in sums.items():
            name = self._names[place]
            if value > best.get(name, 0.0):
                best[name] = value
        return best

    def _vector(self, pieces: Counter[str]) -> Vector:
        weights = {piece: (1 + log(n)) * self._rare.get(piece, self._unseen) for piece, n in pieces.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}


def _pieces(text: str) -> Counter[str]:
    """Runs of characters within words, single ones where each is a word, and words with the one before."""
    words = folded(text[:LONGEST]).split()
    counted: Counter[str] = Counter()
    for word in words:
        framed = f" {word} "
        counted.update(framed[at : at + size] for size in SIZES for at in range(len(framed) - size + 1) if size > 1 or framed[at] > "\u3000")
    counted.update(f"{one} {other}" for one, other in pairwise(words))
    return counted

"""How likely a candidate is the answer: a logistic fusion of four signs. Weights and how they were found: ``gate.json``.

lexical: for a question in a language that has articles of its own. bare: where only the reason speaks for an article.
"""

from functools import lru_cache
from importlib.resources import files
from math import exp, sqrt

import msgspec

from farol.selfserve.retrieval.terms import folded

ANSWER, OFFER = 0.9, 0.5
"""From here on a passage is quoted; from here on candidates are offered."""
SIZES = (2, 3, 4)


class Signs(msgspec.Struct, frozen=True):
    """share: of the candidate's score of all scores found. lead: how far it is before the second, 0 to 1. alike: cosine of its title and
    known questions with what was asked. prior: the intent model's share for it. covered: the share of the question it is about."""

    share: float
    lead: float
    alike: float
    prior: float
    covered: float

    def row(self) -> tuple[float, ...]:
        """The signs in the order of the weights."""
        return (self.share, self.lead, self.alike, self.prior, self.covered, self.alike * self.prior, self.covered * self.share)


class Weights(msgspec.Struct, frozen=True):
    """One logistic function. bias and one weight for each of ``Signs.row``."""

    bias: float
    weights: tuple[float, ...]

    def believed(self, signs: Signs) -> float:
        """The probability that it is the answer."""
        of = self.bias + sum(weight * value for weight, value in zip(self.weights, signs.row(), strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, of))))


class Gate(msgspec.Struct, frozen=True):
    """learnt: what the weights were found on, in words."""

    lexical: Weights
    bare: Weights
    learnt: str


@lru_cache
def gate() -> Gate:
    """The weights that come with the product."""
    return msgspec.json.decode(files(__package__).joinpath("gate.json").read_bytes(), type=Gate)


@lru_cache(maxsize=4096)
def grams(text: str) -> dict[str, float]:
    """Runs of characters within words, as a vector of length one."""
    counted: dict[str, float] = {}
    for word in folded(text[:400]).split():
        framed = f" {word} "
        for size in SIZES:
            for at in range(len(framed) - size + 1):
                piece = framed[at : at + size]
                counted[piece] = counted.get(piece, 0.0) + 1.0
    length = sqrt(sum(value * value for value in counted.values())) or 1.0
    return {piece: value / length for piece, value in counted.items()}


def alike(one: str, other: str) -> float:
    """The cosine of two texts' characters, 0 to 1."""
    less, more = sorted((grams(one), grams(other)), key=len)
    return sum(value * more.get(piece, 0.0) for piece, value in less.items())

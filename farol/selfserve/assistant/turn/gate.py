"""How likely a candidate is the answer: a logistic fusion of four signs. Weights and how they were found: ``gate.json``.

lexical: for a question in a language that has articles of its own. bare: where only the reason speaks for an article.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp

import msgspec

ANSWER, OFFER = 0.8, 0.5
"""From here on a passage is quoted, where search and the reason agree on it (``Candidate.certain``); from here on candidates are offered."""


class Signs(msgspec.Struct, frozen=True):
    """share: of the candidate's score of all scores found. lead: how far its score is before the best other, 0 to 1. alike: cosine of its title
    and known questions with what was asked; ahead: how far that is before the best other, less than 0 behind it. prior: the intent model's
    share for it. covered: the share of the question that search found. agreed: how many of score, likeness and model put it first, of three.
    """

    share: float
    lead: float
    alike: float
    ahead: float
    prior: float
    covered: float
    agreed: float

    def row(self) -> tuple[float, ...]:
        """The signs in the order of the weights."""
        return (
            self.share, self.lead, self.alike, self.ahead, self.prior, self.covered, self.agreed, self.alike * self.prior, self.share * self.prior)


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


def compare(scores: Mapping[str, float], near: Mapping[str, float], priors: Mapping[str, float], covered: float) -> dict[str, Signs]:
    """The signs of candidates beside each other; every name of ``near`` is one."""
    total = sum(scores.values()) or 1.0
    made = {}
    for name, alike_ in near.items():
        score = scores.get(name, 0.0)
        lead = max(0.0, (score - _best(scores, name)) / score) if score else 0.0
        ahead = alike_ - _best(near, name)
        agreed = (lead > 0) + (ahead > 0) + (priors.get(name, 0.0) > _best(priors, name))
        made[name] = Signs(score / total, lead, alike_, ahead, priors.get(name, 0.0), covered if score else 0.0, agreed / 3)
    return made


def _best(of: Mapping[str, float], but: str) -> float:
    return max((value for name, value in of.items() if name != but), default=0.0)

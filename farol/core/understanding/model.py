"""What a text is about, by words alone: a linear model over its pieces, with shares that can be believed. Inference needs numpy only."""

from functools import cached_property
from typing import NamedTuple

import msgspec
import numpy as np

from .features import pieces
from .vectors import Floats, Vocabularies

OUT = ""
"""The label of a text that is about nothing the product knows."""
EVERY = "*"
"""The limit for a language without one of its own."""


class Scored(NamedTuple):
    """A reason and its share, 0 to 1; all shares of a text together are 1."""

    code: str
    p: float


class Understood(msgspec.Struct, frozen=True):
    """reasons: best first. family: the one with the largest share of all its reasons, empty where nothing was understood.
    out_of_scope: whether the text is about something else; the shares mean nothing then. scope: what that was judged by, higher is
    nearer to known matters. alarms: reasons that must not be missed and may be meant, although others have larger shares: worth a question.
    sure: those of them that are acted on without one.
    """

    reasons: list[Scored]
    family: str
    out_of_scope: bool
    scope: float = 0.0
    alarms: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()


class Row(NamedTuple):
    """A sentence whose label is known."""

    language: str
    label: str
    text: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What a model is and how it was made.

    labels: in the order of the weights, ``OUT`` among them where the model saw such rows. temperature: divides margins before they become
    shares. limits: by language, the scope below which a text is out of scope. alarms: label to the share from which it is one.
    rows: by language, what it learnt from. digest: of those rows. held: figures on the rows that temperature and limits were set on.
    """

    labels: list[str]
    temperature: float
    limits: dict[str, float]
    alarms: dict[str, float]
    rows: dict[str, int]
    digest: str
    held: dict[str, float]
    made_with: dict[str, str]


class Model:
    """weights: a row for each piece, a column for each label. Never changes, so threads may share it."""

    def __init__(self, card: Card, known: Vocabularies, weights: Floats, bias: Floats) -> None:
        self.card, self.known, self.weights, self.bias = card, known, weights, bias

    def margins(self, text: str) -> Floats | None:
        """How far the text lies on each label's side, in the card's order; None when no piece of it is known."""
        places, values = self.known.vector(pieces(text))
        if not len(places):
            return None
        return np.asarray(values @ self.weights[places].astype(np.float32) + self.bias, np.float32)

    @cached_property
    def inside(self) -> list[str]:
        """The labels that are matters."""
        return [label for label in self.card.labels if label != OUT]

    @cached_property
    def _columns(self) -> list[int]:
        return [place for place, label in enumerate(self.card.labels) if label != OUT]

    @cached_property
    def _outside(self) -> int | None:
        return self.card.labels.index(OUT) if OUT in self.card.labels else None

    def understand(self, text: str, language: str = "und") -> Understood:
        """Never fails, whatever the text. language: BCP 47, only chooses the limit of scope."""
        margins = self.margins(text)
        if margins is None:
            return Understood([], "", True)
        of = margins[self._columns]
        shares = softened(of, self.card.temperature)
        reasons = [Scored(self.inside[place], float(shares[place])) for place in np.argsort(-shares, kind="stable")]
        near = scope(of, None if self._outside is None else float(margins[self._outside]))
        limit = self.card.limits.get(language, self.card.limits[EVERY])
        alarms = tuple(one.code for one in reasons if one.p >= self.card.alarms.get(one.code, 2.0))
        return Understood(reasons, _family(reasons), near < limit, near, alarms)


def softened(margins: Floats, temperature: float) -> Floats:
    """Margins as shares, along the last axis."""
    raised = np.exp((margins - margins.max(-1, keepdims=True)) / temperature)
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def scope(inside: Floats, outside: float | None) -> float:
    """How near a text is to the nearest matter, less how near to what is none. Measured best of seven on CLINC150."""
    return float(inside.max()) - (outside or 0.0)


def family_of(label: str) -> str:
    """``dep`` of ``dep.missing_memo``."""
    return label.partition(".")[0]


def _family(reasons: list[Scored]) -> str:
    shares: dict[str, float] = {}
    for one in reasons:
        shares[family_of(one.code)] = shares.get(family_of(one.code), 0.0) + one.p
    return max(shares, key=shares.__getitem__)

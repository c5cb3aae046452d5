"""Making a model from sentences. Only here is scikit-learn needed.

First from nine tenths, to learn on the last tenth how far shares can be believed and where the product's matters end; then from everything.
The tenth is chosen by the sentences themselves, so the order of rows changes nothing.
"""

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from .calibrating import Held, held_of
from .features import Pieces, pieces
from .model import OUT, Card, Model, Row
from .vectors import Floats, Vocabularies, Vocabulary

LEAST = 2
"""Texts a piece has to stand in."""
COST, TOLERANCE = 1.0, 0.3
"""Of liblinear: the price of a wrong side, and when it stops. Closer costs time and gained nothing on BANKING77 (90.8 % at 0.1, 90.9 % at 0.3, the same tenth)."""
HELD = 10
"""One row of so many of each label and language is held back."""
FEWEST = 2
"""Labels a model tells apart."""


class TooLittle(Exception):
    """The rows are not enough to learn from; the message says why."""


def train(
    rows: Iterable[Row], held: Sequence[Row] | None = None, alarms: Iterable[str] = (), counts: Mapping[Row, float] | None = None,
) -> Model:
    """A model of these rows; ``OUT`` rows are about nothing known. Raises ``TooLittle``.

    held: what temperature and limits are set on; they are taken from the rows themselves where None. alarms: labels that must not be missed.
    counts: how much a row counts where that is not 1.
    """
    learning = _Learning(rows, counts)
    if held is None:
        fit, back = parted(learning.rows)
        if {row.label for row in fit} != set(learning.labels):
            raise TooLittle("a label has too few rows to hold any back")
        trial = learning.model(frozenset(fit))
        return learning.model(judged=held_of(learning.labels, _margins(trial, back), back, alarms))
    if not any(row.label in learning.labels and row.label != OUT for row in held):
        raise TooLittle("no row of a known label to set the limits on")
    trial = learning.model()
    return learning.told(trial, held_of(learning.labels, _margins(trial, held), held, alarms))


def fit(rows: Iterable[Row]) -> Model:
    """A model whose order of reasons is right and whose shares and limits mean nothing: half the work, for figures over many parts."""
    return _Learning(rows).model()


def parted(rows: Iterable[Row], part: int = 0, parts: int = HELD) -> tuple[list[Row], list[Row]]:
    """Rows to learn from and rows held back: of each label and language one of so many, the same for the same rows in any order."""
    alike: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        alike[row.label, row.language].append(row)
    fit: list[Row] = []
    back: list[Row] = []
    for those in alike.values():
        for place, row in enumerate(sorted(those, key=_mixed)):
            (back if place % parts == part else fit).append(row)
    return fit, back


def _mixed(row: Row) -> bytes:
    return hashlib.sha256("\n".join(row).encode(errors="surrogatepass")).digest()


class _Learning:
    """The rows as numbers, once for every fit. Which pieces are known, and their weights, come from all rows; labels play no part in that."""

    def __init__(self, rows: Iterable[Row], counts: Mapping[Row, float] | None = None) -> None:
        # The solver walks rows in an order drawn by place: those of one label must not stand together.
        self.rows = sorted(set(rows), key=_mixed)
        self.labels = sorted({row.label for row in self.rows})
        if len([label for label in self.labels if label != OUT]) < FEWEST:
            raise TooLittle(f"{len(self.rows)} rows of {len(self.labels)} labels; wanted at least {FEWEST} labels")
        texts = [pieces(row.text) for row in self.rows]
        self.known = Vocabularies.of(texts, LEAST)
        self._matrix = _matrix(self.known, texts)
        places = {label: place for place, label in enumerate(self.labels)}
        self._wanted = np.array([places[row.label] for row in self.rows])
        self._counts = np.array([counts.get(row, 1.0) for row in self.rows]) if counts else None

    def model(self, only: frozenset[Row] | None = None, judged: Held | None = None) -> Model:
        """Learns from these rows, or all."""
        from sklearn.svm import LinearSVC  # type: ignore[import-untyped]  # half a second, and no process that only reads needs it

        taken = np.array([only is None or row in only for row in self.rows])
        counts = None if self._counts is None else self._counts[taken]
        fitted = LinearSVC(C=COST, tol=TOLERANCE, random_state=0).fit(self._matrix[taken], self._wanted[taken], sample_weight=counts)
        weights, bias = np.asarray(fitted.coef_), np.asarray(fitted.intercept_)
        if len(self.labels) == FEWEST:  # liblinear answers with one side only
            weights, bias = np.concatenate((-weights, weights)), np.concatenate((-bias, bias))
        weights, bias = np.ascontiguousarray(weights.T, np.float16), bias.astype(np.float32)
        return Model(self._card(judged or Held()), self.known, weights, bias)

    def told(self, model: Model, judged: Held) -> Model:
        """The same weights with what was set on rows held back."""
        return Model(self._card(judged), model.known, model.weights, model.bias)

    def _card(self, judged: Held) -> Card:
        return Card(
            labels=self.labels, temperature=judged.temperature, limits=judged.limits, alarms=judged.alarms,
            rows=dict(sorted(Counter(row.language for row in self.rows).items())), digest=digest_of(self.rows), held=judged.figures,
            made_with={name: version(name) for name in ("numpy", "scikit-learn")},
        )  # fmt: skip


def _matrix(known: Vocabularies, texts: Sequence[Pieces]) -> Any:
    """The vectors of all texts as rows: what ``Vocabularies.vector`` says of each."""
    from scipy.sparse import hstack  # type: ignore[import-untyped]

    return hstack([_side(known.words, [text.words for text in texts]), _side(known.letters, [text.letters for text in texts])], format="csr")


def _side(known: Vocabulary, counted: Sequence[Counter[str]]) -> Any:
    from scipy.sparse import csr_matrix

    found, times, ends = array("i"), array("d"), array("q", [0])
    for one in counted:
        here = known.places(one)
        found.extend(here)
        times.extend(here.values())
        ends.append(len(found))
    places, each = np.array(found, np.int32), np.diff(np.array(ends))
    values = (1 + np.log(np.array(times))) * known.weights[places]
    rows = np.repeat(np.arange(len(counted)), each)
    values /= np.sqrt(np.bincount(rows, values * values, len(counted)))[rows]
    made = csr_matrix((values, places, np.array(ends)), shape=(len(counted), len(known.known)))
    made.sort_indices()  # sums are then the same in every process
    return made


def _margins(model: Model, rows: Sequence[Row]) -> Floats:
    """A row of margins for each text; one of which nothing is known has the bias alone."""
    found = [model.margins(row.text) for row in rows]
    return np.array([model.bias if of is None else of for of in found], np.float32)


def digest_of(rows: Iterable[Row]) -> str:
    """What rows are the same rows, in any order."""
    whole = hashlib.sha256()
    for row in sorted(set(rows)):
        whole.update(_mixed(row))
    return whole.hexdigest()


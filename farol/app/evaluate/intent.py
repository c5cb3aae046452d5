"""Whether the understanding model finds the label of a sentence: on a test file, or on each tenth of the training file by a model of the rest."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from farol.core.understanding import Model, Row
from farol.core.understanding.training import TooLittle, fit, parted, train

from .labelled import read
from .pairs import Unreadable

FOLDS = 10


class Found(msgspec.Struct, frozen=True):
    """accuracy: share of the asked whose label came first. p50_ms, p95_ms: one sentence understood, milliseconds. train_s: a whole training
    on all rows, with setting temperature and limits; train_cpu_s: what of it this process was given. how: ``test`` or ``10-fold``.
    """

    accuracy: float
    p50_ms: float
    p95_ms: float
    train_s: float
    train_cpu_s: float
    how: str
    rows: int
    labels: int
    asked: int

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "intent", **msgspec.to_builtins(self)}

    def sentences(self) -> str:
        """For eyes."""
        return (f"accuracy {self.accuracy:.2%} ({self.how}) of {self.asked} sentences and {self.labels} labels; one is understood in {self.p50_ms:.2f} ms, "
                f"95 of 100 within {self.p95_ms:.2f} ms; trained on {self.rows} rows in {self.train_s:.1f} s ({self.train_cpu_s:.1f} s of a core)")  # fmt: skip

    def missed(self, least: float) -> str:
        """What is below the share asked for, in words; empty when nothing is."""
        return "" if self.accuracy >= least else f"accuracy >= {least:g}"


def run(files: Iterable[Path]) -> Found:
    """files: to train on, and to ask where there is a second. Raises ``Unreadable``."""
    learnt, *rest = files
    rows = read(learnt)
    try:
        started, used = time.perf_counter(), time.process_time()
        model = train(rows)
        took, used = time.perf_counter() - started, time.process_time() - used
        asked, how = (read(rest[0]), "test") if rest else (rows, f"{FOLDS}-fold")
        right = hits(model, asked) if rest else sum(hits(fit(part), back) for part, back in (parted(rows, n, FOLDS) for n in range(FOLDS)))
    except TooLittle as error:
        raise Unreadable(f"{learnt}: {error}") from error
    each = times_ms(model, asked[:: max(1, len(asked) // 2_000)])
    return Found(
        round(right / len(asked), 4), round(float(np.quantile(each, 0.5)), 3), round(float(np.quantile(each, 0.95)), 3), round(took, 2), round(used, 2),
        how, len(rows), len(model.inside), len(asked),
    )  # fmt: skip


def hits(model: Model, rows: Sequence[Row]) -> int:
    """How many rows' labels the model puts first."""
    found = (model.understand(row.text, row.language).reasons for row in rows)
    return sum(bool(reasons) and reasons[0].code == row.label for reasons, row in zip(found, rows, strict=True))


def times_ms(model: Model, rows: Sequence[Row]) -> list[float]:
    """How long each row took to understand, in milliseconds."""
    found = []
    for row in rows:
        started = time.perf_counter()
        model.understand(row.text, row.language)
        found.append((time.perf_counter() - started) * 1000)
    return found

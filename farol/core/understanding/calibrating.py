"""What only rows can tell that the model did not learn from: how far shares can be believed, where matters end, when to ring the alarm."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from .model import EVERY, OUT, Row, scope, softened
from .vectors import Floats

CAUGHT = 0.85
"""Share of rows about something else that the limit stops: a little above what is promised, for the next ones will not be the same."""
REFUSED = 0.08
"""Of one language's own matters no more than this share may be taken for something else."""
ENOUGH = 20
"""Rows of a language from which it has a limit of its own."""
HEARD = 0.99
"""Share of an alarm's rows that ring it."""
LEAST_ALARM, MOST_ALARM = 0.04, 0.25
"""Shares between which the alarm is set. Below the first false rings grow by a half and hardly more is heard (``CARD.md``); a quarter rings
even where few rows make it look easy."""
TEMPERATURES = np.geomspace(0.1, 2.0, 61)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """As in ``Card``."""

    temperature: float = 1.0
    limits: dict[str, float] = msgspec.field(default_factory=lambda: {EVERY: 0.0})
    alarms: dict[str, float] = {}
    figures: dict[str, float] = {}


def held_of(labels: list[str], margins: Floats, rows: Sequence[Row], alarms: Iterable[str] = ()) -> Held:
    """Everything that is set on rows held back. margins: a row for each, a column for each label."""
    columns = [place for place, label in enumerate(labels) if label != OUT]
    inside = [label for label in labels if label != OUT]
    known = np.array([row.label in inside for row in rows])
    of = margins[:, columns]
    wanted = np.array([inside.index(row.label) for row in rows if row.label in inside])
    temperature = _temperature(of[known], wanted)
    near = np.array([scope(one[columns], float(one[labels.index(OUT)]) if OUT in labels else None) for one in margins])
    limits = _limits(near, known, [row.language for row in rows])
    shares = softened(of, temperature)
    right = of[known].argmax(1) == wanted
    taken = np.array([score >= limits.get(row.language, limits[EVERY]) for score, row in zip(near, rows, strict=True)])
    figures = {"rows": float(len(rows)), "accuracy": float(right.mean()), "accuracy_in_scope": float((right & taken[known]).mean())}
    if not known.all():
        figures["out_of_scope_recall"] = float(1 - taken[~known].mean())
    return Held(
        temperature=temperature, limits=limits, figures={name: round(value, 4) for name, value in figures.items()},
        alarms={label: _alarm(shares[np.array([row.label == label for row in rows]), inside.index(label)]) for label in alarms if label in inside},
    )  # fmt: skip


def _temperature(margins: Floats, wanted: NDArray[np.int64]) -> float:
    """The one under which what was right had the largest likelihood."""
    rows = np.arange(len(wanted))
    losses = [-np.log(np.maximum(softened(margins, float(one))[rows, wanted], 1e-9)).mean() for one in TEMPERATURES]
    return round(float(TEMPERATURES[int(np.argmin(losses))]), 6)


def _limits(near: NDArray[np.float64], known: NDArray[np.bool_], languages: list[str]) -> dict[str, float]:
    """By rows about something else where there are any, and never above what a language can bear."""
    limit = float(np.quantile(near[~known], CAUGHT)) if not known.all() else float(np.quantile(near[known], REFUSED))
    found = {EVERY: round(limit, 6)}
    of: dict[str, list[float]] = defaultdict(list)
    for score, inside, language in zip(near, known, languages, strict=True):
        if inside:
            of[language].append(float(score))
    if len(of) > 1:
        found |= {
            language: round(min(limit, float(np.quantile(scores, REFUSED))), 6) for language, scores in sorted(of.items()) if len(scores) >= ENOUGH
        }
    return found


def _alarm(shares: Floats) -> float:
    return round(min(MOST_ALARM, max(LEAST_ALARM, float(np.quantile(shares, 1 - HEARD)))), 6) if len(shares) else LEAST_ALARM

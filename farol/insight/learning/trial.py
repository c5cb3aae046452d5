"""A training with its judgement, in a process of its own: ``python -m farol.insight.learning.trial FOLDER``, below everything else in turn.

FOLDER holds ``asked.json``; left there are ``told.json`` and the model's two files.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from farol.core.understanding import Model, Row, shelf
from farol.core.understanding.rows import ALARMS, held, own
from farol.core.understanding.training import digest_of, parted, train

from .choosing import chosen, mark
from .judging import shadow
from .model import Label, Shadow

ASKED, TOLD = "asked.json", "told.json"


class Asked(msgspec.Struct, frozen=True):
    """labels: all there are. judged: digests of frozen sentences on which the product's own model was judged before. last: digest of the
    newest model, which is not made twice."""

    labels: list[Label]
    judged: list[str]
    last: str


class Told(msgspec.Struct, frozen=True):
    """What came of it. made: false where there was nothing new. base: how the product's own sentences do, where that was not known.
    labels: sentences from people by language; sentences: their marks."""

    made: bool
    digest: str
    frozen: str
    shadow: Shadow | None = None
    base: Shadow | None = None
    labels: dict[str, int] = {}
    sentences: list[str] = []


def run(asked: Asked, sentences: Sequence[Row], apart: Sequence[Row], alarms: Sequence[str] = ALARMS) -> tuple[Told, Model | None]:
    """Trains on the sentences and what was chosen of the labels.

    Judged is a model that learnt from nine tenths of the sentences and the same labels, on the last tenth and on those written apart; what is
    handed back learnt from all sentences. So no figure comes from a sentence that was learnt.
    """
    fit, back = parted(sentences)
    frozen_rows = [*back, *apart]
    known = {row.text for row in frozen_rows}
    counts = {row: times for row, times in chosen(asked.labels).items() if row.text not in known}
    digest, frozen = digest_of([*sentences, *counts]), digest_of(frozen_rows)
    if not counts or digest == asked.last:
        return Told(False, digest, frozen), None
    base = None if frozen in asked.judged else shadow(_trained(fit, {}, back, alarms), frozen_rows, alarms)
    found = shadow(_trained(fit, counts, back, alarms), frozen_rows, alarms)
    model = train([*sentences, *counts], alarms=alarms, counts=counts)
    languages: dict[str, int] = {}
    for row in counts:
        languages[row.language] = languages.get(row.language, 0) + 1
    return Told(True, digest, frozen, found, base, dict(sorted(languages.items())), sorted({mark(row.text) for row in counts})), model


def _trained(fit: Sequence[Row], counts: Mapping[Row, float], back: Sequence[Row], alarms: Sequence[str]) -> Model:
    return train([*fit, *counts], held=back, alarms=alarms, counts=counts)


def main(folder: Path) -> None:
    """Reads what is asked and leaves what came of it."""
    os.nice(19)
    asked = msgspec.json.decode((folder / ASKED).read_bytes(), type=Asked)
    told, model = run(asked, own(), held())
    if model is not None:
        shelf.keep(model, folder)
    (folder / TOLD).write_bytes(msgspec.json.encode(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

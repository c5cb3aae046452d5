"""Writes the weights of the assistant's gate that ship with the product: ``python -m farol.app.evaluate.refit_gate``. Takes some minutes.

A third of the project's own sentences at a time is asked of an intent model made from the rest, so that its shares are as they are for customers.
Only what would come to the gate counts: what is taken for a matter of money or security goes by guided steps. What was written apart is not looked at.
"""

from pathlib import Path

import msgspec

from farol.core.understanding.model import OUT, Model, Row
from farol.core.understanding.rows import own
from farol.core.understanding.training import parted, train
from farol.selfserve.assistant.turn import gate
from farol.selfserve.assistant.turn.finding import LEXICAL

from .answer_own import candidates, has_article, shelf, taken_along
from .gate_fit import Asked, fit

FOLDS = 3


def main() -> None:
    """Finds and writes them."""
    rows, books = own(), shelf()
    known: list[Asked] = []
    bare: list[Asked] = []
    for part in range(FOLDS):
        learnt, back = parted(rows, part, FOLDS)
        model = train(learnt)
        for row in back:
            if _comes(row, model):
                (known if row.language.partition("-")[0] in LEXICAL else bare).append(candidates(row, model, books))
    words = f"{len(known)} and {len(bare)} of the project's own questions, each asked of an intent model that had not seen it"
    kept = gate.Gate(fit(known), fit(bare), words)
    path = Path(gate.__file__).with_name("gate.json")
    path.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


def _comes(row: Row, model: Model) -> bool:
    """Whether it comes to the gate at all."""
    return (row.label == OUT or has_article(row)) and not taken_along(row, model)


if __name__ == "__main__":
    main()

"""Writes the weights of the assistant's gate that ship with the product: ``python -m farol.app.evaluate.refit_gate``. Takes some minutes.

Where search reads the words, from questions whose article is known, asked of the model that ships. Elsewhere only the reason speaks for an article:
there a third of the project's own sentences at a time is asked of a model made from the rest, so that its shares are as they are for customers, and
only what would come to the gate counts, because what is taken for money or security goes by guided steps. What measures is not looked at.
"""

from pathlib import Path

import msgspec

from farol.core.understanding.model import OUT, Model, Row
from farol.core.understanding.rows import own
from farol.core.understanding.training import parted, train
from farol.selfserve.assistant.turn import gate
from farol.selfserve.assistant.turn.finding import searched

from .answer_own import candidates, has_article, put, shelf, taken_along
from .article_questions import to_fit
from .gate_fit import Asked, fit

FOLDS = 3


def main() -> None:
    """Finds and writes them."""
    rows, books = own(), shelf()
    whole = train(rows)
    known = [candidates(put(one), whole, books, one.articles) for one in to_fit()]
    bare: list[Asked] = []
    for part in range(FOLDS):
        learnt, back = parted([row for row in rows if not searched(row.language)], part, FOLDS)
        model = train([*learnt, *(row for row in rows if searched(row.language))])
        bare += [candidates(row, model, books) for row in back if _comes(row, model)]
    words = f"{len(known)} questions about articles, and {len(bare)} of the project's own sentences, each asked of an intent model that had not seen it"
    kept = gate.Gate(fit(known), fit(bare), words)
    path = Path(gate.__file__).with_name("gate.json")
    path.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


def _comes(row: Row, model: Model) -> bool:
    """Whether it comes to the gate at all."""
    return (row.label == OUT or has_article(row)) and not taken_along(row, model)


if __name__ == "__main__":
    main()

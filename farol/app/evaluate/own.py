"""Whether the product's own model finds the reason of the project's own sentences, by language, from words alone.

Each fifth of every reason and language is asked of a model made from the rest. The held part was written apart by others; the whole model is
asked about it and it is never learnt from. An alarm counts as heard when the model or the list of urgent words rings it.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from farol.core.understanding import OUT, Model, Row
from farol.core.understanding.keeper import with_words
from farol.core.understanding.model import family_of
from farol.core.understanding.rows import ALARMS, Unreadable, held, own
from farol.core.understanding.training import TooLittle, parted, train

from . import pairs

FOLDS = 5
FEWEST = 20
"""Rows a language needs to be asked."""
NAMES = {"care.person_at_risk": "self_harm", "sec.account_stolen": "theft"}


class Shares(msgspec.Struct, frozen=True):
    """Of one language or all: shares of the asked rows whose family and whose reason came first, and of those taken for something else."""

    family: float
    leaf: float
    refused: float
    asked: int


class Alarm(msgspec.Struct, frozen=True):
    """recall: share of its rows that rang it. false: share of all other rows that did."""

    recall: float
    false: float
    asked: int


class Part(msgspec.Struct, frozen=True):
    """languages: by code, ``*`` for all together. out_of_scope_recall: of sentences about nothing known; None where none was asked."""

    languages: dict[str, Shares]
    alarms: dict[str, Alarm]
    out_of_scope_recall: float | None


class Found(msgspec.Struct, frozen=True):
    """held: None while there is no held part."""

    crossed: Part
    held: Part | None

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "own", **msgspec.to_builtins(self)}

    def sentences(self) -> str:
        """For eyes."""
        return "\n".join(line for name, part in (("cross-validated", self.crossed), ("held part", self.held)) if part for line in _told(name, part))

    def missed(self, least: float) -> str:
        """The languages whose family is below the share asked for."""
        part = self.held or self.crossed
        below = [language for language, shares in part.languages.items() if shares.family < least]
        return f"in {', '.join(below)}: family >= {least:g}" if below else ""


def run(_: Iterable[Path]) -> Found:
    """Raises ``Unreadable`` when there is too little to learn from, or a line is not of the form."""
    try:
        rows = own()
        counted = Counter(row.language for row in rows)
        rows = tuple(row for row in rows if counted[row.language] >= FEWEST)
        apart = [(train(fit, alarms=ALARMS), back) for fit, back in (parted(rows, part, FOLDS) for part in range(FOLDS))]
        asked = held()
        return Found(_part(apart), _part([(train(rows, alarms=ALARMS), list(asked))]) if asked else None)
    except (TooLittle, Unreadable) as error:
        raise pairs.Unreadable(f"own sentences: {error}") from error


def _part(asked: Iterable[tuple[Model, list[Row]]]) -> Part:
    seen = [(row, with_words(model.understand(row.text, row.language), row.text)) for model, rows in asked for row in rows]
    inside = [(row, one) for row, one in seen if row.label != OUT]
    beyond = [one.out_of_scope for row, one in seen if row.label == OUT]
    family, leaf, refused, asked_of = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for row, one in inside:
        for name in (row.language, "*"):
            asked_of[name] += 1
            refused[name] += one.out_of_scope
            family[name] += one.family == family_of(row.label)
            leaf[name] += bool(one.reasons) and one.reasons[0].code == row.label
    languages = {
        name: Shares(round(family[name] / n, 4), round(leaf[name] / n, 4), round(refused[name] / n, 4), n) for name, n in sorted(asked_of.items())
    }
    alarms = {}
    for label in ALARMS:
        meant = [label in one.alarms for row, one in inside if row.label == label]
        other = [label in one.alarms for row, one in seen if row.label != label]
        if meant and other:
            alarms[NAMES[label]] = Alarm(round(sum(meant) / len(meant), 4), round(sum(other) / len(other), 4), len(meant))
    return Part(languages, alarms, round(sum(beyond) / len(beyond), 4) if beyond else None)


def _told(name: str, part: Part) -> list[str]:
    lines = [f"{name}, {language}: family {of.family:.1%}, reason {of.leaf:.1%}, taken for something else {of.refused:.1%} of {of.asked}"
             for language, of in part.languages.items()]  # fmt: skip
    lines += [f"{name}, {alarm}: heard {of.recall:.1%} of {of.asked}, falsely in {of.false:.1%} of all others" for alarm, of in part.alarms.items()]
    if part.out_of_scope_recall is not None:
        lines.append(f"{name}: {part.out_of_scope_recall:.1%} of sentences about nothing known told as such")
    return lines

"""Whether the product's own model finds the reason of the project's own sentences, by language, from words alone.

Each fifth of every reason and language is asked of a model made from the rest. The held part was written apart by others; the whole model is
asked about it and it is never learnt from. An alarm counts as heard when the model or the list of urgent words rings it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from farol.core.understanding import OUT, Model, Row, Understood
from farol.core.understanding.keeper import BY_WORD, with_words
from farol.core.understanding.model import EVERY, family_of
from farol.core.understanding.rows import ALARMS, Unreadable, held, own
from farol.core.understanding.training import TooLittle, parted, train
from farol.core.urgency import hear

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
    """recall: share of its rows that rang it, at least for a question. false: share of all other rows that did. sure, false_sure: the same where it is
    acted on without a question; by_words, false_by_words: of the list of urgent words alone. languages: recall by language."""

    recall: float
    false: float
    sure: float
    false_sure: float
    by_words: float
    false_by_words: float
    asked: int
    languages: dict[str, float]


class Part(msgspec.Struct, frozen=True):
    """languages: by code, ``*`` for all together. reasons: the same by reason. out_of_scope_recall: of sentences about nothing known; None where none was asked."""

    languages: dict[str, Shares]
    reasons: dict[str, Shares]
    alarms: dict[str, Alarm]
    out_of_scope_recall: float | None


class Found(msgspec.Struct, frozen=True):
    """crossed: None where only the held part was asked. held: None while there is no held part."""

    crossed: Part | None
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
        below = [language for language, shares in part.languages.items() if shares.family < least] if part else []
        return f"in {', '.join(below)}: family >= {least:g}" if below else ""


class _Hit(NamedTuple):
    """Of one row: whether its family came first, its reason did, and whether it was taken for something else."""

    family: bool
    leaf: bool
    refused: bool


class _Rang(NamedTuple):
    """Of one row: its language, and how an alarm rang for it: worth a question, acted on, by a word."""

    language: str
    asked: bool
    sure: bool
    word: bool


def run(_: Iterable[Path], only_held: bool = False) -> Found:
    """only_held: not the cross-validation, which takes five trainings. Raises ``Unreadable`` when there is too little to learn from or to ask,
    or a line is not of the form."""
    try:
        rows, asked = own(), held()
        if only_held and not asked:
            raise pairs.Unreadable("own sentences: there is no held part")
        apart = None if only_held else _part(_crossed(rows))
        return Found(apart, _part([(train(rows, alarms=ALARMS), list(asked))]) if asked else None)
    except (TooLittle, Unreadable) as error:
        raise pairs.Unreadable(f"own sentences: {error}") from error


def _crossed(rows: Iterable[Row]) -> list[tuple[Model, list[Row]]]:
    rows = list(rows)
    counted = Counter(row.language for row in rows)
    rows = [row for row in rows if counted[row.language] >= FEWEST]
    return [(train(fit, alarms=ALARMS), back) for fit, back in (parted(rows, part, FOLDS) for part in range(FOLDS))]


def _part(asked: Iterable[tuple[Model, list[Row]]]) -> Part:
    seen = [(row, with_words(model.understand(row.text, row.language), row.text)) for model, rows in asked for row in rows]
    beyond = [one.out_of_scope for row, one in seen if row.label == OUT]
    languages, codes = defaultdict[str, list[_Hit]](list), defaultdict[str, list[_Hit]](list)
    for row, one in seen:
        if row.label != OUT:
            first = one.reasons[0].code if one.reasons else ""
            hit = _Hit(one.family == family_of(row.label), first == row.label, one.out_of_scope)
            for those in (languages[row.language], languages[EVERY], codes[row.label]):
                those.append(hit)
    alarms = {NAMES[label]: alarm for label in ALARMS if (alarm := _alarm(label, seen))}
    return Part(_shares(languages), _shares(codes), alarms, _share(beyond) if beyond else None)


def _shares(of: Mapping[str, list[_Hit]]) -> dict[str, Shares]:
    return {
        name: Shares(_share([one.family for one in hits]), _share([one.leaf for one in hits]), _share([one.refused for one in hits]), len(hits))
        for name, hits in sorted(of.items())
    }


def _alarm(label: str, seen: Iterable[tuple[Row, Understood]]) -> Alarm | None:
    """None where none of its rows, or none beside them, was asked."""
    meant: list[_Rang] = []
    other: list[_Rang] = []
    for row, one in seen:
        rang = _Rang(row.language, label in one.alarms, label in one.sure, BY_WORD.get(hear(row.text)) == label)
        (meant if row.label == label else other).append(rang)
    if not meant or not other:
        return None
    languages = {name: _share([one.asked for one in meant if one.language == name]) for name in sorted({one.language for one in meant})}
    return Alarm(
        _share([one.asked for one in meant]), _share([one.asked for one in other]), _share([one.sure for one in meant]), _share([one.sure for one in other]),
        _share([one.word for one in meant]), _share([one.word for one in other]), len(meant), languages,
    )  # fmt: skip


def _share(of: Sequence[bool]) -> float:
    return round(sum(of) / len(of), 4)


def _told(name: str, part: Part) -> list[str]:
    lines = [f"{name}, {language}: family {of.family:.1%}, reason {of.leaf:.1%}, taken for something else {of.refused:.1%} of {of.asked}"
             for language, of in part.languages.items()]  # fmt: skip
    lines += [f"{name}, {alarm}: heard {of.recall:.1%} of {of.asked}, falsely in {of.false:.1%} of all others; acted on at once {of.sure:.1%} and {of.false_sure:.1%}, by words alone {of.by_words:.1%} and {of.false_by_words:.1%}" for alarm, of in part.alarms.items()]
    if part.out_of_scope_recall is not None:
        lines.append(f"{name}: {part.out_of_scope_recall:.1%} of sentences about nothing known told as such")
    return lines

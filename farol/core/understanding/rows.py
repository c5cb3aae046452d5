"""The project's own sentences: ``data/utterances/<language>/<family>.tsv`` to learn from, ``data/held/<language>.tsv`` only to be asked.

A line is ``label<TAB>sentence``. Sentences about nothing an exchange knows stand in ``data/elsewhere/<language>.txt``, one on a line.
"""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from farol.core.reasons import reasons

from .model import OUT, Row

ALARMS = ("care.person_at_risk", "sec.account_stolen")
"""Reasons that must not be missed: a life, an account."""
AT_ONCE = {"care.person_at_risk": 0.1, "sec.account_stolen": 0.2}
"""The share from which an alarm is acted on without a question. A person called for nothing costs less than a life, and a life more than coins."""


class Unreadable(Exception):
    """A line of a file is not of the form; the message says which."""


def own() -> tuple[Row, ...]:
    """What the product's model learns from. Raises ``Unreadable``."""
    return tuple(_utterances()) + tuple(_elsewhere())


def held() -> tuple[Row, ...]:
    """Written apart by others, never learnt from; empty where there is none. Raises ``Unreadable``."""
    found = []
    for file in _files(_data() / "held", ".tsv"):
        found += [_row(file, place, _language(file), line) for place, line in _lines(file)]
    return tuple(found)


def _utterances() -> Iterator[Row]:
    folder = _data() / "utterances"
    languages = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.name) if folder.is_dir() else []
    for language in languages:
        for file in _files(language, ".tsv"):
            for place, line in _lines(file):
                yield _row(file, place, language.name, line)


def _elsewhere() -> Iterator[Row]:
    for file in _files(_data() / "elsewhere", ".txt"):
        for _, line in _lines(file):
            yield Row(_language(file), OUT, line)


def _row(file: Traversable, place: int, language: str, line: str) -> Row:
    label, tab, text = line.partition("\t")
    if not tab or not text.strip() or label not in reasons():
        raise Unreadable(f"{file}:{place}: wanted a reason, a tab and a sentence")
    return Row(language, label, text)


def _data() -> Traversable:
    return files(__package__).joinpath("data")


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted((one for one in folder.iterdir() if one.name.endswith(ending)), key=lambda one: one.name) if folder.is_dir() else []


def _language(file: Traversable) -> str:
    return Path(file.name).stem


def _lines(file: Traversable) -> list[tuple[int, str]]:
    return [(place, line) for place, line in enumerate(file.read_text("utf-8").split("\n"), 1) if line.strip()]

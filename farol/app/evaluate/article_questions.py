"""Questions of customers whose answer stands in an article of the help centre, and some that no article answers: ``article_questions.tsv``.

They were written from the articles, apart from the sentences the intent model learns from. Two thirds fit the gate, the others measure it.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

NOTHING = "-"
PARTS = 3


class Question(NamedTuple):
    """language: ``zh`` or ``en``. articles: slugs that answer it, the best first; none where nothing does."""

    language: str
    articles: tuple[str, ...]
    text: str


@lru_cache
def questions() -> tuple[Question, ...]:
    """All of them, in the file's order."""
    lines = files(__package__).joinpath("article_questions.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return tuple(Question(language, () if slugs == NOTHING else tuple(slugs.split(" ")), text) for language, slugs, text in rows)


def to_fit() -> list[Question]:
    """Those the gate's weights are found on."""
    return _of(questions(), measured=False)


def to_measure() -> list[Question]:
    """Those nothing was fitted on."""
    return _of(questions(), measured=True)


def _of(those: Iterable[Question], *, measured: bool) -> list[Question]:
    return [one for one in those if (hashlib.sha256(one.text.encode()).digest()[0] % PARTS == 0) is measured]

"""Terms that have one word in each language, so that a translation names things as the exchange's own pages do."""

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

MOST_TERMS = 2_000
_LONGEST_TERM = 80


class Glossary:
    """Terms, each a table from language to word. Later tables win over earlier ones for the same word."""

    def __init__(self, terms: list[dict[str, str]]) -> None:
        self._terms = terms[:MOST_TERMS]
        self._patterns: dict[str, tuple[re.Pattern[str], dict[str, dict[str, str]]] | None] = {}

    @classmethod
    def load(cls, own: str = "") -> "Glossary":
        """The built-in terms and those of a file; a line is ``en=Spot wallet<TAB>zh-Hans=现货账户``. # begins a remark."""
        shipped = resources.files(__package__).joinpath("glossary.tsv").read_text("utf-8")
        return cls(_read(shipped) + (_read(Path(own).read_text("utf-8")) if own else []))

    def with_(self, terms: list[dict[str, str]]) -> "Glossary":
        """One that knows these terms too, and goes by them first."""
        return Glossary(self._terms[: max(0, MOST_TERMS - len(terms))] + terms)

    @property
    def terms(self) -> list[dict[str, str]]:
        """All of them, those that win last."""
        return list(self._terms)

    def found(self, text: str, source: str, target: str) -> Iterator[tuple[int, int, str]]:
        """Where terms of the source language stand, and their word in the target language, longest terms first."""
        known = self._known(source)
        if known is None:
            return
        pattern, by_word = known
        for one in pattern.finditer(text):
            word = by_word[one.group().casefold()].get(target)
            if word:
                yield one.start(), one.end(), word

    def _known(self, source: str) -> tuple[re.Pattern[str], dict[str, dict[str, str]]] | None:
        if source not in self._patterns:
            by_word = {term[source].casefold(): term for term in self._terms if source in term}
            every = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
            pattern = re.compile(rf"(?:(?<![^\W\d_])|(?<=[\u3040-\u9fff]))(?:{every})(?:(?![^\W\d_])|(?=[\u3040-\u9fff]))", re.IGNORECASE)
            self._patterns[source] = (pattern, by_word) if by_word else None
        return self._patterns[source]


def _read(lines: str) -> list[dict[str, str]]:
    terms = []
    for line in lines.splitlines():
        pairs = [part.partition("=") for part in line.split("\t") if not line.startswith("#")]
        term = {language.strip(): word.strip() for language, _, word in pairs if 0 < len(word.strip()) <= _LONGEST_TERM}
        if len(term) > 1:
            terms.append(term)
    return terms

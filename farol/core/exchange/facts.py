"""Tables that the exchange publishes about itself: levels, limits, times. Words come in both languages, numbers as written."""

import re
from typing import Annotated

import msgspec
from msgspec import Meta

from farol.kit.i18n import Tongue, written

NAME = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(?:-[a-z0-9]+){0,9}")
"""What a table may be called."""
MOST_COLUMNS, MOST_ROWS = 12, 200
Cell = Annotated[str, Meta(max_length=400)]


class Both(msgspec.Struct, frozen=True):
    """One cell in each language."""

    zh: Cell
    en: Cell

    def of(self, lang: Tongue) -> str:
        """In that language."""
        return self.zh if written(lang) == "zh" else self.en


class Facts(msgspec.Struct, frozen=True):
    """One table. A cell is text that is the same in both languages, or a pair. Every row is as long as the header."""

    name: Annotated[str, Meta(pattern=f"^(?:{NAME.pattern})$")]
    title: Both
    columns: Annotated[list[Both], Meta(min_length=1, max_length=MOST_COLUMNS)]
    rows: Annotated[list[list[Cell | Both]], Meta(max_length=MOST_ROWS)]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row is not as long as the header")

    def header(self, lang: Tongue) -> tuple[str, ...]:
        """The column names in that language."""
        return tuple(column.of(lang) for column in self.columns)

    def lines(self, lang: Tongue) -> tuple[tuple[str, ...], ...]:
        """The rows in that language."""
        return tuple(tuple(cell.of(lang) if isinstance(cell, Both) else cell for cell in row) for row in self.rows)

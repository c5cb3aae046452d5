"""Sentences with their labels, from a file: CSV with the columns ``text`` and ``category`` (or ``label``, or ``intent``), or TSV of label and sentence."""

import csv
import io
from pathlib import Path

from farol.core.understanding import Row

from .pairs import LARGEST, Unreadable

LABELS = ("category", "label", "intent")
LANGUAGE = "und"


def read(path: Path) -> list[Row]:
    """Raises ``Unreadable``."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path}: larger than {LARGEST} bytes")
        words = path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: {error}") from error
    rows = _tabs(words) if path.suffix == ".tsv" else _commas(path, words)
    if not rows:
        raise Unreadable(f"{path}: no sentences with labels in it")
    return rows


def _tabs(words: str) -> list[Row]:
    pairs = [line.partition("\t") for line in words.split("\n")]
    return [Row(LANGUAGE, label, text) for label, tab, text in pairs if tab and label and text.strip()]


def _commas(path: Path, words: str) -> list[Row]:
    try:
        table = csv.DictReader(io.StringIO(words))
        column = next((name for name in LABELS if name in (table.fieldnames or ())), "")
        if not column or "text" not in (table.fieldnames or ()):
            raise Unreadable(f"{path}: wanted the columns text and {' or '.join(LABELS)}")
        return [Row(LANGUAGE, row[column], row["text"]) for row in table if row[column] and row["text"]]
    except csv.Error as error:
        raise Unreadable(f"{path}: {error}") from error

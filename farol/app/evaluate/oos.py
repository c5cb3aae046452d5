"""Whether the model knows what it does not know, on a folder in the form of CLINC150.

The JSON files of the folder hold the parts ``train``, ``val``, ``test``, ``oos_train``, ``oos_val`` and ``oos_test``, each a list of sentence and label. The model
learns from the first parts, the limit of scope is set on ``val`` and ``oos_val`` and frozen, and only then the test parts are opened. Where a
folder has none, the limit is set on one half of ``val`` and ``oos_val`` and the other half is asked.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from farol.core.understanding import OUT, Row
from farol.core.understanding.model import EVERY
from farol.core.understanding.training import TooLittle, parted, train

from .pairs import LARGEST, Unreadable

LANGUAGE = "und"
TEST = ("test", "oos_test")


class Found(msgspec.Struct, frozen=True):
    """Shares between 0 and 1. in_scope_accuracy: found right and not taken for something else; plain_accuracy: without that condition.
    limit: as it was frozen. part: what was asked.
    """

    in_scope_accuracy: float
    out_of_scope_recall: float
    plain_accuracy: float
    limit: float
    part: str
    in_scope: int
    out_of_scope: int

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "oos", **msgspec.to_builtins(self)}

    def sentences(self) -> str:
        """For eyes."""
        return (f"{self.part}: {self.in_scope_accuracy:.2%} of {self.in_scope} sentences in scope found right, {self.out_of_scope_recall:.2%} of "
                f"{self.out_of_scope} out of scope told as such; without the limit {self.plain_accuracy:.2%}")  # fmt: skip

    def missed(self, least: float) -> str:
        """The share asked for is of the right ones in scope."""
        return "" if self.in_scope_accuracy >= least else f"in_scope_accuracy >= {least:g}"


def run(files: Iterable[Path]) -> Found:
    """files: the one folder. Raises ``Unreadable``."""
    folder = _Folder(next(iter(files)))
    learnt = folder.part("train") + folder.part("oos_train")
    judged = folder.part("val") + folder.part("oos_val")
    judged, asked = (judged, []) if folder.more() else parted(judged, 0, 2)
    try:
        model = train(learnt, judged)
    except TooLittle as error:
        raise Unreadable(f"{folder.path}: {error}") from error
    part = "half of val" if asked else "test"
    asked = asked or folder.part("test") + folder.part("oos_test")
    found = [(model.understand(row.text, row.language), row) for row in asked]
    within = [(one, row) for one, row in found if row.label != OUT]
    beyond = [one for one, row in found if row.label == OUT]
    if not within or not beyond:
        raise Unreadable(f"{folder.path}: nothing to ask within or beyond scope")
    right = [bool(one.reasons) and one.reasons[0].code == row.label for one, row in within]
    accepted = [hit and not one.out_of_scope for hit, (one, _) in zip(right, within, strict=True)]
    return Found(
        _share(accepted), _share([one.out_of_scope for one in beyond]), _share(right),
        model.card.limits[EVERY], part, len(within), len(beyond),
    )  # fmt: skip


def _share(of: Sequence[bool]) -> float:
    return round(sum(of) / len(of), 4)


class _Folder:
    """Files are opened one after the other, those named after a test last, and only until the parts asked for are found."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._closed = sorted(path.glob("*.json"), key=lambda one: ("test" in one.stem, one.name))
        self._open: list[dict[str, Any]] = []

    def part(self, name: str) -> list[Row]:
        """A part's rows; those of ``oos_`` parts are out of scope."""
        while not (held := next((one[name] for one in self._open if name in one), None)) and self._closed:
            self._open.append(self._opened(self._closed.pop(0)))
        try:
            return [Row(LANGUAGE, OUT if name.startswith("oos_") else str(label), str(text)) for text, label in held or ()]
        except (TypeError, ValueError) as error:
            raise Unreadable(f"{self.path}: {name}: {error}") from error

    def more(self) -> bool:
        """Whether there is anything left to ask: a file not opened yet, or a test part in an open one."""
        return bool(self._closed) or any(name in one for one in self._open for name in TEST)

    def _opened(self, path: Path) -> dict[str, Any]:
        try:
            if path.stat().st_size > LARGEST:
                raise Unreadable(f"{path}: larger than {LARGEST} bytes")
            document = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise Unreadable(f"{path}: {error}") from error
        return document if isinstance(document, dict) else {}

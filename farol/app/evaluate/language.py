"""Whether the language of short support messages is heard.

``languages.tsv`` was in view while the word lists were written. ``languages_held.tsv`` was written afterwards and asked once: no list may
be changed because one of its messages was missed. ``p95_ms`` is of single messages, each the fastest of five, so that it tells the code's
time on a busy machine too.
"""

import time
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from farol.core.language import detect

TRIES = 5


class Asked(NamedTuple):
    """A message and the language it is in."""

    code: str
    text: str


class Found(msgspec.Struct, frozen=True):
    """Shares between 0 and 1. wrong: the messages that were missed, with what was heard."""

    accuracy: float
    held: float
    p95_ms: float
    messages: int
    languages: int
    by_language: dict[str, float]
    wrong: list[dict[str, str]]

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "language", **msgspec.structs.asdict(self)}

    def sentences(self) -> str:
        """For eyes."""
        return "\n".join([
            f"{self.messages} messages in {self.languages} languages: {self.accuracy:.1%} heard; of those held back {self.held:.1%}; "
            f"p95 {self.p95_ms:.2f} ms",
            *(f"{one['code']} taken for {one['heard']}: {one['text']}" for one in self.wrong)])

    def missed(self, least: float) -> str:
        """What is below the share asked for, in words; empty when nothing is."""
        return "" if self.accuracy >= least else f"accuracy >= {least:g}"


def run(_: Iterable[Path]) -> Found:
    """Both sets. Files are not needed."""
    shown, held = asked("languages.tsv"), asked("languages_held.tsv")
    for one in shown[:1] + held[:1]:
        detect(one.text)
    took: list[float] = []
    hits: Counter[str] = Counter()
    wrong = []
    for one in shown + held:
        code, seconds = _timed(one.text)
        took.append(seconds)
        hits[one.code] += code == one.code
        if code != one.code:
            wrong.append({"code": one.code, "heard": code, "text": one.text})
    of = Counter(one.code for one in shown + held)
    right = [detect(one.text).code == one.code for one in shown]
    kept = [detect(one.text).code == one.code for one in held]
    return Found(
        round(sum(right) / len(right), 4), round(sum(kept) / len(kept), 4), round(sorted(took)[int(len(took) * 0.95)] * 1e3, 3),
        of.total(), len(of) - 1, {code: round(hits[code] / n, 4) for code, n in sorted(of.items())}, wrong)


def asked(name: str) -> list[Asked]:
    """Messages of one file beside this one."""
    lines = files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [Asked(*line.split("\t", 1)) for line in lines]


def _timed(text: str) -> tuple[str, float]:
    best, code = float("inf"), ""
    for _ in range(TRIES):
        began = time.perf_counter()
        code = detect(text).code
        best = min(best, time.perf_counter() - began)
    return code, best

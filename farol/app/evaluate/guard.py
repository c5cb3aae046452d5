"""Whether what support never asks for is stopped, and ordinary replies are not.

``recall``: the share of 600 phrases in twelve languages that are stopped; ``recall_held``: of those written apart from the rules.
``false_alarms``: the share of ordinary replies that are: the shipped macros in both languages, the summaries of the shipped articles, and
replies in the languages those are not written in, with warnings and denials among them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from farol.desk.guard.actions import forbidden, know
from farol.desk.guard.links import Hosts
from farol.desk.macros import defaults
from farol.desk.macros.variables import BRACES
from farol.selfserve.knowledge import seeding

SHOWN = 25
HELP = "https://help.exchange.example"
KINDS = {"s": "secret", "r": "remote", "c": "coins", "l": "link", "p": "promise", "-": "ordinary"}


class Phrase(NamedTuple):
    """One line of a set."""

    language: str
    kind: str
    text: str


class Found(msgspec.Struct, frozen=True):
    """Shares between 0 and 1. by_language, by_kind: recall over both parts. examples: some of what went wrong."""

    recall: float
    recall_held: float
    false_alarms: float
    phrases: int
    held: int
    ordinary: int
    by_language: dict[str, float]
    by_kind: dict[str, float]
    examples: list[str]

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "guard", **msgspec.structs.asdict(self)}

    def sentences(self) -> str:
        """For eyes."""
        shares = [f"{name}: {share:.2%}" for name, share in (*self.by_language.items(), *self.by_kind.items())]
        return "\n".join([
            f"{self.phrases} phrases: {self.recall:.2%} stopped, of the {self.held} held {self.recall_held:.2%}; "
            f"{self.ordinary} ordinary replies: {self.false_alarms:.2%} stopped", *shares, *self.examples])

    def missed(self, least: float) -> str:
        """What is below the share asked for, in words; empty when nothing is."""
        return "" if self.recall >= least else f"recall >= {least:g}"


def run(_: Iterable[Path]) -> Found:
    """All of it, in a few seconds. Files are not needed."""
    know(Hosts(frozenset({"exchange.example"})))
    tuning, held = list(phrases("tuning")), list(phrases("held"))
    got = {one: stopped(one.text) for one in (*tuning, *held)}
    fine = [*(BRACES.sub("100", text.replace("{{exchange.help}}", HELP)) for macro in defaults.macros() for text in (macro.zh, macro.en) if text), *(one.summary for one in seeding.shipped()),
            *(one.text for one in phrases("ordinary"))]
    wrong = [text for text in fine if stopped(text)]
    examples = [f"not stopped ({one.language}, {KINDS[one.kind]}): {one.text}" for one, well in got.items() if not well][:SHOWN]
    return Found(
        _share(got.values()), _share(got[one] for one in held), round(len(wrong) / len(fine), 4), len(got), len(held), len(fine),
        _by(got, 0), {KINDS[kind]: share for kind, share in _by(got, 1).items()}, examples + [f"stopped: {text[:160]}" for text in wrong][:SHOWN])


def stopped(text: str) -> bool:
    """Whether a reply with these words does not go out."""
    return next(forbidden(text), None) is not None


def phrases(part: str) -> Iterator[Phrase]:
    """The lines of ``tuning``, ``held`` or ``ordinary``."""
    language = ""
    for line in files(__package__).joinpath(f"guarded/{part}.tsv").read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif "\t" in line:
            yield Phrase(language, *line.split("\t", 1))


def _share(given: Iterable[bool]) -> float:
    every = list(given)
    return round(sum(every) / len(every), 4)


def _by(got: dict[Phrase, bool], place: int) -> dict[str, float]:
    of, hits = Counter(one[place] for one in got), Counter(one[place] for one, well in got.items() if well)
    return {name: round(hits[name] / n, 4) for name, n in of.items()}

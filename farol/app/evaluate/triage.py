"""Whether triage finds the reason: with words alone, and with what the exchange says of the customer.

Sentences are the taxonomy's, five in each language for each of the 49 reasons. Of each five, the first, third and fifth are what the
reader compares with (``FIT``); the second and fourth are asked (``ASKED``), and no asked sentence is in what it is compared with. The
word lists were written by hand beside the taxonomy, so ``family`` is kinder than a stranger's words would be: ``family_neighbours`` is
the same without the lists, and ``fresh`` asks the titles of the ticket forms, which were written by others for another purpose.

``strangers`` is the figure to believe: two sentences a reason and language (``strangers.json``), written as customers write by somebody
who had not read the lists. ``open`` are the first of each two: lists were completed with them in view, so they only show that nothing
was lost. ``sealed`` are the second: no word may be added to a list because one of them was missed, but for danger to a person, where
every word counts and no figure does.

``leaf_with_state`` asks each sentence on the account of that reason's customer at the demo exchange, in this process;
``leaf_without_state`` asks it with the exchange down. ``other_account`` asks each sentence on accounts of other families: the share whose family
is still the sentence's, beside the share with the exchange down; the difference is what states pull away.
"""

import asyncio
import json
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import msgspec

from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange.model import Why
from farol.desk.triage.deciding import decide
from farol.desk.triage.looking import hear, look
from farol.desk.triage.model import Reading, Seen, family_of
from farol.desk.triage.reading import Cues, Example, Reader, Words, examples
from farol.kit.core import Kit

from .beside import exchange

FIT, ASKED = (0, 2, 4), (1, 3)
OTHERS = 6
"""Accounts of other families on which each sentence is asked."""
PATIENCE_S = 60.0
WHY = Why("self", "evaluate", "system:0")


class Tally(msgspec.Struct):
    """What was found for one reason: reason found to how often."""

    with_state: Counter[str]
    without_state: Counter[str]


class Found(msgspec.Struct, frozen=True):
    """Shares between 0 and 1. confusion: by reason, of the asked sentences."""

    family: float
    family_neighbours: float
    fresh: dict[str, float]
    strangers: dict[str, dict[str, float]]
    leaf_with_state: float
    leaf_without_state: float
    leaf_words: float
    other_account: dict[str, float]
    asked: int
    confusion: dict[str, Tally]
    by_language: dict[str, dict[str, float]]

    def document(self) -> dict[str, Any]:
        """The JSON contract: shares, and the confusion of each reason with and without the exchange's state."""
        told: dict[str, Any] = msgspec.to_builtins(self)
        return {"case": "triage", **{name: _rounded(value) for name, value in told.items()}}

    def sentences(self) -> str:
        """For eyes: the shares, then each reason that was missed."""
        lines = [
            f"{self.asked} sentences that were held back, in two languages",
            f"family by words: {self.family:.1%} (without word lists {self.family_neighbours:.1%}; titles of forms {self.fresh['family']:.1%})",
            f"strangers' sentences, sealed: family {self.strangers['sealed']['family']:.1%}, reason {self.strangers['sealed']['leaf_with_state']:.1%} "
            f"with the exchange's state, {self.strangers['sealed']['leaf_without_state']:.1%} without it",
            f"reason: {self.leaf_with_state:.1%} with the exchange's state, {self.leaf_without_state:.1%} without it",
            f"on somebody else's account the family stays {self.other_account['kept']:.1%} (with the exchange down {self.other_account['down']:.1%})",
        ]
        for code, tally in self.confusion.items():
            wrong = {name: n for name, n in tally.with_state.items() if name != code}
            apart = {name: n for name, n in tally.without_state.items() if name != code}
            if wrong or apart:
                lines.append(f"{code}: with state {_named(wrong)}; without {_named(apart)}")
        return "\n".join(lines)

    def missed(self, least: float) -> str:
        """What is below the share asked for, in words; empty when nothing is."""
        return "" if self.leaf_with_state >= least else f"leaf_with_state >= {least:g}"


def run(_: Iterable[Path]) -> Found:
    """Everything, in a few seconds. Files are not needed."""
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # a line for each of two thousand questions
    return asyncio.run(evaluate())


async def evaluate() -> Found:
    """The same, within a running loop."""
    reader, asked = Words(examples(FIT)), examples(ASKED)
    states = await accounts()
    return measure(reader, asked, states)


async def accounts() -> dict[str, Seen]:
    """What the demo exchange says of each reason's customer, whatever they write."""
    kit = Kit(cast(Any, None), cast(Any, None), cast(Any, None), cast(Any, None))
    async with exchange() as link:
        kit.put(link)
        return {code: await look(kit, WHY, one.uid, hear([]), deadline_s=PATIENCE_S) for code, one in SCENARIOS.items()}


def measure(reader: Reader, asked: list[Example], states: dict[str, Seen]) -> Found:
    """All figures of one reader."""
    confusion = {code: Tally(Counter(), Counter()) for code in states}
    hits: Counter[str] = Counter()
    languages: dict[str, Counter[str]] = defaultdict(Counter)
    for one in asked:
        said, reading = hear([one.text]), reader.read(one.text)
        away = decide(said, reading, _silent(states[one.reason])).reason
        found = decide(said, reading, states[one.reason]).reason
        confusion[one.reason].with_state[found] += 1
        confusion[one.reason].without_state[away] += 1
        right = {
            "family": reading.best_family() == family_of(one.reason), "leaf_words": reading.best() == one.reason,
            "leaf_with_state": found == one.reason, "leaf_without_state": away == one.reason,
        }  # fmt: skip
        hits.update(name for name, well in right.items() if well)
        languages["en" if one.text.isascii() else "zh"].update(["asked", *(name for name, well in right.items() if well)])
    n = len(asked)
    bare = Words(examples(FIT), Cues({}, {}))
    return Found(
        family=hits["family"] / n, family_neighbours=_share(bare, asked), fresh=_fresh(), strangers=_strangers(states), leaf_with_state=hits["leaf_with_state"] / n,
        leaf_without_state=hits["leaf_without_state"] / n, leaf_words=hits["leaf_words"] / n, other_account=_crossed(reader, asked, states),
        asked=n, confusion=confusion,
        by_language={name: {key: count / of["asked"] for key, count in of.items() if key != "asked"} for name, of in languages.items()},
    )  # fmt: skip


def _silent(seen: Seen) -> Seen:
    """The same customer while the exchange does not answer."""
    return Seen(seen.now, missing=dict.fromkeys(("deposits", "withdrawals", "security"), "down"))


def _share(reader: Reader, asked: list[Example]) -> float:
    return sum(reader.read(one.text).best_family() == family_of(one.reason) for one in asked) / len(asked)


def _fresh() -> dict[str, float]:
    """Titles of the ticket forms: a sentence for each reason and language that no word list was written beside."""
    raw = json.loads(files("farol.selfserve.forms").joinpath("forms.json").read_text("utf-8"))["forms"]
    titles = [Example(code, form[language]) for code, form in raw.items() for language in ("zh", "en")]
    reader = Words(examples())
    read: list[tuple[Example, Reading]] = [(one, reader.read(one.text)) for one in titles]
    return {
        "family": sum(reading.best_family() == family_of(one.reason) for one, reading in read) / len(titles),
        "leaf": sum(reading.best() == one.reason for one, reading in read) / len(titles),
    }  # fmt: skip


def _strangers(states: dict[str, Seen]) -> dict[str, dict[str, float]]:
    """Both halves, each by the reader as it ships."""
    raw: dict[str, dict[str, list[str]]] = json.loads(files(__package__).joinpath("strangers.json").read_text("utf-8"))
    reader, found = Words(examples()), {}
    for place, half in enumerate(("open", "sealed")):
        hits: Counter[str] = Counter()
        asked = [Example(code, of[language][place]) for code, of in raw.items() for language in ("zh", "en")]
        for one in asked:
            said, reading = hear([one.text]), reader.read(one.text)
            hits["family"] += reading.best_family() == family_of(one.reason)
            hits["leaf_with_state"] += decide(said, reading, states[one.reason]).reason == one.reason
            hits["leaf_without_state"] += decide(said, reading, _silent(states[one.reason])).reason == one.reason
        found[half] = {name: count / len(asked) for name, count in hits.items()}
    return found


def _crossed(reader: Reader, asked: list[Example], states: dict[str, Seen]) -> dict[str, float]:
    codes = list(states)
    kept = down = n = 0
    for place, one in enumerate(asked):
        said, reading, family = hear([one.text]), reader.read(one.text), family_of(one.reason)
        away = family_of(decide(said, reading, _silent(states[one.reason])).reason) == family
        others = [code for code in codes if family_of(code) != family]
        for step in range(OTHERS):
            other = others[(place * 7 + step * 11) % len(others)]
            kept += family_of(decide(said, reading, states[other]).reason) == family
            down += away
            n += 1
    return {"kept": kept / n, "down": down / n}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def _named(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda pair: -pair[1])) or "all right"

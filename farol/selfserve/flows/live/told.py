"""What a live answer is: words of the customer's own data, and the figures of that data they may be held against."""

from collections.abc import Callable
from typing import Any, NamedTuple

from farol.core.exchange.shapes import Reader, Text
from farol.desk.triage.model import Said, Seen


class Look(NamedTuple):
    """What is looked at. thing: the deposit, withdrawal, order or payment that is meant, None for none."""

    seen: Seen
    said: Said
    reader: Reader
    reason: str
    thing: Any


class Told(NamedTuple):
    """words: fit for the customer. evidence: what they are made of, written from the record and not from the words. page: of ours."""

    words: Text
    evidence: list[str]
    page: str = ""


Live = Callable[[Look], Told | None]
LIVE: dict[str, tuple[frozenset[str], Live]] = {}
"""By name: what is read for it, and the answer; None where there is nothing to tell."""


def tells(name: str, *reads: str) -> Callable[[Live], Live]:
    """Registers a live answer. reads: fields of ``Seen`` without which it cannot be given."""

    def register(live: Live) -> Live:
        LIVE[name] = (frozenset(reads), live)
        return live

    return register


def lines(*texts: Text | None) -> Text:
    """One below another, each closed."""
    kept = [one for one in texts if one is not None and one.en]
    return Text("\n".join(closed(one.zh, "。") for one in kept), "\n".join(closed(one.en, ".") for one in kept))


def closed(words: str, stop: str) -> str:
    """With a full stop where the sentence has no end yet."""
    return words if not words or words[-1] in "。.？?：:…\n" or words.endswith("）。") else words + stop

"""What a rule is: it looks at what the exchange said, and says which facts speak for one reason, and how strongly."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from farol.core.exchange.shapes import Reader, Text
from farol.desk.triage.model import Fact, Said, Seen, family_of

Run = Callable[[Seen, Said], Iterator[Fact]]
POINTED = 2.0
"""Added when the customer named or chose the very thing."""
OTHER_COIN = 0.35
"""What is left of a thing's strength when the customer names another coin."""
OLD = timedelta(days=10)
FADED = 0.5


class Rule(NamedTuple):
    """beside: families of words that this reason may hide behind, apart from its own."""

    reason: str
    beside: frozenset[str]
    run: Run

    @property
    def own(self) -> str:
        """The reason's family."""
        return family_of(self.reason)


RULES: dict[str, Rule] = {}


def speaks_for(reason: str, *beside: str) -> Callable[[Run], Run]:
    """Registers the rule of a reason."""

    def register(run: Run) -> Run:
        if reason in RULES:
            raise TypeError(f"two rules speak for {reason}")
        RULES[reason] = Rule(reason, frozenset(beside), run)
        return run

    return register


def weigh(base: float, seen: Seen, said: Said, thing: Any, kind: str, id_: str) -> float:
    """How strongly a thing speaks: less when it is old or of another coin than named, much more when it is the one meant."""
    names = {id_, getattr(thing, "txid", ""), getattr(thing, "address", "")} - {""}
    if said.about == (kind, id_) or {name.casefold() for name in names} & said.ids:
        return base + POINTED
    coin, network = getattr(thing, "coin", ""), getattr(thing, "network", "")
    if said.coins and coin and coin not in said.coins and network not in said.networks:
        base *= OTHER_COIN
    return base * FADED if passed(seen, at_of(thing)) > OLD else base


def at_of(thing: Any) -> datetime | None:
    """When it last changed, or began."""
    for name in ("updated_at", "created_at", "at"):
        if (value := getattr(thing, name, None)) is not None:
            return value  # type: ignore[no-any-return]
    return None


def passed(seen: Seen, at: datetime | None) -> timedelta:
    """How long ago; nothing for what has no time."""
    return seen.now - at if at else timedelta()


def reader(seen: Seen) -> Reader:
    """For whom times are written."""
    return Reader(seen.now, seen.zone)


def fact(code: str, text: Text, strength: float, ref: str = "") -> Fact:
    """A fact in both languages."""
    return Fact(code, text.zh, text.en, round(strength, 3), ref)

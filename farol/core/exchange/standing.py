"""How the link stands, and what this exchange offers of what there is: for whoever runs the two sides."""

import json
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from farol.kit import clock

from .client import ITSELF, CoreLink
from .offer import KEPT_S, Offer, same
from .problems import ExchangeDown, ExchangeRefused
from .shapes import Text

FRESH = timedelta(seconds=10)
"""A look within this time of another asks nothing."""
MOST_STRANGE = 50

State = Literal["none", "answering", "slow", "failing", "down", "refused"]


class Part(msgspec.Struct, frozen=True):
    """Something that an exchange may offer. loss: what customers or staff go without when it does not; None: no screen uses it yet."""

    name: str
    label: Text
    offered: bool
    loss: Text | None


class Heard(msgspec.Struct, frozen=True):
    """One kind of events. types: those offered; missing: those that are not."""

    name: str
    label: Text
    types: list[str]
    missing: list[str]
    loss: Text | None


class Offered(msgspec.Struct, frozen=True):
    """What the exchange says it has. seen_at: when it said so; it is asked again after ``kept_s``. version: of the core
    link's description. clock_off_s: how far its clock is ahead, None without one. strange: names that nobody here knows."""

    seen_at: datetime
    kept_s: int
    version: str
    clock_off_s: int | None
    reads: list[Part]
    actions: list[Part]
    events: list[Heard]
    strange: list[str]


class Standing(msgspec.Struct, frozen=True):
    """The link as this process sees it.

    state: ``none`` (no address is set), ``answering``, ``slow``, ``failing`` (the last tries failed, it does not count as down
    yet), ``down`` (nothing but a probe is sent), ``refused`` (it answers and does not take our key; ``refused`` is its word).
    usual_ms, slow_ms: half and nine in ten of the last answers took at most that. offer: None while it never said.
    """

    state: State
    answered_at: datetime | None = None
    down_since: datetime | None = None
    probe_s: int = 0
    failures: int = 0
    failed_at: datetime | None = None
    failed_why: str = ""
    refused: str = ""
    usual_ms: int | None = None
    slow_ms: int | None = None
    offer: Offered | None = None


class Kind(msgspec.Struct, frozen=True):
    """One kind of events that Farol knows, by whole types such as ``deposit.held``."""

    name: str
    label: Text
    types: list[str]
    loss: Text | None


Named = dict[str, tuple[Text, Text | None]]


@lru_cache
def known() -> tuple[Named, Named, list[Kind]]:
    """All reads, actions and kinds of events, with their words."""
    raw: dict[str, dict[str, Any]] = json.loads(files(__package__).joinpath("losses.json").read_text("utf-8"))
    reads, actions = ({name: (Text(*one["label"]), _loss(one)) for name, one in raw[part].items()} for part in ("reads", "actions"))
    kinds = [Kind(name, Text(*one["label"]), [f"{name}.{type_}" for type_ in one["types"]], _loss(one)) for name, one in raw["events"].items()]
    return reads, actions, kinds


def _loss(one: dict[str, Any]) -> Text | None:
    return Text(*one["loss"]) if one["loss"] else None


async def standing(link: CoreLink) -> Standing:
    """Asks for the capabilities unless that was just done: a link that nobody uses is looked at too."""
    if not link.configured:
        return Standing("none")
    refused, now = "", clock.now()
    if link.answered_at is None or link.offer.seen_at is None or now - link.offer.seen_at > FRESH:
        try:
            await link.capabilities(ITSELF)
        except ExchangeDown:
            link.offer.missed()
        except ExchangeRefused as problem:
            refused = str(problem.fields.get("core_code", ""))
    breaker, pulse, now = link.breaker, link.pulse, clock.now()
    state: State = (
        "refused" if refused else "down" if breaker.open else "failing" if breaker.failures else "slow" if pulse.slow else "answering"
    )  # fmt: skip
    return Standing(
        state, link.answered_at, now - timedelta(seconds=breaker.open_s) if breaker.open else None, round(breaker.next_s), breaker.failures,
        pulse.failed_at, pulse.failed_why, refused, pulse.takes_ms(0.5), pulse.takes_ms(0.9), _offered(link),
    )  # fmt: skip


def _offered(link: CoreLink) -> Offered | None:
    offer, said, seen_at = link.offer, link.offer.said, link.offer.seen_at
    if said is None or seen_at is None:
        return None
    reads, actions, kinds = known()
    return Offered(
        seen_at, int(KEPT_S), said.version, round((said.clock - seen_at).total_seconds()) if said.clock else None,
        [Part(name, label, not offer.lacks(name), loss) for name, (label, loss) in reads.items()],
        [Part(name, label, not offer.lacks(name), loss) for name, (label, loss) in actions.items()],
        [_heard(offer, kind) for kind in kinds],
        _strange([*said.reads, *said.actions, *said.events]),
    )  # fmt: skip


def _heard(offer: Offer, kind: Kind) -> Heard:
    lacking = [type_ for type_ in kind.types if offer.lacks(type_)]
    return Heard(kind.name, kind.label, [type_ for type_ in kind.types if type_ not in lacking], lacking, kind.loss)


def _strange(said: list[str]) -> list[str]:
    reads, actions, kinds = known()
    ours = {same(name) for name in ["capabilities", *reads, *actions, *(type_ for kind in kinds for type_ in kind.types)]}
    return [name for name in said if same(name) not in ours][:MOST_STRANGE]

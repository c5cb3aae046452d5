"""Flows as data: one file for each family of reasons in ``data``, checked when it is read. The guide is docs/guides/flows.md."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from farol.core.exchange.shapes import Text
from farol.core.reasons import reasons
from farol.desk.fields.model import slots
from farol.desk.triage.model import FAMILIES

from .live.told import LIVE
from .model import LONGEST_LABEL, MOST_ASKED, MOST_CHOICES
from .pages import PAGES

Read = Literal[
    "user", "kyc", "security", "tier", "sessions", "deposits", "withdrawals", "orders", "liquidations", "p2p", "fiat", "api_keys", "balances",
    "incidents", "networks", "traced",
]  # fmt: skip
"""What of the customer's own a flow may look at: a field of ``Seen``."""
READS = frozenset(get_args(Read))
PickKind = Literal["", "deposit", "withdrawal", "order", "liquidation", "p2p_order", "fiat", "api_key"]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z_0-9]{0,39}$")]
WHEN = re.compile(r"thing|no_thing|signed_in|visitor|is:[a-z_0-9.]{1,60}|slot:[a-z_0-9]{1,40}|no_slot:[a-z_0-9]{1,40}")
TO = re.compile(r"next|solved|unsolved|(?:step:[a-z_0-9]{1,40})|(?:reason:[a-z_0-9.]{1,40})")
SILENT = frozenset({"care.person_at_risk"})
"""Where nothing at all is said and a person goes on."""


class Button(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice of a step. to: ``next``, ``step:KEY``, ``reason:CODE``, ``solved`` or ``unsolved``. sets: slots it fills."""

    zh: Annotated[str, Meta(min_length=1, max_length=LONGEST_LABEL)]
    en: Annotated[str, Meta(min_length=1, max_length=LONGEST_LABEL)]
    to: str = "next"
    sets: dict[Key, Annotated[str, Meta(max_length=40)]] = {}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to say. say: words as they stand. tell: a live answer by its name. pick: asks which of the customer's own things is meant.
    ask: slots that the words ask for. when: what must be so. page: one of ours that is shown with it. hand_off: a person goes on after it.
    """

    key: Key
    say: Text | None = None
    tell: str = ""
    pick: PickKind = ""
    ask: Annotated[list[Key], Meta(max_length=MOST_ASKED)] = []
    when: list[str] = []
    buttons: Annotated[list[Button], Meta(max_length=MOST_CHOICES)] = []
    page: str = ""
    hand_off: bool = False


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The steps of a reason in their order. version: another after every change of keys. reads: what it looks at, nothing more."""

    version: Annotated[int, Meta(ge=1)]
    steps: list[Step]
    reads: list[Read] = []

    def at(self, key: str) -> int | None:
        """Where the step of that key stands."""
        return next((n for n, step in enumerate(self.steps) if step.key == key), None)


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a family asks somebody who only says that something does not work. choices: what it can be, the most usual first."""

    say: Text
    choices: list[Button]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file."""

    flows: dict[str, Flow]
    vague: Vague | None = None


@lru_cache
def families() -> dict[str, Family]:
    """All files by family. Raises ValueError naming file and step for one that is wrong."""
    found = {}
    for name in FAMILIES:
        raw = files(__package__).joinpath("data", f"{name}.json").read_bytes()
        found[name] = parse(name, raw)
    return found


@lru_cache
def flows() -> dict[str, Flow]:
    """All flows by reason."""
    return {reason: flow for family in families().values() for reason, flow in family.flows.items()}


def parse(name: str, raw: bytes) -> Family:
    """One file. Raises ValueError with what is wrong in it, for its editor."""
    try:
        family = msgspec.json.decode(raw, type=Family)
    except msgspec.DecodeError as error:
        raise ValueError(f"{name}.json: {error}") from None
    known = reasons()
    for reason, flow in family.flows.items():
        if not reason.startswith(f"{name}.") or reason not in known:
            raise ValueError(f"{name}.json: {reason} is no reason of this family")
        _check(f"{name}.json, {reason}", flow)
    for button in family.vague.choices if family.vague else []:
        if not button.to.startswith("reason:") or button.to.removeprefix("reason:") not in known:
            raise ValueError(f"{name}.json: {button.to} is no reason")
    return family


def _check(where: str, flow: Flow) -> None:
    keys = [step.key for step in flow.steps]
    if len(set(keys)) != len(keys):
        raise ValueError(f"{where}: two steps have one key")
    for step in flow.steps:
        for wrong in _wrong(step, set(keys)):
            raise ValueError(f"{where}, {step.key}: {wrong}")


def _wrong(step: Step, keys: set[str]) -> list[str]:
    kinds = sum((step.say is not None, bool(step.tell), bool(step.pick)))
    names = slots()
    buttons = [
        f"a choice leads to {one.to}" for one in step.buttons
        if not TO.fullmatch(one.to) or (one.to.startswith("step:") and one.to.removeprefix("step:") not in keys)
        or (one.to.startswith("reason:") and one.to.removeprefix("reason:") not in reasons())
    ]  # fmt: skip
    return [
        *(["it says no thing or more than one"] if kinds != 1 else []),
        *([f"there is no live answer {step.tell}"] if step.tell and step.tell not in LIVE else []),
        *([f"there is no page {step.page}"] if step.page and step.page not in PAGES else []),
        *(["a question needs words"] if step.ask and step.say is None else []),
        *[f"nobody asks for {slot}" for slot in step.ask if slot not in names],
        *[f"{one} is no condition" for one in step.when if not WHEN.fullmatch(one)],
        *buttons,
    ]  # fmt: skip

"""What happens to macros (stream ``macro:ID``), and with them (stream ``ticket:ID``)."""

from typing import Any

from farol.kit.events import Event


class MacroSaved(Event, kind="macro.saved", frozen=True):
    """A macro was made or changed."""

    version: int
    name_zh: str
    name_en: str


class MacroRemoved(Event, kind="macro.removed", frozen=True):
    """It is offered no more."""

    name_zh: str
    name_en: str


class MacroApplied(Event, kind="macro.applied", frozen=True):
    """A reply went out with it. outcomes: what was done besides and what was not, each with ``do``, ``value``, ``was``, ``done``, ``why``."""

    macro_id: int
    version: int
    name_zh: str
    name_en: str
    outcomes: list[dict[str, Any]]

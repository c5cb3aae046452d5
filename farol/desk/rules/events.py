"""What happens to rules (stream ``rule:ID``; their order: ``rules:1``), and what they do (stream ``ticket:ID``)."""

from typing import Any

from farol.kit.events import Event


class RuleSaved(Event, kind="rule.saved", frozen=True):
    """A rule was made, changed, or switched."""

    version: int
    zh: str
    en: str
    active: bool


class RuleRemoved(Event, kind="rule.removed", frozen=True):
    """It is no more."""

    zh: str
    en: str


class RulesOrdered(Event, kind="rule.order_changed", frozen=True):
    """The rules take their turns in this order."""

    ids: list[int]


class RuleApplied(Event, kind="rule.applied", frozen=True):
    """A rule matched and did something. outcomes: each with ``do``, ``value``, ``was``, ``done``, ``why``."""

    rule_id: int
    version: int
    zh: str
    en: str
    outcomes: list[dict[str, Any]]

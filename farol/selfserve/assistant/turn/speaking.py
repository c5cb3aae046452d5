"""Whether the assistant may speak in a ticket: never over a person, never twice, never where it was not asked to be."""

from typing import Protocol

from farol.selfserve.assistant.model import Case, Rules


class Stands(Protocol):
    """What decides; see ``turn_store.Standing``."""

    @property
    def status(self) -> str: ...
    @property
    def owner_id(self) -> int | None: ...
    @property
    def channel(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def merged(self) -> bool: ...
    @property
    def customers(self) -> bool: ...
    @property
    def newer(self) -> bool: ...
    @property
    def staffed(self) -> bool: ...
    @property
    def looked(self) -> bool: ...
    @property
    def taken(self) -> bool: ...


def keeps_out(stands: Stands, rules: Rules, case: Case | None) -> str:
    """Why it says nothing: ``off``, ``not_here``, ``over``, ``person``, ``handed``, ``later`` (the customer goes on), ``taken``; empty when it may."""
    if not rules.active or not stands.customers:
        return "off"
    if stands.channel not in rules.channels or (rules.languages and stands.language not in rules.languages):
        return "not_here"
    if stands.status in ("resolved", "closed") or stands.merged:
        return "over"
    if stands.owner_id is not None or stands.staffed or stands.looked:
        return "person"
    if case and case.state != "talking":
        return "handed"
    return "taken" if stands.taken else "later" if stands.newer else ""

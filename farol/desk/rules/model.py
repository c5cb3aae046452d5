"""What a rule is, what makes it look, and what is kept of each look."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.core.tickets.events import MessagePosted, TicketChanged, TicketOpened
from farol.desk.conditions.evaluate import Seen
from farol.desk.conditions.model import All, Leaf, Node
from farol.desk.effects.model import Effect, Outcome
from farol.desk.sla.events import ClockBreached, ClockWarned
from farol.desk.tags.events import TicketTagged
from farol.kit.events import Recorded

Trigger = Literal["opened", "message", "replied", "status", "changed", "warned", "breached", "time"]
"""opened: a ticket came. message: its customer wrote again. replied: staff answered. status: it moved. changed: another field or
a tag. warned, breached: a clock is mostly or wholly spent. time: so many minutes went by."""
MOST_RULES = 100
MOST_CHAIN = 3
"""Rules may set off rules, and those others; after the third round it ends."""
FIRST_WORDS = 2
"""Seq of the words that open a ticket; they are not news besides its opening."""
NAME = 100


class Draft(msgspec.Struct, frozen=True):
    """A rule as somebody wrote it. conditions: the tree as JSON."""

    zh: str
    en: str
    active: bool
    triggers: list[Trigger]
    conditions: dict[str, Any]
    effects: list[Effect]


class Rule(msgspec.Struct, frozen=True):
    """A rule as it stands. place: its turn, lower first. set_by: who last changed it, ``name`` as people know them."""

    id: int
    place: int
    active: bool
    version: int
    zh: str
    en: str
    triggers: list[Trigger]
    conditions: dict[str, Any]
    effects: list[Effect]
    at: datetime
    set_by: str
    name: str


class Version(msgspec.Struct, frozen=True):
    """A rule as it was."""

    version: int
    content: dict[str, Any]
    at: datetime
    set_by: str
    name: str


class Result(msgspec.Struct, frozen=True):
    """What came of one rule's look. seen: what made it match, or what stood against it. why, when it did not look:
    ``again`` (it acted in this chain already), ``stopped`` (the chain was over), ``broken``."""

    rule: int
    version: int
    zh: str
    en: str
    matched: bool
    seen: list[Seen]
    outcomes: list[Outcome]
    why: str = ""


class Run(msgspec.Struct, frozen=True):
    """What the rules made of one event of a ticket. depth: rounds of rules before it. stopped: the chain was ended here."""

    seq: int
    trigger: str
    root_seq: int
    depth: int
    stopped: bool
    results: list[Result]
    at: datetime


def triggers_of(event: Recorded) -> set[Trigger]:
    """What an event is to rules."""
    found: set[Trigger] = set()
    match event.event():
        case TicketOpened():
            found = {"opened"}
        case MessagePosted(internal=False, author_kind=author, status=status):
            if author == "customer" and event.seq > FIRST_WORDS:
                found = {"message"}
            elif author == "staff":
                found = {"replied"}
            if status:
                found.add("status")
        case TicketChanged(fields=fields):
            if fields.keys() & {"status", "stage"}:
                found.add("status")
            if fields.keys() - {"status", "stage"}:
                found.add("changed")
        case TicketTagged():
            found = {"changed"}
        case ClockWarned():
            found = {"warned"}
        case ClockBreached():
            found = {"breached"}
    return found


def sets_off(effects: list[Effect]) -> set[Trigger]:
    """What a rule's own doing is to the other rules."""
    does = {effect.do for effect in effects}
    found: set[Trigger] = set()
    if does & {"status", "stage"}:
        found.add("status")
    if does & {"severity", "reason", "owner", "tag_add", "tag_remove"}:
        found.add("changed")
    return found


def minutes_of(node: Node) -> dict[str, float] | None:
    """The bounds that a rule about time stands on, by field: among its top conditions at least one of them; None when there is none."""
    top = node.parts if isinstance(node, All) else (node,)
    found = {
        part.field.name: float(part.values[0] or 0) for part in top
        if isinstance(part, Leaf) and part.field.kind == "minutes"
        and part.op == ("less_than" if part.field.name == "due_minutes" else "more_than") and isinstance(part.values[0], int | float)}
    return found or None

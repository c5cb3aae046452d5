"""Lists as people see them."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.desk.conditions.model import Node, parse
from farol.desk.inbox.model import InboxRow, Person

from .order import Sort

Scope = Literal["me", "team", "all"]
Column = Literal["severity", "status", "reason", "owner", "team", "tags", "language", "channel", "opened", "updated", "due"]
MOST_VIEWS = 100
"""Lists one person has made."""
MOST_COUNTED = 1000
"""A count goes no further: beyond it says only that there are more."""
MOST_SHOWN = 60
"""Lists that are counted for one screen."""

OPEN = {"field": "status", "op": "in", "value": ["open", "pending"]}
AWAKE = {"field": "snoozed", "op": "is", "value": False}
TREES: dict[str, Any] = {
    "waiting": {"all": [OPEN, {"field": "waiting_minutes", "op": "not_empty"}, AWAKE]},
    "mine": {"all": [OPEN, {"field": "owner", "op": "is", "value": "me"}, AWAKE]},
    "all": {"all": [OPEN, AWAKE]},
    "snoozed": {"all": [OPEN, {"field": "snoozed", "op": "is", "value": True}]},
    "resolved": {"field": "status", "op": "in", "value": ["resolved", "closed"]},
}
"""The lists every desk has. A ticket that was merged into another stands in none."""


class Sought(msgspec.Struct, frozen=True):
    """What a list holds, in which order. broad: most of what waits stands in it."""

    node: Node
    sort: Sort = "urgency"
    descending: bool = False
    broad: bool = False


BUILT_IN: dict[str, Sought] = {
    name: Sought(parse(tree), "opened" if name == "resolved" else "urgency", name == "resolved", name in ("waiting", "all"))
    for name, tree in TREES.items()}


class Counts(msgspec.Struct, frozen=True):
    """How many tickets stand in each list, counted as far as MOST_COUNTED. views: saved ones by id; those that take too long are left out."""

    waiting: int
    mine: int
    all: int
    snoozed: int
    views: dict[int, int]


class Listing(msgspec.Struct, frozen=True):
    """A page of a list. after: what the next page is asked with, None at the end."""

    rows: list[InboxRow]
    counts: Counts
    after: str | None


class View(msgspec.Struct, frozen=True):
    """A saved list. mine: the reader made it or may change it. team: of scope team."""

    id: int
    zh: str
    en: str
    owner: Person
    scope: Scope
    team_id: int | None
    conditions: Any
    sort: Sort
    descending: bool
    columns: list[Column]
    version: int
    at: datetime
    mine: bool

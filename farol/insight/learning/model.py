"""Nouns of learning: a label, a model that learnt from labels, and how it did."""

from datetime import datetime
from typing import Any, Literal

import msgspec

Kind = Literal["wrong_reason", "wrong_answer", "right"]
LabelKind = Literal["wrong_reason", "wrong_answer", "right", "changed", "accepted"]
"""wrong_reason: the assistant took the message for something else. wrong_answer: the answer was wrong. right: both were right.
changed: an agent changed the ticket's reason, which says what its first words were about. accepted: an agent sent the copilot's draft as it
was; it is made for the ticket's reason, so that is what the first words were about."""
State = Literal["candidate", "serving", "previous"]
KEEP_DAYS = 180
"""Words that were kept to learn from go after this long."""
KEEP_PREVIOUS = 3
"""Models that served before, kept to go back to."""
KEEP_CANDIDATES = 3
"""Models that were not let in, kept for their figures."""
SHIPPED = 0
"""The id of the product's own model, which learnt from no label."""
DANGER = "care."
"""Reasons about a person at risk begin so: nothing of their tickets is kept."""


class Label(msgspec.Struct, frozen=True):
    """Somebody's word on what a message was about, as training reads it."""

    staff_id: int
    customer_id: int
    language: str
    reason: str
    words: str
    at: datetime


class Draft(msgspec.Struct, frozen=True):
    """A draft that an agent sent as it was. reason: of the ticket when it was made."""

    ticket_id: int
    staff_id: int
    reason: str


class Count(msgspec.Struct, frozen=True):
    """Right, of how many."""

    right: int
    n: int

    @property
    def share(self) -> float:
        """1 for none."""
        return self.right / self.n if self.n else 1.0


class Shadow(msgspec.Struct, frozen=True):
    """How a model does on sentences it never learnt from. alarms: theirs that ring. outside: others' matters known as such.
    rings: sentences without danger that ring none. hits: which sentences of ``language:en``, ``reason:dep.unconfirmed`` and so on were right, in
    the order of the rows, as hexadecimal bits."""

    languages: dict[str, Count]
    reasons: dict[str, Count]
    alarms: dict[str, Count]
    outside: Count
    rings: Count
    hits: dict[str, str] = {}


class Version(msgspec.Struct, frozen=True):
    """A model as its card shows it. rows: sentences by language; labels: of these, from people, by language and by kind.

    digest: of all it learnt from. why: languages and alarms that got worse, such as ``language:en``. set_by: a name,
    or ``system:0``; reason: why it was set where it is.
    """

    id: int
    state: State
    made_at: datetime
    rows: dict[str, int]
    labels: dict[str, dict[str, int]]
    digest: str
    held: dict[str, float]
    shadow: Shadow
    frozen: str
    why: list[str]
    set_at: datetime | None
    set_by: str
    reason: str


class Shipped(msgspec.Struct, frozen=True):
    """The product's own model: how it does on the frozen sentences, None until a training asked."""

    shadow: Shadow | None
    at: datetime | None


class Labels(msgspec.Struct, frozen=True):
    """What people said. n: in all; usable: with words and a reason; week: in the last seven days; kinds, languages: counts."""

    n: int
    usable: int
    week: int
    kinds: dict[str, int]
    languages: dict[str, int]


class Overview(msgspec.Struct, frozen=True):
    """serving: 0 for the product's own. keep_days: how long words are kept."""

    serving: int
    versions: list[Version]
    shipped: Shipped
    labels: Labels
    keep_days: int = KEEP_DAYS


class Said(msgspec.Struct, frozen=True):
    """A label as people see it. ``words`` hold nothing personal."""

    ticket_id: int
    number: str
    seq: int
    kind: LabelKind
    was: str
    reason: str
    article: str | None
    language: str
    words: str
    by: str
    at: datetime


class Turn(msgspec.Struct, frozen=True):
    """A turn of the assistant that can be judged. reason: what it took the customer's message of that seq for."""

    seq: int
    reply_seq: int | None
    move: str
    reason: str
    at: datetime


class Message(msgspec.Struct, frozen=True):
    """A customer's message a label is about. may_keep: whether its words may be kept; names: of people in the ticket."""

    seq: int
    customer_id: int
    body: str
    language: str
    was: str
    may_keep: bool
    names: list[str]


def version_of(row: dict[str, Any]) -> Version:
    """From the table's row."""
    card = row["card"]
    return Version(
        row["id"], row["state"], row["made_at"], card["rows"], row["learnt"], card["digest"], card["held"], msgspec.convert(row["shadow"], Shadow),
        row["frozen"], row["why"], row["set_at"], row["set_by"], row["reason"])

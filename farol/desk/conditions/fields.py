"""What a condition may ask about, and how."""

from typing import Literal

import msgspec

Kind = Literal["choice", "branch", "person", "team", "tag", "text", "value", "minutes", "number", "yes_no", "link"]

OPS: dict[str, tuple[str, ...]] = {
    "choice": ("is", "is_not", "in", "not_in", "empty", "not_empty"),
    "branch": ("is", "is_not", "in", "not_in", "empty", "not_empty"),
    "person": ("is", "is_not", "in", "not_in", "empty", "not_empty"),
    "team": ("is", "is_not", "in", "not_in", "empty", "not_empty"),
    "tag": ("is", "is_not", "in", "not_in", "empty", "not_empty"),
    "text": ("contains", "starts", "is", "is_not", "empty", "not_empty"),
    "value": ("is", "is_not", "in", "not_in", "contains", "starts", "more_than", "less_than", "empty", "not_empty"),
    "minutes": ("more_than", "less_than", "empty", "not_empty"),
    "number": ("is", "is_not", "more_than", "less_than"),
    "yes_no": ("is",),
    "link": ("is", "is_not", "empty", "not_empty"),
}
"""Comparisons by kind. ``branch``: a name also means all below it (``dep`` is also ``dep.suspended``, ``VIP`` also ``VIP 3``, ``zh`` also ``zh-Hant``).
``tag``: ``is`` one it carries, ``in`` at least one of these. ``text``: ``contains`` at least one of these words."""
BARE = ("empty", "not_empty")
"""Comparisons that take no value."""
MANY = ("in", "not_in")
"""Comparisons that take a list; ``contains`` and ``starts`` take one word or a list."""


class Field(msgspec.Struct, frozen=True):
    """choices: the only values there are; none where anything goes."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = ()

    @property
    def ops(self) -> tuple[str, ...]:
        """How it can be compared."""
        return OPS[self.kind]


CUSTOM = "field."
"""A custom field is named by its key: ``field.bank``."""
FIELDS: dict[str, Field] = {field.name: field for field in (
    Field("status", "choice", ("open", "pending", "resolved", "closed")),
    Field("stage", "choice"),
    Field("severity", "choice", ("P0", "P1", "P2", "P3", "P4")),
    Field("reason", "branch"),
    Field("channel", "choice"),
    Field("language", "branch"),
    Field("tier", "branch"),
    Field("owner", "person"),
    Field("team", "team"),
    Field("tag", "tag"),
    Field("subject", "text"),
    Field("words", "text"),
    Field("opened_minutes", "minutes"),
    Field("waiting_minutes", "minutes"),
    Field("updated_minutes", "minutes"),
    Field("due_minutes", "minutes"),
    Field("snoozed", "yes_no"),
    Field("incident", "link"),
    Field("has_file", "yes_no"),
    Field("unread", "number"),
)}
"""``words``: the customer's last message. ``waiting_minutes``: since the oldest words nobody answered; empty when nobody waits.
``due_minutes``: until the next clock or promise runs out, below nought when it has. ``unread``: customer's messages unread."""


def field_of(name: str) -> Field | None:
    """What is known of a field by its name."""
    if name.startswith(CUSTOM) and 0 < len(name.removeprefix(CUSTOM)) <= 60:
        return Field(name, "value")
    return FIELDS.get(name)

"""Fields as they are defined and shown."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from farol.core.reasons import reasons

Kind = Literal["text", "number", "choice", "date", "yes_no", "txid", "address", "amount"]
MOST_FIELDS = 100
"""Fields a desk can define."""


class Option(msgspec.Struct, frozen=True):
    """One thing to choose."""

    value: str
    zh: str
    en: str


class Field(msgspec.Struct, frozen=True):
    """Something to know about a ticket. required: to be filled before it is resolved. reasons: beginnings of the reason codes it is
    for, none for all. roles: who sees it, none for everybody who sees the ticket. slot: asked for by the reason itself."""

    key: str
    kind: Kind
    zh: str
    en: str
    options: list[Option] = []
    required: bool = False
    reasons: list[str] = []
    roles: list[str] = []
    position: int = 0
    slot: bool = False

    def fits(self, reason: str | None) -> bool:
        """Whether it is for tickets of this reason."""
        return not self.reasons or any((reason or "").startswith(each) for each in self.reasons)

    def seen_by(self, role: str) -> bool:
        """Whether somebody of this role may see it."""
        return not self.roles or role in self.roles


class Filled(msgspec.Struct, frozen=True):
    """A field of one ticket with its value, None when it is missing. found: values of its kind in what the customer wrote."""

    field: Field
    value: Any
    found: list[Any]


class Values(msgspec.Struct, frozen=True):
    """A ticket's fields in the order to fill them."""

    reason: str | None
    fields: list[Filled]
    seq: int


@lru_cache
def slots() -> dict[str, Field]:
    """What the reasons ask for, by name."""
    raw = json.loads(files(__package__).joinpath("slots.json").read_text("utf-8"))
    return {key: msgspec.convert({"key": key, "slot": True, **body}, Field) for key, body in raw.items()}


def wanted(defined: list[Field], reason: str | None, role: str, filled: set[str]) -> list[Field]:
    """The fields of a ticket: its reason's slots first, then the desk's own, then what was filled under another reason.

    A field that the desk defines under a slot's name takes the slot's place.
    """
    own = {field.key: field for field in defined}
    found = reasons().get(reason or "")
    asked = [own.get(key) or slots()[key] for key in (found.slots if found else ())]
    chosen = {field.key: msgspec.structs.replace(field, slot=True) for field in asked}
    for field in defined:
        if field.fits(reason):
            chosen.setdefault(field.key, field)
    for key in sorted(filled - chosen.keys()):
        if left := own.get(key) or slots().get(key):
            chosen[key] = msgspec.structs.replace(left, slot=False)
    return [field for field in chosen.values() if field.seen_by(role)]

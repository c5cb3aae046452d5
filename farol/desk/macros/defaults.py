"""The macros a desk begins with: what support of an exchange says most, in both languages, with what is done besides.

They promise no outcome, name no time without promising it, and ask for nothing that is never asked.
One file for each group in ``seed``; ``effects`` of a macro: what to do, by its ``do`` (see ``farol.desk.effects.model``).
"""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from farol.desk.effects.model import OF_MACROS, parse

from .model import Draft

FOLDER = Path(__file__).with_name("seed")
GROUPS = (
    "process", "safety", "deposits", "withdrawals", "security", "compliance", "identity", "trading", "api", "p2p", "fiat", "products",
    "care", "questions",
)
"""Names of the files, in the order in which macros that nobody has used yet are offered."""


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A macro as it stands in its file."""

    shortcut: str
    name_zh: str
    name_en: str
    zh: str
    en: str
    effects: dict[str, Any] = {}


def group(name: str) -> list[Draft]:
    """The macros of one file, in its order. Raises ValidationError, EffectInvalid, TOMLDecodeError."""
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return [_draft(one) for one in msgspec.convert(read["macro"], list[Written])]


def macros() -> list[Draft]:
    """All of them."""
    return [draft for name in GROUPS for draft in group(name)]


def _draft(one: Written) -> Draft:
    effects = parse([{"do": do, "value": value} for do, value in one.effects.items()], OF_MACROS)
    return Draft("all", None, one.name_zh, one.name_en, one.shortcut, one.zh, one.en, effects)

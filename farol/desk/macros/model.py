"""What a macro is."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from farol.desk.effects.model import Effect

Scope = Literal["me", "team", "all"]
LONGEST = 4_000
"""Characters of a text."""
NAME = 80
SHORTCUT = 24


class Draft(msgspec.Struct, frozen=True):
    """A macro as somebody wrote it. team_id: for scope ``team``."""

    scope: Scope
    team_id: int | None
    name_zh: str
    name_en: str
    shortcut: str
    zh: str
    en: str
    effects: list[Effect]

    def text(self, language: str) -> tuple[str, str]:
        """The text for a customer of this language, and the language it is in: the other one where this is not written."""
        chinese = language.startswith("zh")
        first, other = (self.zh, self.en) if chinese else (self.en, self.zh)
        tongue = "zh" if chinese else "en"
        return (first, tongue) if first.strip() or not other.strip() else (other, "en" if chinese else "zh")


class Macro(msgspec.Struct, frozen=True):
    """A macro as shown. set_by: who last changed it. used_at: when it last went out. editable: by who asks."""

    id: int
    scope: Scope
    team_id: int | None
    name_zh: str
    name_en: str
    shortcut: str
    zh: str
    en: str
    effects: list[Effect]
    version: int
    uses: int
    used_at: datetime | None
    at: datetime
    set_by: str
    editable: bool = False

    @property
    def draft(self) -> Draft:
        """What was written."""
        return Draft(self.scope, self.team_id, self.name_zh, self.name_en, self.shortcut, self.zh, self.en, self.effects)


class Version(msgspec.Struct, frozen=True):
    """A macro as it was. set_by: ``staff:3`` with the name, or the desk itself."""

    version: int
    content: dict[str, Any]
    at: datetime
    set_by: str
    name: str


class PlannedEffect(msgspec.Struct, frozen=True):
    """What will be done on sending. may: the agent has the right."""

    do: str
    value: Any
    may: bool


class Prepared(msgspec.Struct, frozen=True):
    """A macro filled for one ticket. missing: what the agent still has to fill. language: of the text.
    promise_by: the time that is promised when it goes out."""

    macro_id: int
    version: int
    name_zh: str
    name_en: str
    language: str
    text: str
    missing: list[str]
    effects: list[PlannedEffect]
    promise_by: datetime | None


class Planned(msgspec.Struct, frozen=True):
    """What goes out with somebody's next words in a ticket."""

    macro_id: int
    version: int
    effects: list[Effect]
    promise_by: datetime | None
    name_zh: str
    name_en: str

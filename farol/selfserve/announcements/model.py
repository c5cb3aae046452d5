"""An announcement, and the rules its words must keep."""

from datetime import datetime, timedelta
from typing import Literal, get_args

import msgspec

from farol.kit.i18n import Say, Tongue, written
from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.liveblocks import Live

Kind = Literal["maintenance", "listing", "security", "product", "support"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: dict[Kind, Say] = {
    "maintenance": Say("维护", "Maintenance"),
    "listing": Say("上新与下架", "Listings"),
    "security": Say("安全", "Security"),
    "product": Say("产品", "Product"),
    "support": Say("客服方式", "How support works"),
}
LONGEST_TITLE, LONGEST_BODY = 120, 8_000
SOON = timedelta(hours=24)
"""A maintenance that begins within this time is told on the first page."""


class Said(msgspec.Struct, frozen=True):
    """What is told. begins_at and ends_at: when the thing itself happens; both are needed for a maintenance."""

    kind: Kind
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    begins_at: datetime | None = None
    ends_at: datetime | None = None


class Announcement(msgspec.Struct, frozen=True):
    """One that was published. version: grows with every correction; changed_at: the last one."""

    id: int
    kind: Kind
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    begins_at: datetime | None
    ends_at: datetime | None
    version: int
    published_at: datetime
    changed_at: datetime
    withdrawn_at: datetime | None

    def title(self, lang: Tongue) -> str:
        """In that language."""
        return self.title_zh if written(lang) == "zh" else self.title_en

    def body(self, lang: Tongue) -> str:
        """Its Markdown in that language."""
        return self.body_zh if written(lang) == "zh" else self.body_en

    def under_way(self, now: datetime) -> bool:
        """Whether it is a maintenance that goes on now."""
        return self.kind == "maintenance" and bool(self.begins_at and self.ends_at and self.begins_at <= now < self.ends_at)

    def near(self, now: datetime) -> bool:
        """Whether it is a maintenance that begins within a day."""
        return self.kind == "maintenance" and bool(self.begins_at and now < self.begins_at <= now + SOON)


def faults(said: Said) -> list[dict[str, str]]:
    """Why it may not be published, by field; empty when it may."""
    found = []
    for name, most in (("title_zh", LONGEST_TITLE), ("title_en", LONGEST_TITLE), ("body_zh", LONGEST_BODY), ("body_en", LONGEST_BODY)):
        text = getattr(said, name)
        if not text.strip():
            found.append({"field": name, "why": "is empty"})
        elif len(text) > most:
            found.append({"field": name, "why": f"is longer than {most}"})
    for name in ("body_zh", "body_en"):
        found += [{"field": name, "why": fault.said("en")} for fault in markdown.faults(getattr(said, name))]
        if any(isinstance(part, Live) for part in markdown.parts(getattr(said, name))):
            found.append({"field": name, "why": "live blocks are for articles: an announcement says what was true when it was published"})
    if said.kind == "maintenance" and not (said.begins_at and said.ends_at):
        found.append({"field": "begins_at", "why": "a maintenance has a beginning and an end"})
    if said.begins_at and said.ends_at and said.ends_at <= said.begins_at:
        found.append({"field": "ends_at", "why": "is not after the beginning"})
    return found

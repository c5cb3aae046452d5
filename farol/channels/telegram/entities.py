"""Words with what Telegram marked in them. Offsets count UTF-16 units, as the Bot API gives them."""

from collections.abc import Iterator
from typing import Any

import msgspec


class Entity(msgspec.Struct, frozen=True):
    """A marked stretch. kind: such as ``mention`` or ``text_link``. start, end: UTF-16 units."""

    kind: str
    start: int
    end: int
    words: str
    url: str = ""
    user: int = 0


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def entities(text: str, given: Any) -> Iterator[Entity]:
    """Those that lie within the text; anything else is not ours to mend."""
    raw = text.encode("utf-16-le", "surrogatepass")
    for one in given if isinstance(given, list) else ():
        start, length = int(one["offset"]), int(one["length"])
        words = raw[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
        yield Entity(str(one["type"]), start, start + length, words, str(one.get("url", "")), int(one.get("user", {}).get("id", 0)))


def visible(text: str, found: list[Entity]) -> str:
    """The text with the target of every link that hides one behind other words: ``farol (https://…)``."""
    raw, kept, done = text.encode("utf-16-le", "surrogatepass"), [], 0
    for one in sorted((one for one in found if one.kind == "text_link" and one.url), key=lambda one: one.end):
        if one.end < done or one.words.strip().rstrip("/") == one.url.rstrip("/"):
            continue
        kept.append(raw[2 * done : 2 * one.end].decode("utf-16-le", "replace") + f" ({one.url})")
        done = one.end
    return "".join(kept) + raw[2 * done :].decode("utf-16-le", "replace")

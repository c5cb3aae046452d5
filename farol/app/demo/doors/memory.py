"""What was said out there, and where each platform was told to call: one file, so that a restart forgets nothing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

MOST = 200
"""Lines of one place that are kept; the oldest go first."""


class Button(msgspec.Struct, frozen=True):
    """Under a line. name: what is told when it is pressed; link: where it leads instead."""

    label: str
    name: str = ""
    link: str = ""


class Line(msgspec.Struct):
    """One message. ours: Farol said it. who: whoever else did. gone: it was removed. about: what happened instead of words."""

    id: str
    text: str
    at: datetime
    ours: bool = False
    who: str = ""
    buttons: list[Button] = []
    gone: bool = False
    about: str = ""


class Kept(msgspec.Struct):
    """The file."""

    places: dict[str, list[Line]] = {}
    told: dict[str, Any] = {}
    """By platform: addresses and secrets that an operator, or Farol, gave it."""
    count: int = 0


class Memory:
    """The file, read once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = folder / "memory.json"
        self.kept = msgspec.json.decode(self._file.read_bytes(), type=Kept) if self._file.exists() else Kept()

    def lines(self, place: str) -> list[Line]:
        """What stands in a place, oldest first."""
        return self.kept.places.get(place, [])

    def add(self, place: str, id_: str, text: str, **more: Any) -> Line:
        """A new line."""
        line = Line(id_, text, datetime.now(UTC), **more)
        self.kept.places[place] = [*self.lines(place), line][-MOST:]
        self.save()
        return line

    def find(self, place: str, id_: str) -> Line | None:
        """One that stands there."""
        return next((line for line in self.lines(place) if line.id == id_), None)

    def tell(self, platform: str, **what: Any) -> None:
        """Keeps what a platform was told."""
        self.kept.told[platform] = {**self.kept.told.get(platform, {}), **what}
        self.save()

    def told(self, platform: str, key: str) -> Any:
        """What it was told; empty when nothing."""
        return self.kept.told.get(platform, {}).get(key, "")

    def save(self) -> None:
        """Whole or not at all."""
        self.kept.count += 1
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(self.kept))
        fresh.chmod(0o600)
        fresh.rename(self._file)

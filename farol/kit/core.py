"""What a process has at hand: settings, database, bus, files, and the clients a feature puts in."""

from typing import Any, TypeVar, cast

import asyncpg

from .bus import Bus
from .files import Files
from .settings import Settings

C = TypeVar("C")


class Kit:
    """Handed to every action, page, job and reaction; built once per process."""

    def __init__(self, settings: Settings, db: asyncpg.Pool, bus: Bus, files: Files) -> None:
        self.settings, self.db, self.bus, self.files = settings, db, bus, files
        self._parts: dict[type, Any] = {}

    def put(self, part: object) -> None:
        """Registers a part by its class, for ``get``."""
        self._parts[type(part)] = part

    def get(self, kind: type[C]) -> C:
        """The registered part of that class. Raises KeyError when the process was built without it."""
        return cast(C, self._parts[kind])

    def has(self, kind: type) -> bool:
        """Whether a part of that class was registered."""
        return kind in self._parts

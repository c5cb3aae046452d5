"""What a worker knows before it carries out jobs: which links words may hold, as a web process does. The list of the database is read anew each time."""

from farol.kit.core import Kit

from . import begin


class Knowing:
    """Nothing runs; it only knows."""

    async def stop(self) -> None:
        """Nothing was started."""


async def start(kit: Kit) -> Knowing:
    """Reads it from the settings, before the first job."""
    await begin.start(kit)
    return Knowing()

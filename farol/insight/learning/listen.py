"""What a worker listens to: which model was let in."""

import asyncio

from farol.kit.core import Kit

from .serving import Serving


class Following:
    """The worker's following, until it stops."""

    def __init__(self, kit: Kit) -> None:
        self._task = asyncio.create_task(Serving().follow(kit))

    async def stop(self) -> None:
        """Ends it."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


async def start(kit: Kit) -> Following:
    """Begins following."""
    return Following(kit)

"""What a worker listens to for the queue: somebody became free, or something came."""

import asyncio

import structlog

from farol.kit import db
from farol.kit.core import Kit

from .actions.sweep import give_out
from .telling import PUSH

log = structlog.get_logger()


class Pushed:
    """Gives out tickets as soon as it is told to; pushes that come meanwhile share the next round."""

    def __init__(self, kit: Kit) -> None:
        self._kit, self._asked = kit, asyncio.Event()
        self._task = asyncio.create_task(self._work())

    def push(self, _: bytes) -> None:
        """Asks for a round."""
        self._asked.set()

    async def stop(self) -> None:
        """Ends; what was not given out is found by the sweep."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _work(self) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            try:
                await give_out(self._kit)
            except db.LOST:
                log.warning("queue.database_lost")
            except Exception:
                log.exception("queue.round_failed")


async def start(kit: Kit) -> Pushed:
    """Starts listening."""
    pushed = Pushed(kit)
    await kit.bus.subscribe(PUSH, pushed.push)
    return pushed

"""Keeps this process's understanding at the model that was let in: at the word of whoever changed it, and every half minute for lost words."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from farol.core.understanding import Model, resident, shelf
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import WAKE

from . import model_store
from .model import SHIPPED

log = structlog.get_logger()
LOOK_EVERY_S = 30.0


class Serving:
    """Which model this process answers by."""

    def __init__(self) -> None:
        self.id = SHIPPED
        self._told = asyncio.Event()

    def hear(self, data: bytes) -> None:
        """A wake-up of any stream."""
        if data.startswith(b"learning:1 "):
            self._told.set()

    async def catch_up(self, kit: Kit) -> None:
        """Loads the model that was let in. One that cannot be read leaves the present one, and is logged."""
        wanted = await model_store.serving(kit.db)
        if wanted == self.id:
            return
        files = await model_store.files(kit.db, wanted) if wanted != SHIPPED else None
        if wanted != SHIPPED and files is None:
            return  # replaced meanwhile
        try:
            resident.serve(await asyncio.to_thread(_loaded, *files) if files else None)
        except shelf.Damaged as error:
            log.error("learning.model_damaged", model=wanted, error=str(error))
        else:
            log.info("learning.model_switched", model=wanted, was=self.id)
        self.id = wanted

    async def follow(self, kit: Kit) -> None:
        """Until the process ends."""
        await kit.bus.subscribe(WAKE, self.hear)
        while True:
            try:
                await self.catch_up(kit)
            except db.LOST:
                log.warning("learning.not_followed")
            self._told.clear()
            try:
                async with asyncio.timeout(LOOK_EVERY_S):
                    await self._told.wait()
            except TimeoutError:
                continue


def _loaded(told: bytes, arrays: bytes) -> Model:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / shelf.TOLD).write_bytes(told)
        (folder / shelf.ARRAYS).write_bytes(arrays)
        return shelf.load(folder)

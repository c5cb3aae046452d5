"""What a worker does beside its jobs: has the model that hears what words are about at hand before the first customer writes."""

import asyncio

from farol.core.understanding import resident
from farol.kit.core import Kit
from farol.selfserve.retrieval.library import library


class Warm:
    """Nothing that has to be ended."""

    async def stop(self) -> None:
        """Models and articles go with the process."""


async def start(kit: Kit) -> Warm:
    """Models are kept below the data folder, shared with the web processes."""
    if not resident.ready:
        resident.place(kit.settings.data_dir / "understanding")
    kit.background(_ready(kit))
    return Warm()


async def _ready(kit: Kit) -> None:
    await asyncio.to_thread(resident.model)
    await library(kit)

"""Housekeeping of what belongs to tickets."""

from farol.kit.core import Kit
from farol.kit.files.jobs import sweep
from farol.kit.jobs import every_s

from . import store


@every_s(3600, "files.sweep")
async def sweep_files(kit: Kit) -> None:
    """Removes uploads that no message took within a day."""
    await sweep(kit, store.files_in_use)

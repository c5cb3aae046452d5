"""Housekeeping of drafts."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import store


@every_s(3600, "drafts.prune")
async def prune(kit: Kit) -> None:
    """Forgets what nobody came back to within a month."""
    await store.prune(kit.db)

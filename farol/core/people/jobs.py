"""Housekeeping."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import passkey_store, store


@every_s(900, "people.prune")
async def prune(kit: Kit) -> None:
    """Keeps the lists of tries, challenges and old sessions short."""
    await store.prune(kit.db)
    await passkey_store.prune(kit.db)

"""What is old is forgotten; what an operator wants to know is looked up."""

from farol.core.core_events import list_store, store
from farol.core.core_events.model import ENTITIES_KEPT, KEPT, Overview
from farol.kit.core import Kit

from .receiving import secrets

AT_ONCE = 5_000
MOST_SHOWN = 50
MOST_TYPES = 200


async def prune(kit: Kit) -> None:
    """Forgets events after thirty days; those that were said stand in the event log."""
    while await store.prune(kit.db, KEPT, ENTITIES_KEPT, AT_ONCE) == AT_ONCE:
        pass


async def overview(kit: Kit) -> Overview:
    """The operator's view."""
    return Overview(
        len(secrets(kit)),
        await list_store.arrivals(kit.db),
        await list_store.arrived(kit.db, MOST_TYPES),
        await list_store.state(kit.db),
        await list_store.count_waiting(kit.db),
        await list_store.gaps(kit.db, MOST_SHOWN),
        await list_store.lost(kit.db, MOST_SHOWN),
        await list_store.refused(kit.db),
    )

"""What the worker looks at by the clock. Jobs of calls stand beside their verbs."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions, hook_store


@every_s(2, "phone.tick")
async def tick(kit: Kit) -> None:
    """Puts whoever is next before a colleague who is free."""
    await actions.tick(kit)


@every_s(3600, "phone.prune")
async def prune(kit: Kit) -> None:
    """Forgets webhooks of more than thirty days ago."""
    await hook_store.prune(kit.db)

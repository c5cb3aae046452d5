"""The watch's rounds."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(20, "surge.watch")
async def watch(kit: Kit) -> None:
    """Compares topics with their usual; ends surge mode when its time is over."""
    await actions.expire(kit)
    await actions.watch(kit)


@every_s(3600, "surge.prune")
async def prune(kit: Kit) -> None:
    """Forgets old counts."""
    await actions.prune(kit)

"""Replies that nobody released."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import holding


@every_s(300, "guard.expire")
async def expire(kit: Kit) -> None:
    """Ends what waited for a day, and tells its author."""
    await holding.expire(kit)

"""The queue's rounds."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(1, "queue.sweep")
async def sweep(kit: Kit) -> None:
    """Bounces unanswered offers, returns work of who is gone, offers what waits."""
    await actions.sweep(kit)


@every_s(20, "queue.heal")
async def heal(kit: Kit) -> None:
    """Puts tickets right whose place does not fit how they stand."""
    await actions.heal(kit)


@every_s(60, "queue.learn")
async def learn(kit: Kit) -> None:
    """Learns from past waits how long the next ones are."""
    await actions.learn(kit)

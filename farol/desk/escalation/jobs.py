"""One look at the time for all escalations."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(2, "escalation.tick")
async def tick(kit: Kit) -> None:
    """Lets the next steps come that are due."""
    await actions.tick(kit)

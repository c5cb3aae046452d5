"""Two looks at the time: for what comes back, and for customers who are waited for."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(5, "snooze.tick")
async def tick(kit: Kit) -> None:
    """Brings back what is due."""
    await actions.tick(kit)


@every_s(60, "pending.remind")
async def remind(kit: Kit) -> None:
    """Reminds customers, and resolves what they no longer answer."""
    await actions.remind(kit)

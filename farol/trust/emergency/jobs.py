"""One look at the time for all emergencies. The jobs of a freeze stand beside its verbs."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(2, "emergency.tick")
async def tick(kit: Kit) -> None:
    """Rings whoever is next where nobody came."""
    await actions.tick(kit)

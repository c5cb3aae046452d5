"""What is looked at by itself. The job of a recovery stands beside its verbs, which queue it."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(60, "recovery.price")
async def price_waiting(kit: Kit) -> None:
    """Prices what was asked for while the exchange was down."""
    await actions.price_waiting(kit)

"""What a worker runs for webhooks."""

from farol.kit.core import Kit

from .sending import Carrier


async def start(kit: Kit) -> Carrier:
    """Begins carrying."""
    carrier = Carrier(kit)
    await carrier.start()
    return carrier

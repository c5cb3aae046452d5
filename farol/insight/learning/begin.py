"""What a web process does beside serving: follows the model that was let in."""

from farol.kit.core import Kit

from .serving import Serving


async def start(kit: Kit) -> None:
    """Until the process closes its kit."""
    kit.background(Serving().follow(kit))

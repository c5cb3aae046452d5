"""What a web process does beside serving: on the first start of all, puts the default ladders in."""

from farol.kit.core import Kit

from .actions import seed


async def start(kit: Kit) -> None:
    """Does nothing where there has been a ladder."""
    await seed(kit)

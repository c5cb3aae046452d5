"""What a web process does beside serving: on the first start of all, puts the first rules in."""

from farol.kit.core import Kit

from .actions import seed


async def start(kit: Kit) -> None:
    """Does nothing where there has ever been a rule."""
    await seed(kit)

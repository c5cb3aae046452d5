"""What a web process begins: a desk without stages gets those most desks need."""

from farol.kit.core import Kit

from .actions import seed


async def start(kit: Kit) -> None:
    """Does nothing where there are any; two processes at once make them once."""
    await seed(kit)

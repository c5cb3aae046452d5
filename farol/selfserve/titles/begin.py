"""What a web process does beside serving: writes down who saw which title."""

from farol.kit.core import Kit

from .counting import notebook


async def start(kit: Kit) -> None:
    """Begins to write the counts."""
    kit.background(notebook(kit).keep_writing(kit))

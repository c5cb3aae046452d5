"""What a web process does beside serving: says where models are kept. Nothing is loaded until the first text is read."""

from farol.kit.core import Kit

from .keeper import resident


async def start(kit: Kit) -> None:
    """Below the data folder."""
    resident.place(kit.settings.data_dir / "understanding")

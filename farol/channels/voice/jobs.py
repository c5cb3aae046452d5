"""Calls whose time is over."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(3, "voice.end_late")
async def end_late(kit: Kit) -> None:
    """Nobody came, no way was found, or a side is gone."""
    await actions.end_late(kit)

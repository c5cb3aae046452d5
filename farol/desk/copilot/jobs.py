"""Housekeeping of the copilot."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(3600, "copilot.give_up")
async def give_up(kit: Kit) -> None:
    """Drafts that nobody used for a day are dropped."""
    while await actions.give_up(kit):
        pass

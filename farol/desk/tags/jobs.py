"""A rename followed through all tickets."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job

from . import actions


class Renamed(msgspec.Struct, frozen=True):
    """Which tag was renamed."""

    tag_id: int


@job("tags.follow", Renamed)
async def follow(kit: Kit, payload: Renamed) -> None:
    """Gives every ticket of a renamed word its new name."""
    await actions.replace(kit, payload.tag_id)

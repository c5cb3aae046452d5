"""Saying that a ticket arrived."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job

from . import actions

AFTER_S = 1.0
"""So that the queue has given it its place."""


class Arrived(msgspec.Struct, frozen=True):
    """A ticket that is new."""

    ticket_id: int


@job("acknowledge.tell", Arrived)
async def tell(kit: Kit, given: Arrived) -> None:
    """Tells its customer, once."""
    await actions.acknowledge(kit, given.ticket_id)

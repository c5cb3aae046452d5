"""What the live feed asks of the queue."""

import msgspec

from farol.kit import clock
from farol.kit.core import Kit

from . import actions, waits


async def places(kit: Kit, ticket_ids: list[int]) -> dict[int, bytes]:
    """A ``place`` frame for each of these tickets that waits."""
    found = await waits.places(kit.db, ticket_ids, clock.now())
    return {ticket: msgspec.json.encode({"t": "place", "ticket": ticket, "place": place}) for ticket, place in found.items()}


async def seen(kit: Kit, staff_ids: list[int]) -> None:
    """These members of staff have a connected screen."""
    await actions.notice(kit, staff_ids)

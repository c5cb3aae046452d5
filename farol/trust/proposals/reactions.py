"""The exchange's own word on an action."""

from farol.core.core_events.events import CoreEventArrived
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction

from . import actions

KINDS = {"action.executed": True, "action.failed": False}
"""What the exchange tells of an action, and whether it was done."""


@reaction("proposals_settle", CoreEventArrived)
async def settled(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """An action is done, or was not possible, perhaps before its answer came."""
    told = event.event()
    assert isinstance(told, CoreEventArrived)
    if told.type not in KINDS or not told.uid:
        return []
    return await actions.heard(tx, KINDS[told.type], told.uid, told.entity_id, told.at, told.data)

"""What follows for recoveries from what happens to proposals."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction

from . import actions
from .actions.following import AFTER


@reaction("recovery_follow", *AFTER)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """The proposal of a recovery moved."""
    return await actions.follow(tx, event.event(), event.actor)

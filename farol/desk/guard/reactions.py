"""What the guard advised against and an agent sent all the same is kept: whoever leads the desk may look, and nobody is told."""

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("guard_left", MessagePosted)
async def left(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Public words of staff with advice left in them."""
    said = event.event()
    assert isinstance(said, MessagePosted)
    if not said.answer:
        return []
    id_ = await actions.keep_left(tx, Actor("staff", said.author_id, frozenset()), event.id, event.seq)
    return [(WAKE, f"guard:{id_} 1".encode())] if id_ else []

"""What follows from a reply: the drafts made for it get their labels."""

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("copilot_label", MessagePosted)
async def label(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Sent as it was, edited, or dropped."""
    said = event.event()
    assert isinstance(said, MessagePosted)
    if not said.answer:
        return []
    grown = await actions.settle(tx, Actor("staff", said.author_id, frozenset()), event.id, event.seq)
    return [(WAKE, f"{stream} {seq}".encode()) for stream, seq in grown]

"""What follows from a reply that was written with a macro."""

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions


@reaction("macro_use", MessagePosted)
async def use(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """What its author planned besides is done, once."""
    said = event.event()
    assert isinstance(said, MessagePosted)
    if not said.answer:
        return []
    last = await actions.carry_out(tx, event.id, said.author_id, event.seq)
    return [] if last is None else [(WAKE, f"{event.stream} {last}".encode())]

"""Languages follow what customers write, and what they choose."""

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.reactions import Said, reaction

from . import actions
from .events import LanguageChosen

MOST_AT_ONCE = 50


@reaction("language_hear", MessagePosted)
async def hear(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """A customer's words say what they write in; nobody waits for it to be posted."""
    if event.body["author_kind"] != "customer" or event.body["internal"]:
        return []
    seq = await actions.hear(tx, event.id, event.seq)
    return [(WAKE, f"ticket:{event.id} {seq}".encode())] if seq else []


@reaction("language_follow", LanguageChosen)
async def follow(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """What is going on goes on in the language that was chosen."""
    spent = await actions.follow(tx, event.id, MOST_AT_ONCE)
    return [(WAKE, f"ticket:{ticket_id} {seq}".encode()) for ticket_id, seq in spent]

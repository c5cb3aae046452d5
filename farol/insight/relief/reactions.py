"""Relief follows the assistant's events, and hears customers' thanks."""

from farol.core.tickets.events import MessagePosted
from farol.core.tickets.thanks import is_thanks
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import reaction
from farol.selfserve.assistant.events import HandedOver, TurnTaken

from . import store
from .fold import after, begun


@reaction("relief", TurnTaken, HandedOver)
async def count(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Takes one event of the assistant in."""
    await store.keep(tx, after(await store.case(tx, event.id) or begun(event), event))


@reaction("relief_thanks", MessagePosted)
async def hear(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Notes a customer's words that are nothing but thanks: they confirm, where others would ask for more."""
    if event.body["author_kind"] == "customer" and is_thanks(await store.said(tx, event.id, event.seq)):
        await store.thanked(tx, event.id, event.seq)

"""Switching an endpoint off, by whoever does it."""

from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import Actor

from . import store
from .events import WebhookStopped


async def stop_in(tx: Tx, actor: Actor, id_: int, state: str, why: str) -> bool:
    """Nothing goes there from here on; when it is for good, what waits is dropped. False when it was so already."""
    if not await store.stop(tx, id_, state, why):
        return False
    if state == "disabled":
        await store.drop_waiting(tx, id_)
    await emit(tx, f"webhook:{id_}", actor, WebhookStopped(why))
    return True

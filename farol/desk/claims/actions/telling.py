"""What is written of every step, and what the customer reads in the ticket. The job stands beside its verb."""

from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.exchange.shapes import Text
from farol.core.tickets import actions as tickets
from farol.desk.claims import store
from farol.desk.guard.never import never
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, emit
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Problem


async def note_window(tx: Tx, actor: Actor, window_id: int, event: Event, after: After) -> None:
    """The event, on the window's stream."""
    after.woke(f"claims:{window_id}", await emit(tx, f"claims:{window_id}", actor, event))


async def tell(tx: Tx, claim_id: int, key: str, text: Text) -> None:
    """Queues what is said in the ticket. key: what it is, said once."""
    await enqueue(tx, say, Told(claim_id, key, text.zh, text.en), key=f"claim:{claim_id}:{key}")


class Told(msgspec.Struct, frozen=True):
    claim_id: int
    key: str
    zh: str
    en: str


@job("claims.say", Told)
async def say(kit: Kit, told: Told) -> None:
    """A message of the system in the ticket. What would ask for something that support never asks for is not said at all."""
    found = await store.claim(kit.db, store.ONE, told.claim_id)
    if found is None:
        return
    words = f"{told.zh}。" if found.language.startswith("zh") else f"{told.en}."
    if any(never(words)):
        raise ValueError(f"claim {found.number} would ask for what support never asks for: {told.key}")
    try:
        await tickets.post_message(
            kit, SYSTEM, found.ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:claim:{found.id}:{told.key}"), body=words, channel="webchat")
    except Problem:  # closed or merged meanwhile: nobody reads it here any more
        return

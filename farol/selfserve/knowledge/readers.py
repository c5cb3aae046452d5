"""Who a reader is: from the actor of a request to what an audience is measured by."""

from farol.kit.db import Reads
from farol.kit.permission import Actor

from . import store
from .audience import ANYBODY, Reader

STAFF = Reader("staff")


async def reader_of(db: Reads, actor: Actor) -> Reader:
    """The reader behind a session; one statement for a customer, none for anybody else."""
    if actor.kind == "staff":
        return STAFF
    if actor.kind != "customer":
        return ANYBODY
    tier, entity = await store.reader(db, actor.id)
    return Reader("customer", tier, entity)

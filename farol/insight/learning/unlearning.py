"""No model answers for long by words that may not be kept any more, whoever took them back and why."""

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from . import model_store
from .actions import STREAM
from .events import ModelServed
from .model import SHIPPED

WHY = "words it learnt from were taken back"


async def drop(kit: Kit) -> None:
    """Takes away the models to go back to, and those not let in, that learnt from such words."""
    if gone := await model_store.forgotten(kit.db):
        async with transaction(kit.db) as tx:
            await model_store.drop(tx, gone)


async def unlearn(kit: Kit) -> None:
    """The same; and where the model that answers is one of them, the product's own answers until a training without these words is let in.

    It is called after a training, so that one customer's no changes nothing for others before there is a model without their words.
    """
    gone = await model_store.forgotten(kit.db)
    if not gone:
        return
    seq = None
    async with transaction(kit.db) as tx:
        held = await model_store.lock(tx)
        now = next((one.id for one in held if one.state == "serving"), SHIPPED)
        if now in gone:
            await model_store.serve(tx, SHIPPED, SYSTEM.ref, WHY)
            seq = await emit(tx, STREAM, SYSTEM, ModelServed(SHIPPED, now, WHY))
        await model_store.drop(tx, gone)
    if seq is not None:
        await wake(kit.bus, STREAM, seq)

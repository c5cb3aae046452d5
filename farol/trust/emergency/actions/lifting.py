"""The account is open again: by the exchange's word, whoever asked for it there."""

from datetime import datetime

from farol.desk.threads.telling import After, note
from farol.kit.db import Tx
from farol.kit.permission import SYSTEM
from farol.trust.emergency import store
from farol.trust.emergency.events import FreezeLifted


async def lifted_in(tx: Tx, uid: str, at: datetime, why: str, made: After) -> None:
    """Every freeze that stood on the account before ``at``, by the exchange's clock, does no more. why: time, unfrozen or exchange."""
    for row in await tx.fetch(store.LIFT, uid, at, why):
        ticket_id = await tx.fetchval(store.TICKET_OF, row["emergency_id"])
        await note(tx, SYSTEM, ticket_id, FreezeLifted(why), made)

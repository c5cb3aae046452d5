"""Ending what stands: on sign-out, on a change of contact or factor, on a freeze, and by staff."""

from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.permission import Actor
from farol.trust.identity import store
from farol.trust.identity.events import IdentityRevoked
from farol.trust.identity.model import Level

from .told import Grown, tell, wake_all


async def revoke_account(tx: Tx, actor: Actor, uid: str, why: str) -> list[Grown]:
    """Nothing that was proven for the account stands any more, on any ticket; what grew, to be woken after the commit.

    why: contact_change, security_change or freeze. What is proven afterwards stands again.
    """
    concerned = await store.revoke(tx, uid=uid, customer_id=None, at=clock.now(), why=why, by=actor.ref, upto=Level.REVIEWED)
    return [await tell(tx, actor, ticket_id, customer_id, IdentityRevoked(why), other="identity:0")
            for ticket_id, customer_id in sorted(concerned, key=str)]


async def revoke_session(tx: Tx, actor: Actor, customer_id: int) -> list[Grown]:
    """A customer signed out: what their sessions and challenges proved is over. What two people decided is not theirs to end."""
    concerned = await store.revoke(
        tx, uid=None, customer_id=customer_id, at=clock.now(), why="sign_out", by=actor.ref, upto=Level.STEP_UP)
    return [await tell(tx, actor, ticket_id, owner, IdentityRevoked("sign_out")) for ticket_id, owner in sorted(concerned, key=str)]


async def revoke_ticket(kit: Kit, actor: Actor, ticket_id: int) -> bool:
    """Staff no longer believe who writes on a ticket: everything proven on it is over. Whether anything stood."""
    async with db.transaction(kit.db) as tx:
        if not await store.revoke_ticket(tx, ticket_id, clock.now(), "staff", actor.ref):
            return False
        grown = await tell(tx, actor, ticket_id, None, IdentityRevoked("staff"))
    await wake_all(kit, [grown])
    return True

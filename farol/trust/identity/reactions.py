"""What ends what stands: a sign-out, and what the exchange tells of an account."""

from farol.core.core_events.events import CoreEventArrived
from farol.core.customers.events import CustomerLeft
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Recorded
from farol.kit.permission import SYSTEM
from farol.kit.reactions import Said, reaction

from .actions.revoking import revoke_account, revoke_session
from .actions.told import Grown

ENDS = {
    "security.contact_changed": "contact_change", "security.factor_reset": "security_change", "security.freeze": "freeze",
}
"""Events after which nobody is who they proved to be before. One that comes late ends later proofs too: proving again is cheap."""


def _said(grown: list[Grown]) -> list[Said] | None:
    return [(WAKE, f"{stream} {seq}".encode()) for stream, seq in dict(grown).items()] or None


@reaction("identity_sign_out", CustomerLeft)
async def sign_out(kit: Kit, tx: Tx, event: Recorded) -> list[Said] | None:
    """What the sessions of a customer proved ends with them."""
    return _said(await revoke_session(tx, SYSTEM, event.id))


@reaction("identity_account", CoreEventArrived)
async def account(kit: Kit, tx: Tx, event: Recorded) -> list[Said] | None:
    """A contact or factor was changed, or the account frozen: what was proven before is over."""
    match event.event():
        case CoreEventArrived(type=kind, uid=uid) if uid and kind in ENDS:
            return _said(await revoke_account(tx, SYSTEM, uid, ENDS[kind]))
    return None

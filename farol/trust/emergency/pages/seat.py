"""Which case a browser may look at: by the secret it got when it froze, or by the live session of the case's own customer."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import AnyRequest
from farol.trust.emergency import seat_store, store
from farol.trust.emergency.model import Case
from farol.trust.identity import store as identities
from farol.trust.identity.actions import secret

CASE = "farol_stolen"
"""The secret of the case that this browser may look at."""


async def case_here(kit: Kit, actor: Actor, request: AnyRequest) -> Case | None:
    """The case, None for everybody else. A merged ticket goes on elsewhere; its case stays readable."""
    held = credentials(request.scope).cookies.get(CASE, "")
    if held and (id_ := await seat_store.seat(kit.db, secret.digest(held), clock.now())):
        return await store.case(kit.db, store.BY_ID, id_)
    if actor.kind == "customer" and await identities.signed_in_uid(kit.db, actor.session):
        return await store.case(kit.db, store.OF_CUSTOMER, actor.id)
    return None

"""Which case a browser may look at: by the secret it got when it froze, or by the live session of the case's own customer."""

from datetime import datetime, timedelta

import msgspec

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


BEFORE = timedelta(minutes=2)


class Here(msgspec.Struct, frozen=True):
    """The case, and what of it is this browser's to see. since: words said from then on. whole: words, answers and the pack at all, and
    the code by which the customer knows the person who comes."""

    case: Case
    since: datetime
    whole: bool = True


async def here(kit: Kit, actor: Actor, request: AnyRequest) -> Here | None:
    """None for everybody else. A merged ticket goes on elsewhere; its case stays readable.

    Nobody sees of the ticket what was said before the case began, and who came by a mailbox not what was said before they came.
    """
    held = credentials(request.scope).cookies.get(CASE, "")
    seat = await seat_store.seat(kit.db, secret.digest(held), clock.now()) if held else None
    if seat:
        case = await store.case(kit.db, store.BY_ID, seat.emergency_id)
        return Here(case, max(case.at, seat.at if seat.by_mail else case.at) - BEFORE, seat.whole) if case else None
    if actor.kind == "customer" and await identities.signed_in_uid(kit.db, actor.session):
        # Whoever plays the customer of a drill sees what a customer would, marked as one; what is real comes first.
        case = await store.case(kit.db, store.OF_CUSTOMER, actor.id) or await store.case(kit.db, store.DRILL_OF, actor.id)
        return Here(case, case.at - BEFORE) if case else None
    return None


async def case_here(kit: Kit, actor: Actor, request: AnyRequest, *, whole: bool = False) -> Case | None:
    """The case alone. whole: None also where not all of it is this browser's to see."""
    found = await here(kit, actor, request)
    return found.case if found and (found.whole or not whole) else None

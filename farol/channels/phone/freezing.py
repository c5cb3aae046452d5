"""Freezing by the phone code: it stands on the screen of a live session of the exchange's customer, and is a proof of that session."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job
from farol.trust.emergency import actions as emergency

from . import people_store, store


class Freezing(msgspec.Struct, frozen=True):
    """Who, and in which call they said so."""

    call_id: int
    customer_id: int


@job("phone.freeze", Freezing)
async def freeze(kit: Kit, given: Freezing) -> None:
    """The account is frozen like by the button in the app; asking twice freezes once."""
    call = await store.call(kit.db, given.call_id)
    code = await people_store.code(kit.db, given.customer_id)
    _, uid = await store.tier(kit.db, given.customer_id)
    if call is None or code is None or uid is None:
        return
    await emergency.freeze(kit, emergency.Control(uid, "session", session=code.session), call.language)

"""The radar over HTTP."""

from typing import Literal

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions, store
from .model import Lookalike


class StateBody(Body, frozen=True):
    """different: these are two matters. open: to be looked at after all."""

    state: Literal["different", "open"]


class Lookalikes(msgspec.Struct, frozen=True):
    """Those of the same customer first."""

    lookalikes: list[Lookalike]


@get("/tickets/{ticket_id:int}/lookalikes", can=Can.TICKET_SEE)
async def lookalikes(kit: Kit, actor: Actor, ticket_id: int) -> Lookalikes:
    """What this ticket looks like and nobody has settled, as far as I may see it."""
    found = await store.of(kit.db, possible(ticket_id))
    seen = await visibility.seen(kit.db, actor, [one.ticket_id for one in found]) if found else set()
    return Lookalikes([one for one in found if one.ticket_id in seen])


@put("/lookalikes/{lookalike_id:int}", can=Can.TICKET_NOTE)
async def settle(kit: Kit, actor: Actor, lookalike_id: int, data: StateBody) -> None:
    """My word on two tickets that look alike."""
    limit("lookalike", actor.ref, rate_per_s=2, burst=30)
    await actions.settle(kit, actor, possible(lookalike_id), data.state)


routes = [lookalikes, settle]

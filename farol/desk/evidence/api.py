"""The console's routes on evidence and the case card."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Streamed, get, patch, post

from . import actions
from .case import Case, card
from .model import LONGEST_LABEL, Locker, Manifest


class PieceBody(Body, frozen=True):
    """What to change of a piece; null leaves it as it is."""

    label: Annotated[str, msgspec.Meta(max_length=LONGEST_LABEL, pattern=r"^[^\x00-\x1f]*$")] | None = None
    pinned: bool | None = None


@get("/tickets/{ticket_id:int}/case", can=Can.CUSTOMER_SEE)
async def case(kit: Kit, actor: Actor, ticket_id: int) -> Case:
    """Slots with their sources, what the exchange says, the procedure, and what to do next."""
    return await card(kit, actor, possible(ticket_id))


@get("/tickets/{ticket_id:int}/evidence", can=Can.TICKET_SEE)
async def evidence(kit: Kit, ticket_id: int) -> Locker:
    """Every file of the ticket with its hash, its words and its custody."""
    return await actions.locker(kit, possible(ticket_id))


@post("/tickets/{ticket_id:int}/evidence/export", can=Can.TICKET_CHANGE)
async def export(kit: Kit, actor: Actor, ticket_id: int) -> Manifest:
    """The list to hand on; that it was made stands in the custody of each piece."""
    limit("evidence_export", actor.ref, rate_per_s=0.2, burst=5)
    return await actions.export(kit, actor, possible(ticket_id))


@patch("/evidence/{evidence_id:int}", can=Can.TICKET_NOTE)
async def change(kit: Kit, actor: Actor, evidence_id: int, data: PieceBody) -> None:
    """Names a piece, or puts it first."""
    if data.label is None and data.pinned is None:
        raise Invalid(errors=[{"field": "", "why": "neither label nor pinned"}])
    limit("evidence", actor.ref, rate_per_s=2, burst=20)
    await actions.change(kit, actor, possible(evidence_id), label=data.label, pinned=data.pinned)


@post("/evidence/{evidence_id:int}/reading", can=Can.TICKET_NOTE)
async def read_again(kit: Kit, actor: Actor, evidence_id: int) -> None:
    """Has a picture's words read once more."""
    limit("evidence_reading", actor.ref, rate_per_s=0.2, burst=5)
    await actions.ask_again(kit, actor, possible(evidence_id))


@get("/evidence/{evidence_id:int}/file", can=Can.TICKET_SEE)
async def file(kit: Kit, actor: Actor, evidence_id: int, preview: bool = False) -> Streamed:
    """The file; whoever opens it whole stands in its custody."""
    served = await actions.open_piece(kit, actor, possible(evidence_id), preview=preview)
    return Streamed(served.parts, served.media_type, served.headers)


routes = [case, evidence, export, change, read_again, file]

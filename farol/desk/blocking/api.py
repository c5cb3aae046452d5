"""The console's routes on blocked customers."""

from datetime import datetime
from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .model import Block, Unheard

Why = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class BlockBody(Body, frozen=True):
    """Why, and until when; None for no end."""

    reason: Why
    until: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


class UnblockBody(Body, frozen=True):
    """Why support listens again."""

    why: Why


class OfCustomer(msgspec.Struct, frozen=True):
    """A customer's blocks, the newest first, and what they wrote meanwhile."""

    blocks: Annotated[list[Block], msgspec.Meta(max_length=20)]
    unheard: Annotated[list[Unheard], msgspec.Meta(max_length=50)]


class Blocks(msgspec.Struct, frozen=True):
    """What holds first, then what is over."""

    blocks: Annotated[list[Block], msgspec.Meta(max_length=200)]


@get("/tickets/{ticket_id:int}/block", can=Can.CUSTOMER_SEE)
async def of_ticket(kit: Kit, ticket_id: int) -> OfCustomer:
    """Whether the ticket's customer is blocked, and was."""
    id_ = possible(ticket_id)
    return OfCustomer(await store.of_ticket(kit.db, id_), await store.unheard(kit.db, id_))


@post("/tickets/{ticket_id:int}/block", can=Can.CUSTOMER_BLOCK)
async def block(kit: Kit, actor: Actor, ticket_id: int, data: BlockBody) -> None:
    """Stops listening to the ticket's customer."""
    limit("block", actor.ref, rate_per_s=0.5, burst=20)
    await actions.block(kit, actor, possible(ticket_id), data.reason.strip() or "-", data.until)


@post("/tickets/{ticket_id:int}/unblock", can=Can.CUSTOMER_BLOCK)
async def unblock(kit: Kit, actor: Actor, ticket_id: int, data: UnblockBody) -> None:
    """Listens again."""
    limit("block", actor.ref, rate_per_s=0.5, burst=20)
    await actions.unblock(kit, actor, possible(ticket_id), data.why.strip() or "-")


@get("/blocks", can=Can.CUSTOMER_BLOCK)
async def blocks(kit: Kit) -> Blocks:
    """Who is blocked, by whom, why and until when."""
    return Blocks(await store.listed(kit.db))


routes = [of_ticket, block, unblock, blocks]

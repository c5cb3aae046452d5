"""Drafts over HTTP."""

from typing import Annotated, Literal

import msgspec

from farol.core.tickets import store as tickets
from farol.core.tickets.api import Number, Text, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions, store
from .model import Drafts, Saved


class DraftBody(Body, frozen=True):
    """What is in the box now. rev: the last saving this tab knows of. tab: tells a person's tabs apart."""

    mode: Literal["reply", "note"]
    body: Text
    rev: Number = 0
    tab: Annotated[str, msgspec.Meta(max_length=60)] = ""


@get("/tickets/{ticket_id:int}/drafts", can=Can.TICKET_NOTE)
async def drafts(kit: Kit, actor: Actor, ticket_id: int) -> Drafts:
    """What I am writing here, and what colleagues are."""
    if not await tickets.existing(kit.db, [possible(ticket_id)]):
        raise NotFound
    return Drafts(*await store.of(kit.db, ticket_id, actor.id))


@put("/tickets/{ticket_id:int}/drafts", can=Can.TICKET_NOTE)
async def save(kit: Kit, actor: Actor, ticket_id: int, data: DraftBody) -> Saved:
    """This is what I have written so far; no words forget it."""
    limit("draft", actor.ref, rate_per_s=3, burst=40)
    return await actions.save(kit, actor, possible(ticket_id), data.mode, body=data.body, rev=data.rev, tab=data.tab)


routes = [drafts, save]

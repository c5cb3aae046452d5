"""Bulk changes over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from farol.core.tickets.api import MOST as MOST_ID
from farol.core.tickets.api import Number, Text, Version, possible
from farol.desk.transfer.model import SUMMARY
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .model import MOST, Action, BulkView, Chosen

Tag = Annotated[str, msgspec.Meta(max_length=60)]
Id = Annotated[int, msgspec.Meta(ge=1, le=MOST_ID)]


class ChosenBody(Body, frozen=True):
    """A ticket as it stands on my screen. seen: its last seq."""

    id: Id
    version: Version
    seen: Number


class ActionBody(Body, frozen=True):
    """One of: fields, tags, a time to put them aside until, words for each customer, a team's queue with
    a summary for whoever takes them."""

    status: Literal["open", "pending", "resolved", "closed"] | msgspec.UnsetType = msgspec.UNSET
    owner_id: Id | msgspec.UnsetType | None = msgspec.UNSET
    reason: Annotated[str, msgspec.Meta(max_length=60)] | msgspec.UnsetType | None = msgspec.UNSET
    severity: Literal["P0", "P1", "P2", "P3", "P4"] | msgspec.UnsetType = msgspec.UNSET
    add_tags: Annotated[list[Tag], msgspec.Meta(max_length=20)] = []
    remove_tags: Annotated[list[Tag], msgspec.Meta(max_length=20)] = []
    snooze_until: datetime | None = None
    reply: Text = ""
    to_team: Annotated[str, msgspec.Meta(max_length=40)] = ""
    summary: Annotated[str, msgspec.Meta(max_length=SUMMARY)] = ""


class BulkBody(Body, frozen=True):
    """One thing for all of these tickets."""

    client_id: UUID
    tickets: Annotated[list[ChosenBody], msgspec.Meta(min_length=1, max_length=MOST)]
    action: ActionBody


class Latest(msgspec.Struct, frozen=True):
    """My last bulk changes, newest first."""

    bulk: list[BulkView]


@post("/bulk", can=Can.TICKET_BULK)
async def begin(kit: Kit, actor: Actor, data: BulkBody) -> BulkView:
    """Does one thing to all of these tickets; what becomes of each is told as it goes."""
    limit("bulk", actor.ref, rate_per_s=0.5, burst=10)
    action = Action(**msgspec.structs.asdict(data.action))
    chosen = [Chosen(one.id, one.version, one.seen) for one in data.tickets]
    return await actions.begin(kit, actor, data.client_id, chosen, action)


@get("/bulk", can=Can.TICKET_BULK)
async def latest(kit: Kit, actor: Actor) -> Latest:
    """What I did lately, and what still runs."""
    return Latest(await store.latest(kit.db, actor.id))


@get("/bulk/{bulk_id:int}", can=Can.TICKET_BULK)
async def shown(kit: Kit, actor: Actor, bulk_id: int) -> BulkView:
    """How far one of mine is."""
    found = await store.view(kit.db, possible(bulk_id))
    if found is None or found[0] != actor.id:
        raise NotFound
    return found[1]


@post("/bulk/{bulk_id:int}/undo", can=Can.TICKET_BULK)
async def undo(kit: Kit, actor: Actor, bulk_id: int) -> BulkView:
    """Stops one of mine and gives the tickets back what they had, where nobody set it anew."""
    limit("bulk", actor.ref, rate_per_s=0.5, burst=10)
    return await actions.undo(kit, actor, possible(bulk_id))


routes = [begin, latest, shown, undo]

"""Routes of putting aside."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, put

from . import actions, pending_store, store
from .model import NOTE, Aside, Rule


class SnoozeBody(Body, frozen=True):
    """until: when it comes back, with a zone."""

    until: Annotated[datetime, msgspec.Meta(tz=True)]
    note: Annotated[str, msgspec.Meta(max_length=NOTE)] = ""


class RuleBody(Body, frozen=True):
    """See ``model.Rule``."""

    remind_h: Annotated[int, msgspec.Meta(ge=1, le=720)]
    resolve_d: Annotated[int, msgspec.Meta(ge=1, le=90)]
    severities: Annotated[list[Literal["P0", "P1", "P2", "P3", "P4"]], msgspec.Meta(max_length=5)]


@get("/tickets/{ticket_id:int}/aside", can=Can.TICKET_SEE)
async def aside(kit: Kit, actor: Actor, ticket_id: int) -> Aside:
    """Why the ticket is not worked on now."""
    if not await visibility.may_see(kit.db, actor, possible(ticket_id)):
        raise NotFound
    return await store.aside(kit.db, ticket_id)


@put("/tickets/{ticket_id:int}/snooze", can=Can.TICKET_REPLY)
async def snooze(kit: Kit, actor: Actor, ticket_id: int, data: SnoozeBody) -> Aside:
    """Puts the ticket aside until then."""
    limit("snooze", actor.ref, rate_per_s=2, burst=20)
    await actions.snooze(kit, actor, possible(ticket_id), data.until, data.note)
    return await store.aside(kit.db, ticket_id)


@delete("/tickets/{ticket_id:int}/snooze", can=Can.TICKET_REPLY)
async def wake_up(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """Brings the ticket back now."""
    await actions.wake_up(kit, actor, possible(ticket_id))


@get("/pending-rule", can=Can.FIELD_MANAGE)
async def rule(kit: Kit) -> Rule:
    """How long customers are waited for."""
    return await pending_store.rule(kit.db)


@put("/pending-rule", can=Can.FIELD_MANAGE)
async def set_rule(kit: Kit, actor: Actor, data: RuleBody) -> Rule:
    """Sets it."""
    await actions.set_rule(kit, actor, Rule(data.remind_h, data.resolve_d, sorted(set(data.severities))))
    return await pending_store.rule(kit.db)


routes = [aside, snooze, wake_up, rule, set_rule]

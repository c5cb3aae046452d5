"""The console's routes on groups."""

from typing import Annotated, Literal

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, store
from .model import RULES, Room, Settings

PAGE = 50
Rules = Annotated[list[Annotated[str, msgspec.Meta(max_length=20)]], msgspec.Meta(max_length=len(RULES))]


class SettingsBody(Body, frozen=True):
    """How a group is kept. version: the one on screen. budget: per cent of a rule's deeds that staff may undo before it only notes."""

    mode: Literal["watch", "act"]
    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
    language: Literal["auto", "zh", "en"] = "auto"
    off: Rules = []
    held: Rules = []
    answers: bool = True
    mute_at: Annotated[int, msgspec.Meta(ge=1, le=20)] = 2
    ban_at: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    mute_hours: Annotated[int, msgspec.Meta(ge=1, le=720)] = 24
    budget: Annotated[int, msgspec.Meta(ge=0, le=50)] = 2


class UndoBody(Body, frozen=True):
    """why: kept with it. restore: the words are put back into the group, under our name."""

    why: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    restore: bool = False


class Groups(msgspec.Struct, frozen=True):
    """Every group our bots are or were in, with what was done there in 30 days. rules: all there are, worst first."""

    groups: list[store.Listed]
    rules: list[str]


class Deeds(msgspec.Struct, frozen=True):
    """What was removed or noted and why, the latest first. more: there is more before the last."""

    deeds: list[store.Deed]
    more: bool


@get("/groups", can=Can.COMMUNITY_SEE)
async def groups(kit: Kit, actor: Actor) -> Groups:
    """The groups."""
    return Groups(await store.listed(kit.db), list(RULES))


@put("/groups/{group_id:int}/settings", can=Can.COMMUNITY_MANAGE)
async def change(kit: Kit, actor: Actor, group_id: int, data: SettingsBody) -> Room:
    """How a group is kept from now on."""
    limit("group_settings", actor.ref, rate_per_s=1, burst=20)
    fields = {name: getattr(data, name) for name in Settings.__struct_fields__}
    return await actions.change(kit, actor, possible(group_id), Settings(**fields), data.version)


@get("/groups/{group_id:int}/deeds", can=Can.COMMUNITY_SEE)
async def deeds(
    kit: Kit, actor: Actor, group_id: int, did: Literal["", "noted", "removed", "warned", "muted", "banished"] = "",
    before: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)] = 0,
) -> Deeds:
    """What was removed in a group, and why."""
    if await store.room(kit.db, possible(group_id)) is None:
        raise NotFound
    found = await store.deeds(kit.db, possible(group_id), did, before, PAGE + 1)
    return Deeds(found[:PAGE], len(found) > PAGE)


@post("/groups/deeds/{deed_id:int}/undone", can=Can.COMMUNITY_MODERATE)
async def undo(kit: Kit, actor: Actor, deed_id: int, data: UndoBody) -> store.Deed:
    """Takes it back: readmits, forgets the strike, puts the words back if wanted."""
    limit("group_undo", actor.ref, rate_per_s=1, burst=20)
    return await actions.undo(kit, actor, possible(deed_id), data.why.strip() or "-", restore=data.restore)


routes = [groups, change, deeds, undo]

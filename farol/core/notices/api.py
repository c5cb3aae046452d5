"""A member of staff's own notices."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, due_store, store
from .model import KINDS, Notice, Quiet, Way, Ways

PAGE = 30
Id = Annotated[int, msgspec.Meta(ge=1, le=2**62)]


class SeenBody(Body, frozen=True):
    """upto: the newest notice on screen. ids: only these; ticket: only those of a ticket; neither: all up to it."""

    upto: Id
    ids: Annotated[list[Id], msgspec.Meta(max_length=200)] | None = None
    ticket: Id | None = None


class ChoiceBody(Body, frozen=True):
    """What is to be another from now on; what is left out stays, also the kinds that ``ways`` does not name."""

    ways: Ways | UnsetType = UNSET
    quiet: Quiet | UnsetType | None = UNSET
    urgent: bool | UnsetType = UNSET
    sound: bool | UnsetType = UNSET


class Notices(msgspec.Struct, frozen=True):
    """The newest first. more: there are earlier ones."""

    notices: list[Notice]
    unseen: int
    more: bool


class Unseen(msgspec.Struct, frozen=True):
    """How many are left."""

    unseen: int


class Chosen(msgspec.Struct, frozen=True):
    """ways: of every kind. urgent: whether P0 and emergencies come in quiet hours."""

    ways: dict[str, list[Way]]
    quiet: Quiet | None
    urgent: bool
    sound: bool


@get("/notices", can=Can.SESSION_OWN)
async def mine(kit: Kit, actor: Actor, before: int | None = None) -> Notices:
    """What I was told; ``before`` an id, for earlier ones."""
    limit("notices", actor.ref, rate_per_s=2, burst=30)
    earlier = before if before is not None and 0 < before < 2**62 else None
    found = await store.of(kit.db, actor.id, earlier, PAGE + 1)
    return Notices(found[:PAGE], await actions.unseen(kit.db, actor.id), len(found) > PAGE)


@post("/notices/seen", can=Can.SESSION_OWN)
async def seen(kit: Kit, actor: Actor, data: SeenBody) -> Unseen:
    """I have seen them."""
    limit("notices", actor.ref, rate_per_s=2, burst=30)
    return Unseen(await actions.see(kit, actor, data.upto, data.ids, data.ticket))


@get("/me/notices", can=Can.SESSION_OWN)
async def choice(kit: Kit, actor: Actor) -> Chosen:
    """By which ways and at which hours I am told."""
    return await _chosen(kit, actor)


@put("/me/notices", can=Can.SESSION_OWN)
async def choose(kit: Kit, actor: Actor, data: ChoiceBody) -> Chosen:
    """Sets some of it."""
    limit("preferences", actor.ref, rate_per_s=1, burst=20)
    await actions.choose(kit, actor, {name: value for name, value in msgspec.structs.asdict(data).items() if value is not UNSET})
    return await _chosen(kit, actor)


async def _chosen(kit: Kit, actor: Actor) -> Chosen:
    me = (await due_store.people(kit.db, [actor.id]))[actor.id]
    return Chosen({kind: me.choice.by(kind) for kind in KINDS}, me.choice.quiet, me.urgent, me.choice.sound)


routes = [mine, seen, choice, choose]

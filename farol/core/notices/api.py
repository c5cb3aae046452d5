"""A member of staff's own notices."""

from typing import Annotated

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post, put

from . import actions, due_store, store
from .model import KINDS, Choice, Notice, Quiet, Way

PAGE = 30
Id = Annotated[int, msgspec.Meta(ge=1, le=2**62)]


class SeenBody(Body, frozen=True):
    """upto: the newest notice on screen. ids: only these; ticket: only those of a ticket; neither: all up to it."""

    upto: Id
    ids: Annotated[list[Id], msgspec.Meta(max_length=200)] | None = None
    ticket: Id | None = None


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
    me = (await due_store.people(kit.db, [actor.id]))[actor.id]
    return Chosen({kind: me.choice.by(kind) for kind in KINDS}, me.choice.quiet, me.urgent, me.choice.sound)


@put("/me/notices", can=Can.SESSION_OWN)
async def choose(kit: Kit, actor: Actor, data: Choice) -> Chosen:
    """Sets it; a kind that is left out has the default."""
    limit("preferences", actor.ref, rate_per_s=1, burst=20)
    await actions.choose(kit, actor, data)
    me = (await due_store.people(kit.db, [actor.id]))[actor.id]
    return Chosen({kind: data.by(kind) for kind in KINDS}, data.quiet, me.urgent, data.sound)


routes = [mine, seen, choice, choose]

"""A member of staff's own notices."""

from typing import Annotated

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, post

from . import actions, store
from .model import Notice

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


routes = [mine, seen]

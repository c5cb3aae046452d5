"""Saving, changing and removing lists."""

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import Conflict, NotAllowed, NotFound

from . import store
from .events import ViewRemoved, ViewSaved
from .model import MOST_VIEWS, View
from .problems import NotInTeam, TooManyViews
from .shapes import ViewBody


async def add(kit: Kit, actor: Actor, wanted: ViewBody) -> int:
    """A new list. Raises NotAllowed, NotInTeam, TooManyViews."""
    async with db.transaction(kit.db) as tx:
        await _may_share(tx, actor, wanted)
        if await tx.fetchval(store.MADE, actor.id) >= MOST_VIEWS:
            raise TooManyViews(most=MOST_VIEWS)
        id_: int = await tx.fetchval(store.ADD, actor.id, *wanted.stored())
        seq = await emit(tx, f"view:{id_}", actor, ViewSaved(wanted.scope, 1))
    await wake(kit.bus, f"view:{id_}", seq)
    return id_


async def change(kit: Kit, actor: Actor, id_: int, version: int, wanted: ViewBody) -> int:
    """All of a list anew, if nobody changed it meanwhile: its version. Raises NotFound, NotAllowed, NotInTeam, Conflict."""
    async with db.transaction(kit.db) as tx:
        await _mine(tx, actor, id_)
        await _may_share(tx, actor, wanted)
        done: int | None = await tx.fetchval(store.CHANGE, id_, version, *wanted.stored())
        if done is None:
            raise Conflict
        seq = await emit(tx, f"view:{id_}", actor, ViewSaved(wanted.scope, done))
    await wake(kit.bus, f"view:{id_}", seq)
    return done


async def remove(kit: Kit, actor: Actor, id_: int) -> None:
    """The list is gone for everybody. Raises NotFound, NotAllowed."""
    async with db.transaction(kit.db) as tx:
        await _mine(tx, actor, id_)
        if await tx.fetchval(store.REMOVE, id_) is None:
            raise NotFound
        seq = await emit(tx, f"view:{id_}", actor, ViewRemoved())
    await wake(kit.bus, f"view:{id_}", seq)


async def _mine(tx: db.Tx, actor: Actor, id_: int) -> View:
    """The list, if the actor may change it: who made it, and whoever may share may also put right what is shared."""
    await tx.execute(store.LOCK, id_)
    found = await store.view(tx, actor.id, id_)
    if found is None:
        raise NotFound
    if not found.mine and not actor.may(Can.VIEW_SHARE):
        raise NotAllowed
    return found


async def _may_share(tx: db.Tx, actor: Actor, wanted: ViewBody) -> None:
    if wanted.scope == "me":
        return
    if not actor.may(Can.VIEW_SHARE):
        raise NotAllowed
    if wanted.scope == "team" and not await tx.fetchval(store.WORKS_IN, wanted.team_id, actor.id):
        raise NotInTeam

"""Routes on lists: the inbox by pages, its counts, and the lists people save."""

from typing import Annotated, Any

import msgspec

from farol.core.tickets.api import MOST, possible
from farol.core.tickets.visibility import viewer
from farol.desk.conditions.model import parse
from farol.desk.inbox import store as inbox
from farol.desk.inbox.model import InboxRow
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import delete, get, post, put

from . import actions, pages, store
from .model import BUILT_IN, MOST_SHOWN, Counts, Listing, Sought, View
from .shapes import ChangeBody, PreviewBody, ViewBody
from .sql import compiled

MOST_AMONG = 200
COUNTED = ("waiting", "mine", "all", "snoozed")
Text = Annotated[str, msgspec.Meta(max_length=2000)]


class Views(msgspec.Struct, frozen=True):
    """The reader's own lists and those shared with them."""

    views: list[View]


class Saved(msgspec.Struct, frozen=True):
    """A list as it now is."""

    id: int
    version: int


class Preview(msgspec.Struct, frozen=True):
    """How many a list would hold, counted as far as 1000, and the first of them."""

    count: int
    rows: list[InboxRow]


class Among(msgspec.Struct, frozen=True):
    """Those of the tickets asked about that stand in the list."""

    ids: list[int]


@get("/inbox", can=Can.INBOX_SEE)
async def listing(kit: Kit, actor: Actor, view: Text = "waiting", after: Text = "") -> Listing:
    """A page of a list: one every desk has, by its name, or a saved one, by its id."""
    sought = await _sought(kit, actor, view)
    where = compiled(sought.node, clock.now(), actor.id)
    async with kit.db.acquire() as connection:
        ids, more = await pages.page(
            connection, viewer(actor), where, sought.sort, descending=sought.descending, after=after or None, broad=sought.broad)
        rows = await inbox.rows(connection, ids)
        counted = await _counts(connection, actor, {})
    return Listing(_shown(actor, rows), counted, more)


@get("/inbox/counts", can=Can.INBOX_SEE)
async def counts(kit: Kit, actor: Actor) -> Counts:
    """How many stand in every list the reader has."""
    saved = {str(v.id): v.conditions for v in (await store.views(kit.db, actor.id))[:MOST_SHOWN]}
    return await _counts(kit.db, actor, saved)


@get("/inbox/among", can=Can.INBOX_SEE)
async def among(kit: Kit, actor: Actor, view: Text, ids: Text) -> Among:
    """Which of these tickets (``ids=7,9``) stand in a list."""
    sought = await _sought(kit, actor, view)
    wanted = [int(i) for i in ids.split(",") if i.isascii() and i.isdigit() and 0 < len(i) <= 16 and 0 < int(i) <= MOST]
    if len(wanted) > MOST_AMONG or len(wanted) != ids.count(",") + 1:
        raise Invalid(errors=[{"field": "ids", "why": f"up to {MOST_AMONG} ids, with commas"}])
    return Among(await pages.among(kit.db, viewer(actor), compiled(sought.node, clock.now(), actor.id), wanted))


@get("/views", can=Can.INBOX_SEE)
async def views(kit: Kit, actor: Actor) -> Views:
    return Views(await store.views(kit.db, actor.id))


@post("/views", can=Can.INBOX_SEE)
async def add_view(kit: Kit, actor: Actor, data: ViewBody) -> Saved:
    data.checked()
    return Saved(await actions.add(kit, actor, data), 1)


@post("/views/preview", can=Can.INBOX_SEE)
async def preview(kit: Kit, actor: Actor, data: PreviewBody) -> Preview:
    """What conditions would find."""
    limit("view_preview", actor.ref, rate_per_s=5, burst=20)
    where = compiled(parse(data.conditions), clock.now(), actor.id)
    async with kit.db.acquire() as connection:
        found = await pages.count(connection, viewer(actor), where)
        ids, _ = await pages.page(connection, viewer(actor), where, data.sort, descending=data.descending, after=None)
        rows = await inbox.rows(connection, ids[:5])
    return Preview(found, _shown(actor, rows))


@get("/views/{view_id:int}", can=Can.INBOX_SEE)
async def view(kit: Kit, actor: Actor, view_id: int) -> View:
    return await _saved(kit, actor, view_id)


@put("/views/{view_id:int}", can=Can.INBOX_SEE)
async def change_view(kit: Kit, actor: Actor, view_id: int, data: ChangeBody) -> Saved:
    data.checked()
    return Saved(view_id, await actions.change(kit, actor, possible(view_id), data.version, data))


@delete("/views/{view_id:int}", can=Can.INBOX_SEE)
async def remove_view(kit: Kit, actor: Actor, view_id: int) -> None:
    await actions.remove(kit, actor, possible(view_id))


async def _sought(kit: Kit, actor: Actor, name: str) -> Sought:
    if name in BUILT_IN:
        return BUILT_IN[name]
    if not (name.isascii() and name.isdigit() and len(name) <= 16):
        raise Invalid(errors=[{"field": "view", "why": "a saved list's id, or one of " + ", ".join(BUILT_IN)}])
    found = await _saved(kit, actor, int(name))
    return Sought(parse(found.conditions), found.sort, found.descending)


async def _saved(kit: Kit, actor: Actor, view_id: int) -> View:
    found = await store.view(kit.db, actor.id, possible(view_id))
    if found is None:
        raise NotFound
    return found


async def _counts(db: Any, actor: Actor, saved: dict[str, Any]) -> Counts:
    """Of the lists every desk has and of saved ones, by id with their trees."""
    found = pages.counted(actor.id, (*COUNTED, *saved))
    if found is None:
        now = clock.now()
        own = {name: compiled(BUILT_IN[name].node, now, actor.id) for name in COUNTED}
        more = {name: compiled(parse(tree), now, actor.id) for name, tree in saved.items()}
        found = await pages.counts(db, viewer(actor), actor.id, {**own, **more}) or await pages.counts(db, viewer(actor), actor.id, own)
    return Counts(**{name: found.get(name, 0) for name in COUNTED}, views={int(name): found[name] for name in saved if name in found})


def _shown(actor: Actor, rows: list[InboxRow]) -> list[InboxRow]:
    """Rows as far as the reader may know whose they are."""
    return rows if actor.may(Can.CUSTOMER_SEE) else [row.nobody() for row in rows]


routes = [listing, counts, among, views, add_view, preview, view, change_view, remove_view]

"""Puts brief and hand-over together."""

from datetime import datetime

import msgspec

from farol.desk import surge
from farol.desk.incidents import store as incidents
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.i18n import lang_of
from farol.kit.permission import Actor
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.library import library

from . import store
from .drafts import draft
from .model import FIRST, FURTHEST, SHIFT, Brief, Changed, Draft


async def brief(kit: Kit, actor: Actor, now: datetime) -> Brief:
    """What the acting member of staff needs at the start of a shift: eight statements."""
    db = kit.db
    since, read_at = _since(await store.read_mark(db, actor.id), now)
    books = (await library(kit)).index
    return Brief(
        since, read_at, await incidents.ongoing(db), await surge.on(db), await store.watches(db, now),
        [_named(books, change) for change in await store.changed(db, since)], await store.promises(db, actor.id),
        await store.handed(db, actor.id, since))


def _since(mark: tuple[datetime, datetime | None] | None, now: datetime) -> tuple[datetime, datetime | None]:
    """What "since your last shift" means, and when the brief was read on this one."""
    if mark is None:
        return now - FIRST, None
    at, was = mark
    if at < now - SHIFT:
        return max(at, now - FURTHEST), None
    return max(was or at - FIRST, now - FURTHEST), at


def _named(books: Index, change: Changed) -> Changed:
    """Articles are known by their address only; the index has their titles."""
    if change.kind != "article":
        return change
    found = {lang: books.article(change.zh, lang) for lang in ("zh", "en")}
    names = {lang: article.title if article else change.zh for lang, article in found.items()}
    return msgspec.structs.replace(change, zh=names["zh"], en=names["en"])


async def handover(db: Reads, actor: Actor, now: datetime) -> list[Draft]:
    """The acting member's open tickets, each with a drafted note."""
    lang = lang_of(actor.language)
    return [Draft(ticket, draft(ticket, now, lang)) for ticket in await store.open_tickets(db, actor.id)]

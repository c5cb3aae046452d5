"""Routes on what the assistant took off people's hands."""

from datetime import date
from typing import Annotated

import msgspec

from farol.core.tickets.visibility import seen
from farol.insight.figures.api import period
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Bytes, get

from . import measure_store, view
from .measure_store import Filters
from .model import BAD, DEFINITIONS, GOOD, QUIET, Listed, Relief

Word = Annotated[str, msgspec.Meta(max_length=60)]


class Behind(msgspec.Struct, frozen=True):
    """The tickets behind a count that one may see, newest first; at most 200."""

    tickets: list[Listed]


def _filters(since: date | None, until: date | None, channel: str, reason: str, language: str) -> Filters:
    return (*period(since, until), clock.now(), QUIET, BAD, GOOD, channel or None, reason or None, language or None)


@get("/relief", can=Can.FIGURES_SEE)
async def relief(
    kit: Kit, actor: Actor, since: date | None = None, until: date | None = None, channel: Word = "", reason: Word = "", language: Word = "",
) -> Relief:
    """What came of the assistant's cases, with the definition of every count."""
    limit("relief", actor.ref, rate_per_s=1, burst=20)
    return await view.page(kit.db, _filters(since, until, channel, reason, language))


@get("/relief/export", can=Can.FIGURES_SEE)
async def export(
    kit: Kit, actor: Actor, since: date | None = None, until: date | None = None, channel: Word = "", reason: Word = "", language: Word = "",
) -> Bytes:
    """The same as a table."""
    limit("relief_export", actor.ref, rate_per_s=0.2, burst=5)
    by = _filters(since, until, channel, reason, language)
    text = await view.table(kit.db, by, actor.language)
    name = f"relief-{by[0].date()}-{by[1].date()}.csv"
    return Bytes(text.encode(), "text/csv; charset=utf-8", {
        "content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store", "x-content-type-options": "nosniff"})


@get("/relief/{count:str}/tickets", can=Can.FIGURES_SEE)
async def behind(
    kit: Kit, actor: Actor, count: Word, since: date | None = None, until: date | None = None, channel: Word = "", reason: Word = "",
    language: Word = "",
) -> Behind:
    """The tickets behind a count."""
    limit("relief", actor.ref, rate_per_s=1, burst=20)
    if count not in DEFINITIONS or count == "cases":
        raise NotFound
    rows = await measure_store.behind(kit.db, count, _filters(since, until, channel, reason, language))
    may = await seen(kit.db, actor, [row["id"] for row in rows])
    return Behind([Listed(**row) for row in rows if row["id"] in may])


routes = [relief, export, behind]

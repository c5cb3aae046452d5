"""Routes on figures."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import get

from . import drill_store, view
from .measure_store import Filters
from .model import Figures, Listed, Live

LONGEST_DAYS = 366
MOST = 200
"""Tickets listed behind a figure."""
Word = Annotated[str, msgspec.Meta(max_length=60)]


class Behind(msgspec.Struct, frozen=True):
    """The tickets behind a figure, worst first; at most 200."""

    tickets: list[Listed]
    most: int = MOST


def period(since: date | None, until: date | None) -> tuple[datetime, datetime]:
    """Whole days in UTC, both included; without dates, the last seven. Raises Invalid."""
    last = until or clock.now().astimezone(UTC).date()
    first = since or last - timedelta(days=6)
    if first > last or (last - first).days >= LONGEST_DAYS or last.year > 9990 or first.year < 2000:
        raise Invalid(errors=[{"field": "since", "why": f"a period of 1 to {LONGEST_DAYS} days, its first day before its last"}])
    day = datetime.min.time()
    return datetime.combine(first, day, UTC), datetime.combine(last + timedelta(days=1), day, UTC)


def _filters(since: date | None, until: date | None, channel: str, reason: str, language: str, tier: str) -> Filters:
    return (*period(since, until), channel or None, reason or None, language or None, tier or None)


@get("/figures", can=Can.FIGURES_SEE)
async def figures(
    kit: Kit, actor: Actor, since: date | None = None, until: date | None = None, channel: Word = "", reason: Word = "", language: Word = "", tier: Word = "",
) -> Figures:
    limit("figures", actor.ref, rate_per_s=1, burst=20)
    async with kit.db.acquire() as connection:
        return await view.page(connection, _filters(since, until, channel, reason, language, tier))


@get("/figures/live", can=Can.FIGURES_SEE)
async def live(kit: Kit) -> Live:
    return await view.live(kit.db)


@get("/figures/{figure:str}/tickets", can=Can.FIGURES_SEE)
async def behind(
    kit: Kit, actor: Actor, figure: Word, since: date | None = None, until: date | None = None, channel: Word = "", reason: Word = "",
    language: Word = "", tier: Word = "",
) -> Behind:
    limit("figures", actor.ref, rate_per_s=1, burst=20)
    if figure not in drill_store.BEHIND:
        raise NotFound
    return Behind(await drill_store.behind(kit.db, figure, _filters(since, until, channel, reason, language, tier), MOST))


routes = [figures, live, behind]

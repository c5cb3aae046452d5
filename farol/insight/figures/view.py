"""The page of figures, put together."""

from farol.core.reasons import reasons
from farol.kit.db import Reads

from . import measure_store as m
from .model import FORMULAS, Day, Figure, Figures, Live, Slice, share, timed


async def figures(db: Reads, by: m.Filters) -> list[Figure]:
    """Every figure of a period, in the order of the page."""
    handle, rated = await m.row(db, m.HANDLE, by), await m.row(db, m.RATED, by)
    return [
        timed("first_reply", await m.row(db, m.FIRST_REPLY, by)),
        timed("first_touch", await m.row(db, m.FIRST_TOUCH, by)),
        timed("resolution", await m.row(db, m.RESOLUTION, by)),
        timed("answer_speed", await m.row(db, m.ANSWER_SPEED, by)),
        share("abandonment", await m.row(db, m.ABANDONED, by)),
        timed("handle", handle, mean=handle["mean"]),
        share("one_contact", await m.row(db, m.ONE_CONTACT, by)),
        share("reopened", await m.row(db, m.REOPENED, by)),
        share("csat", rated, asked=rated["asked"], mean=rated["mean"], unsolved=rated["unsolved"]),
        share("sla", await m.row(db, m.LEVELS, by)),
        share("promise", await m.row(db, m.PROMISES, by)),
    ]


async def page(db: Reads, by: m.Filters) -> Figures:
    """The whole page of a period."""
    volume = await m.row(db, m.VOLUME, by)
    return Figures(
        by[0], by[1], volume["opened"], volume["resolved"], volume["aside"], await figures(db, by), FORMULAS,
        [Day(**r) for r in await m.rows(db, m.DAYS, by)],
        [_named(Slice(**r)) for r in await m.rows(db, m.BY_REASON, by)],
        [Slice(**r) for r in await m.rows(db, m.BY_CHANNEL, by)],
        sorted((Slice(**r) for r in await m.rows(db, m.BY_HOUR, by)), key=lambda s: s.key))


def _named(slice_: Slice) -> Slice:
    found = reasons().get(slice_.key)
    return Slice(slice_.key, slice_.opened, slice_.n, slice_.half, slice_.most, {"zh": found.zh, "en": found.en} if found else None)


async def live(db: Reads) -> Live:
    """The desk as it stands now."""
    row = await m.live(db)
    a_day = row["resolved_a_day"]
    return Live(**row, days_of_work=row["open"] / a_day if a_day else None)

"""Our numbers: the connections of kind ``phone``, their hours, and the addresses at which the provider calls us."""

from datetime import datetime
from urllib.parse import urlencode

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.desk.sla import hours, rule_store
from farol.kit.core import Kit
from farol.kit.db import Reads

from .model import CHANNEL, Line


class Hours(msgspec.Struct, frozen=True):
    """Whether somebody is there now; opens: when next, None while open or when nobody ever is. zone: in which to say so."""

    open: bool
    opens: datetime | None
    zone: str


async def by_token(kit: Kit, token: str) -> Line | None:
    """The number whose webhooks carry this token, whatever its state: who is in a call is served to its end."""
    found = await connections.known_by_token(kit, CHANNEL, token)
    return Line(found) if found else None


async def by_id(kit: Kit, id_: int) -> Line | None:
    """One of them."""
    found = await connections.known(kit, id_)
    return Line(found) if found and found.channel == CHANNEL else None


async def every(kit: Kit) -> list[Line]:
    """All that are not removed."""
    return [Line(one) for one in await connections.of_channel(kit, CHANNEL, active=False)]


async def open_now(db: Reads, line: Line, now: datetime) -> Hours:
    """By the calendar that the connection names; without one, or where it is gone, always open."""
    calendar = next((one for one in await rule_store.calendars(db) if one.name == line.calendar), None) if line.calendar else None
    if calendar is None:
        return Hours(True, None, "UTC")
    pieces = hours.pieces(calendar, now)
    first = next(pieces)
    if first.kind == "open":
        return Hours(True, None, calendar.zone)
    second = next(pieces, None)
    return Hours(False, second.since if second else None, calendar.zone)


def address(kit: Kit, connection: Connection, step: str = "", **query: int | str) -> str:
    """Where the provider asks us; with the number of the question, so that an answer is taken once."""
    path = f"{kit.settings.public_url}/hooks/{CHANNEL}/{connection.token}" + (f"/{step}" if step else "")
    return f"{path}?{urlencode(query)}" if query else path

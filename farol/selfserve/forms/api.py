"""Routes on channels for who runs the queue: which there are, for whom each is open and when, and who set it so."""

from typing import Annotated

import msgspec

from farol.desk.sla import rule_store
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import door_actions, door_store, embed_api
from .door import KEYS, Channel
from .door_store import Changed

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern=r"^[^\u0000]*$")]
Shorts = Annotated[list[Short], msgspec.Meta(max_length=50)]
Calendar = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
MOST_CHANGES = 20
Line = Annotated[str, msgspec.Meta(max_length=300, pattern=r"^[^\u0000]*$")]


class ChannelBody(Body, frozen=True):
    """regions: beginnings of time zones, such as ``Asia/``; tiers: first words of levels; empty lists are for everybody.
    calendar_id: of the hours; None is day and night. away_zh, away_en: what the others read."""

    open: bool
    regions: Shorts = []
    tiers: Shorts = []
    away_zh: Line = ""
    away_en: Line = ""
    calendar_id: Calendar | None = None


class Hours(msgspec.Struct, frozen=True):
    """A calendar to choose."""

    id: int
    name: str
    zone: str
    always: bool


class Channels(msgspec.Struct, frozen=True):
    """Every channel, in the order of the page; the calendars to choose from; the last changes, the newest first."""

    channels: list[Channel]
    calendars: list[Hours]
    changes: list[Changed]


@get("/door/channels", can=Can.QUEUE_MANAGE)
async def channels(kit: Kit) -> Channels:
    calendars = [Hours(one.id, one.name, one.zone, one.always) for one in await rule_store.calendars(kit.db)]
    return Channels(await door_store.channels(kit.db), calendars, await door_store.changes(kit.db, MOST_CHANGES))


@put("/door/channels/{channel_key:str}", can=Can.QUEUE_MANAGE)
async def set_channel(kit: Kit, actor: Actor, channel_key: str, data: ChannelBody) -> None:
    key = next((known for known in KEYS if known == channel_key), None)
    if key is None:
        raise NotFound
    limit("channel_set", actor.ref, rate_per_s=1, burst=30)
    await door_actions.set_channel(
        kit, actor, Channel(key, data.open, data.regions, data.tiers, data.away_zh, data.away_en, data.calendar_id))


routes = [channels, set_channel]
for_customer = embed_api.routes

"""Routes on channels for who runs the queue: which there are, and for whom each is open."""

from typing import Annotated

import msgspec

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.web import Body, get, put

from . import door_actions, door_store
from .door import KEYS, Channel

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern=r"^[^\u0000]*$")]
Shorts = Annotated[list[Short], msgspec.Meta(max_length=50)]
Line = Annotated[str, msgspec.Meta(max_length=300, pattern=r"^[^\u0000]*$")]


class ChannelBody(Body, frozen=True):
    """regions: beginnings of time zones, such as ``Asia/``; tiers: first words of levels; empty lists are for everybody.
    away_zh, away_en: what the others read."""

    open: bool
    regions: Shorts = []
    tiers: Shorts = []
    away_zh: Line = ""
    away_en: Line = ""


class Channels(msgspec.Struct, frozen=True):
    """Every channel, in the order of the page."""

    channels: list[Channel]


@get("/door/channels", can=Can.QUEUE_MANAGE)
async def channels(kit: Kit) -> Channels:
    return Channels(await door_store.channels(kit.db))


@put("/door/channels/{channel_key:str}", can=Can.QUEUE_MANAGE)
async def set_channel(kit: Kit, actor: Actor, channel_key: str, data: ChannelBody) -> None:
    key = next((known for known in KEYS if known == channel_key), None)
    if key is None:
        raise NotFound
    await door_actions.set_channel(kit, actor, Channel(key, data.open, data.regions, data.tiers, data.away_zh, data.away_en))


routes = [channels, set_channel]

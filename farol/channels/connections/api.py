"""Routes of the console: what is connected, how it does, what it costs, and the switch that stops it."""

from typing import Annotated

import msgspec
from msgspec import Meta

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, patch, post, put

from . import actions, store, use_store
from .model import Probe
from .view import Channels, ConnectionView, channels, connection

Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"^[^\x00]*\S[^\x00]*$")]
Why = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]
Key = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z][a-z0-9_]*$")]
Value = Annotated[str, Meta(max_length=8000, pattern=r"\A[^\x00]*\Z")]
Values = Annotated[dict[Key, Value], Meta(max_length=30)]
Groups = Annotated[list[Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[^\x00]+$")]], Meta(max_length=50)]
Micro = Annotated[int, Meta(ge=0, le=10**12)]


class ConnectBody(Body, frozen=True):
    """values: by the keys of the kind's fields. regions, tiers: whom it is for; empty: everybody."""

    name: Name
    values: Values
    regions: Groups = []
    tiers: Groups = []


class ChangeBody(Body, frozen=True):
    """What is left out stays; so does a secret that is empty."""

    name: Name | None = None
    values: Values | None = None
    regions: Groups | None = None
    tiers: Groups | None = None


class PauseBody(Body, frozen=True):
    """Why, for whoever wonders."""

    why: Why


class StopBody(Body, frozen=True):
    """channel: by its key; left out: all of them."""

    why: Why
    channel: Key | None = None


class PriceBody(Body, frozen=True):
    """prices: millionths of the currency by unit. month_limit: the same; null for none."""

    prices: Annotated[dict[Key, Micro], Meta(max_length=20)]
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3,5}$")] = "USD"
    month_limit: Annotated[int, Meta(ge=1, le=10**15)] | None = None


class Connected(msgspec.Struct, frozen=True):
    """The new connection and what its test found."""

    connection: ConnectionView
    probe: Probe


class Stopped(msgspec.Struct, frozen=True):
    """Connections that were stopped."""

    connections: list[int]


class Use(msgspec.Struct, frozen=True):
    """What a connection used, the newest month first."""

    months: list[use_store.MonthUsed]


@get("/channels", can=Can.CHANNEL_SEE)
async def all_channels(kit: Kit, actor: Actor) -> Channels:
    """Kinds of channels with their fields, limits and costs; connections with their health."""
    return await channels(kit, manages=actor.may(Can.CHANNEL_MANAGE))


@post("/channels/{kind:str}/connections", can=Can.CHANNEL_MANAGE)
async def connect(kit: Kit, actor: Actor, kind: str, data: ConnectBody) -> Connected:
    """Connects an account of ours, after the platform was asked."""
    limit("channel", actor.ref, rate_per_s=0.2, burst=20)
    id_, probe = await actions.connect(kit, actor, kind, data.name.strip(), data.values, data.regions, data.tiers)
    return Connected(await _view(kit, actor, id_), probe)


@patch("/channels/connections/{connection_id:int}", can=Can.CHANNEL_MANAGE)
async def change(kit: Kit, actor: Actor, connection_id: int, data: ChangeBody) -> ConnectionView:
    """Sets what is given."""
    await actions.change(kit, actor, possible(connection_id), name=data.name, given=data.values, regions=data.regions, tiers=data.tiers)
    return await _view(kit, actor, connection_id)


@post("/channels/connections/{connection_id:int}/test", can=Can.CHANNEL_PAUSE)
async def test(kit: Kit, actor: Actor, connection_id: int) -> Probe:
    """Asks the platform now."""
    limit("channel", actor.ref, rate_per_s=0.2, burst=20)
    return await actions.probe(kit, actor, possible(connection_id))


@post("/channels/connections/{connection_id:int}/pause", can=Can.CHANNEL_PAUSE)
async def pause(kit: Kit, actor: Actor, connection_id: int, data: PauseBody) -> ConnectionView:
    """Nothing goes out over it any more."""
    await actions.pause(kit, actor, possible(connection_id), data.why.strip())
    return await _view(kit, actor, connection_id)


@post("/channels/connections/{connection_id:int}/resume", can=Can.CHANNEL_PAUSE)
async def resume(kit: Kit, actor: Actor, connection_id: int) -> Connected:
    """It goes on, if the platform says that it works."""
    limit("channel", actor.ref, rate_per_s=0.2, burst=20)
    probe = await actions.resume(kit, actor, possible(connection_id))
    return Connected(await _view(kit, actor, connection_id), probe)


@delete("/channels/connections/{connection_id:int}", can=Can.CHANNEL_MANAGE)
async def remove(kit: Kit, actor: Actor, connection_id: int) -> None:
    """Ends it, with its secrets."""
    await actions.remove(kit, actor, possible(connection_id))


@post("/channels/pause", can=Can.CHANNEL_PAUSE)
async def stop(kit: Kit, actor: Actor, data: StopBody) -> Stopped:
    """The kill switch: nothing goes out over any channel, or over this one."""
    return Stopped(await actions.pause_all(kit, actor, data.why.strip(), data.channel))


@put("/channels/connections/{connection_id:int}/price", can=Can.CHANNEL_MANAGE)
async def price(kit: Kit, actor: Actor, connection_id: int, data: PriceBody) -> ConnectionView:
    """What it costs, and what a month may cost."""
    await actions.price(kit, actor, possible(connection_id), data.prices, data.currency, data.month_limit)
    return await _view(kit, actor, connection_id)


@get("/channels/connections/{connection_id:int}/use", can=Can.CHANNEL_SEE)
async def use(kit: Kit, connection_id: int) -> Use:
    """What it used, month by month."""
    if await store.by_id(kit.db, possible(connection_id)) is None:
        raise NotFound
    return Use(await use_store.months(kit.db, connection_id))


async def _view(kit: Kit, actor: Actor, id_: int) -> ConnectionView:
    view = await connection(kit, id_, manages=actor.may(Can.CHANNEL_MANAGE))
    if view is None:
        raise NotFound
    return view


routes = [all_channels, connect, change, test, pause, resume, remove, stop, price, use]

"""Connections as the console shows them. No secret is in any of it."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import msgspec

from farol.kit.core import Kit
from farol.kit.db import Reads

from . import store, use_store
from .kinds import KINDS, Known
from .model import Cost, Field, Health, Limits, Spent

Waits = Callable[[Reads, list[int]], Awaitable[dict[int, tuple[int, int]]]]
"""By connection: how much came and was not read, and how much was not sent yet."""
WAITING: list[Waits] = []
"""Whoever keeps what waits says how much it is."""


class KindView(msgspec.Struct, frozen=True):
    """A kind of channel that can be connected."""

    key: str
    name: dict[str, str]
    fields: tuple[Field, ...]
    limits: Limits
    costs: tuple[Cost, ...]
    private: bool
    public: bool
    several: bool
    webhook: bool
    guide: str


class ConnectionView(msgspec.Struct, frozen=True):
    """A connection. secrets: keys of those that are kept. webhook: the address the platform calls, for who may manage; empty where it calls none.
    why: of a pause, or what the platform said when it was switched off; stopped_at, stopped_by: since when it is, and by whom if somebody did. month_limit, prices: in millionths of the currency."""

    id: int
    channel: str
    name: str
    state: str
    why: str
    stopped_at: datetime | None
    stopped_by: str
    account: str
    settings: dict[str, str]
    secrets: list[str]
    regions: list[str]
    tiers: list[str]
    webhook: str
    health: Health
    spent: list[Spent]
    prices: dict[str, int]
    currency: str
    month_limit: int | None
    version: int
    at: datetime


class Channels(msgspec.Struct, frozen=True):
    """Every kind, and every connection."""

    kinds: list[KindView]
    connections: list[ConnectionView]


async def channels(kit: Kit, *, manages: bool) -> Channels:
    """What the console shows. manages: addresses of webhooks are shown as well."""
    rows = await store.all_of_them(kit.db)
    return Channels([_kind(one) for one in KINDS.values()], await _views(kit, rows, manages))


async def connection(kit: Kit, id_: int, *, manages: bool) -> ConnectionView | None:
    """One that is not removed."""
    row = await store.by_id(kit.db, id_)
    return None if row is None or row.state == "removed" else (await _views(kit, [row], manages))[0]


async def _views(kit: Kit, rows: list[store.Row], manages: bool) -> list[ConnectionView]:
    ids = [row.id for row in rows]
    if not ids:
        return []
    days = await use_store.days(kit.db, ids)
    waits: dict[int, tuple[int, int]] = {}
    for each in WAITING:
        waits |= await each(kit.db, ids)
    used = await use_store.spent(kit.db, ids)
    stops = {one.id: one for one in await store.stops(kit.db, [row.id for row in rows if row.state != "active"])}
    return [_view(kit, row, stops.get(row.id), days.get(row.id), waits.get(row.id, (0, 0)), [u for u in used if u.id == row.id], manages) for row in rows]


def _view(
    kit: Kit, row: store.Row, stop: store.Stop | None, day: use_store.Day | None, waits: tuple[int, int], used: list[use_store.Used], manages: bool,
) -> ConnectionView:
    known = KINDS.get(row.channel)
    fields = known.kind.fields if known else ()
    webhook = f"{kit.settings.public_url}/hooks/{row.channel}/{row.token}" if manages and known and known.kind.webhook else ""
    health = Health(
        row.last_in_at, row.last_out_at, row.last_failure_at, row.last_failure, row.failures, waits[0], waits[1],
        day.failed if day else 0, day.refused if day else 0)
    return ConnectionView(
        row.id, row.channel, row.name, row.state, row.why, stop.at if stop else None, stop.by if stop else "", row.account, row.settings,
        [field.key for field in fields if field.secret] if row.secrets else [], row.regions, row.tiers, webhook, health,
        [Spent(u.unit, u.count, u.micro, row.currency) for u in used], row.prices, row.currency, row.month_limit, row.version, row.at)


def _kind(known: Known) -> KindView:
    kind = known.kind
    return KindView(
        kind.key, kind.name, kind.fields, kind.limits, kind.costs, kind.private, kind.public, kind.several, kind.webhook, kind.guide)

"""Endpoints and what they were told, over HTTP."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from farol.core.tickets.api import Number, possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, patch, post

from . import actions, delivery_store, store
from .model import Delivery, Secret, Told, Webhook

PAGE = 50
Wanted = Literal["ticket.opened", "ticket.changed", "ticket.merged", "ticket.unmerged", "message.posted"]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80, pattern=r"\S")]
Url = Annotated[str, msgspec.Meta(min_length=8, max_length=1000)]
Kinds = Annotated[list[Wanted], msgspec.Meta(min_length=1, max_length=10)]
Outcome = Literal["waiting", "delivered", "failed", "dropped"]


class MakeBody(Body, frozen=True):
    """A new endpoint, and what it is told of."""

    name: Name
    url: Url
    kinds: Kinds


class ChangeBody(Body, frozen=True):
    """What is given is set."""

    name: Name | None = None
    url: Url | None = None
    kinds: Kinds | None = None


class ReplayBody(Body, frozen=True):
    """From when on."""

    since: datetime


class Webhooks(msgspec.Struct, frozen=True):
    """All endpoints."""

    webhooks: Annotated[list[Webhook], msgspec.Meta(max_length=100)]


class Deliveries(msgspec.Struct, frozen=True):
    """Newest first. more: whether there are older ones, before the id of the last."""

    deliveries: Annotated[list[Delivery], msgspec.Meta(max_length=PAGE)]
    more: bool


class Made(msgspec.Struct, frozen=True):
    """The delivery that was queued."""

    delivery_id: int


class Replayed(msgspec.Struct, frozen=True):
    """How many go out once more."""

    count: int


@get("/webhooks", can=Can.PARTNER_MANAGE)
async def all_webhooks(kit: Kit) -> Webhooks:
    """Every endpoint, how it does, and what waits for it."""
    return Webhooks(await store.webhooks(kit.db))


@post("/webhooks", can=Can.PARTNER_MANAGE)
async def make(kit: Kit, actor: Actor, data: MakeBody) -> Secret:
    """A new one. Its secret is in this answer and nowhere else."""
    return await actions.make(kit, actor, data.name.strip(), data.url.strip(), sorted(set(data.kinds)))


@patch("/webhooks/{webhook_id:int}", can=Can.PARTNER_MANAGE)
async def change(kit: Kit, actor: Actor, webhook_id: int, data: ChangeBody) -> Webhook:
    """Another name, address or wish."""
    url = data.url.strip() if data.url else None
    return await actions.change(kit, actor, possible(webhook_id), data.name, url, sorted(set(data.kinds)) if data.kinds else None)


@delete("/webhooks/{webhook_id:int}", can=Can.PARTNER_MANAGE)
async def remove(kit: Kit, actor: Actor, webhook_id: int) -> None:
    """Nothing goes there any more."""
    await actions.remove(kit, actor, possible(webhook_id))


@post("/webhooks/{webhook_id:int}/secret", can=Can.PARTNER_MANAGE)
async def rotate(kit: Kit, actor: Actor, webhook_id: int) -> Secret:
    """A new secret; the old one signs as well for 24 h."""
    return await actions.rotate(kit, actor, possible(webhook_id))


@post("/webhooks/{webhook_id:int}/pause", can=Can.PARTNER_MANAGE)
async def pause(kit: Kit, actor: Actor, webhook_id: int) -> Webhook:
    """What happens meanwhile waits, each for 72 h."""
    return await actions.pause(kit, actor, possible(webhook_id))


@post("/webhooks/{webhook_id:int}/resume", can=Can.PARTNER_MANAGE)
async def resume(kit: Kit, actor: Actor, webhook_id: int) -> Webhook:
    """It is told again."""
    return await actions.resume(kit, actor, possible(webhook_id))


@post("/webhooks/{webhook_id:int}/test", can=Can.PARTNER_MANAGE)
async def test(kit: Kit, actor: Actor, webhook_id: int) -> Made:
    """Says ``webhook.tested`` there."""
    limit("webhook_test", actor.ref, rate_per_s=0.5, burst=10)
    return Made(await actions.test(kit, actor, possible(webhook_id)))


@get("/webhooks/{webhook_id:int}/deliveries", can=Can.PARTNER_MANAGE)
async def deliveries(kit: Kit, webhook_id: int, before: Number | None = None, result: Outcome | None = None) -> Deliveries:
    """What it was told, and what waits."""
    if await store.webhook(kit.db, possible(webhook_id)) is None:
        raise NotFound
    found = await delivery_store.deliveries(kit.db, webhook_id, before, result, PAGE + 1)
    return Deliveries(found[:PAGE], len(found) > PAGE)


@post("/webhooks/{webhook_id:int}/replay", can=Can.PARTNER_MANAGE)
async def replay(kit: Kit, actor: Actor, webhook_id: int, data: ReplayBody) -> Replayed:
    """What did not arrive since then goes out once more."""
    return Replayed(await actions.replay_since(kit, actor, possible(webhook_id), data.since))


@get("/webhook-deliveries/{delivery_id:int}", can=Can.PARTNER_MANAGE)
async def delivery(kit: Kit, delivery_id: int) -> Told:
    """One delivery whole, with every try."""
    found = await delivery_store.delivery(kit.db, possible(delivery_id))
    if found is None:
        raise NotFound
    return Told(*found)


@post("/webhook-deliveries/{delivery_id:int}/replay", can=Can.PARTNER_MANAGE)
async def replay_one(kit: Kit, actor: Actor, delivery_id: int) -> Made:
    """The same once more, under a new id."""
    return Made(await actions.replay_one(kit, actor, possible(delivery_id)))


routes = [all_webhooks, make, change, remove, rotate, pause, resume, test, deliveries, replay, delivery, replay_one]

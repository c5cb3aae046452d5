"""Endpoints: made, changed, paused, removed, tested, and told again."""

from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from farol.kit import clock, outbound
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.kit.secretbox import SecretBox

from . import delivery_store, store
from .events import WebhookChanged, WebhookMade, WebhookReplayed, WebhookResumed
from .model import MOST, OLD_SECRET_FOR, Notice, Secret, Webhook, new_secret
from .problems import TooManyWebhooks, WebhookOff
from .sending import nudge
from .stopping import stop_in

MOST_REPLAYED = 10_000


async def make(kit: Kit, actor: Actor, name: str, url: str, kinds: list[str]) -> Secret:
    """A new endpoint. Raises TooManyWebhooks, and what ``outbound.check`` raises."""
    await outbound.check(kit, url)
    secret = new_secret()
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, name, url, kinds, actor.id, MOST)
        if id_ is None:
            raise TooManyWebhooks(most=MOST)
        await store.seal(tx, id_, _sealed(kit, id_, secret))
        seq = await emit(tx, f"webhook:{id_}", actor, WebhookMade(name, _host(url), kinds))
    await wake(kit.bus, f"webhook:{id_}", seq)
    return Secret(await _one(kit, id_), secret)


async def change(kit: Kit, actor: Actor, id_: int, name: str | None, url: str | None, kinds: list[str] | None) -> Webhook:
    """Sets what is given. What waits goes to the new address. Raises NotFound, and what ``outbound.check`` raises."""
    if url is not None:
        await outbound.check(kit, url)
    async with transaction(kit.db) as tx:
        done = await store.change(tx, id_, name, url, kinds)
        if done is None:
            raise NotFound
        seq = await emit(tx, f"webhook:{id_}", actor, WebhookChanged(done.name, _host(done.url), done.kinds))
    await wake(kit.bus, f"webhook:{id_}", seq)
    return await _one(kit, id_)


async def rotate(kit: Kit, actor: Actor, id_: int) -> Secret:
    """A new secret; for 24 h both sign. Raises NotFound."""
    secret = new_secret()
    async with transaction(kit.db) as tx:
        done = await store.rotate(tx, id_, _sealed(kit, id_, secret), OLD_SECRET_FOR)
        if done is None:
            raise NotFound
        seq = await emit(tx, f"webhook:{id_}", actor, WebhookChanged(done.name, _host(done.url), done.kinds, True))
    await wake(kit.bus, f"webhook:{id_}", seq)
    return Secret(await _one(kit, id_), secret)


async def pause(kit: Kit, actor: Actor, id_: int) -> Webhook:
    """What happens meanwhile waits, each for 72 h. Raises NotFound."""
    await _one(kit, id_)
    await _end(kit, actor, id_, "paused", "paused")
    return await _one(kit, id_)


async def resume(kit: Kit, actor: Actor, id_: int) -> Webhook:
    """It is told again, what waits at once. Raises NotFound."""
    await _one(kit, id_)
    async with transaction(kit.db) as tx:
        if await store.resume(tx, id_):
            await emit(tx, f"webhook:{id_}", actor, WebhookResumed())
    await nudge(kit)
    return await _one(kit, id_)


async def remove(kit: Kit, actor: Actor, id_: int) -> None:
    """Nothing goes there any more, what waits neither. Raises NotFound."""
    await _one(kit, id_)
    await _end(kit, actor, id_, "disabled", "removed")


async def test(kit: Kit, actor: Actor, id_: int) -> int:
    """Says ``webhook.tested`` there: the id of the delivery. Raises NotFound, WebhookOff."""
    if (await _one(kit, id_)).state != "active":
        raise WebhookOff
    body = _encode(Notice("webhook.tested", clock.now(), {"by": actor.name}))
    made = await delivery_store.add(kit.db, [id_], "webhook.tested", body)
    await nudge(kit)
    return made[0]


async def replay_one(kit: Kit, actor: Actor, delivery_id: int) -> int:
    """The same once more, under a new id: that of the new delivery. Raises NotFound, WebhookOff."""
    found = await delivery_store.delivery(kit.db, delivery_id)
    if found is None:
        raise NotFound
    webhook = await _one(kit, found[0].webhook_id)
    if webhook.state == "disabled":
        raise WebhookOff
    async with transaction(kit.db) as tx:
        made = await delivery_store.replay_one(tx, delivery_id)
        if made is None:
            return delivery_id
        await emit(tx, f"webhook:{webhook.id}", actor, WebhookReplayed(1))
    await nudge(kit)
    return made


async def replay_since(kit: Kit, actor: Actor, id_: int, since: datetime) -> int:
    """Everything that did not arrive since then once more: how many. Raises NotFound, WebhookOff."""
    if (await _one(kit, id_)).state == "disabled":
        raise WebhookOff
    async with transaction(kit.db) as tx:
        count = await delivery_store.replay(tx, id_, since, MOST_REPLAYED)
        if count:
            await emit(tx, f"webhook:{id_}", actor, WebhookReplayed(count))
    await nudge(kit)
    return count


async def _end(kit: Kit, actor: Actor, id_: int, state: str, why: str) -> None:
    async with transaction(kit.db) as tx:
        await stop_in(tx, actor, id_, state, why)


async def _one(kit: Kit, id_: int) -> Webhook:
    found = await store.webhook(kit.db, id_)
    if found is None:
        raise NotFound
    return found


def _encode(notice: Notice) -> str:
    return msgspec.json.encode(notice).decode()


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _sealed(kit: Kit, id_: int, secret: str) -> bytes:
    return SecretBox(kit.settings.secret_key, "webhook").seal(secret.encode(), f"webhook:{id_}")

"""Browsers: allowed to show somebody's notices, and stopped."""

import hashlib

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from . import mail, push, sealing, store
from .events import PushAllowed, PushStopped
from .problems import PushUnknown

SENDERS = (mail.send, push.send)
"""The ways this channel goes; naming them here registers them."""
AUTH = 16


async def allow(kit: Kit, actor: Actor, endpoint: str, p256dh: str, auth: str, label: str) -> int:
    """The actor's browser takes pushes from now on: its id. Raises PushUnknown, Invalid."""
    if not push.taken(kit.settings, endpoint):
        raise PushUnknown
    try:
        key, secret = push.unpack(p256dh), push.unpack(auth)
        sealing.point(key)
    except ValueError:
        raise Invalid(errors=[{"field": "p256dh", "why": "not a key of a browser"}]) from None
    if len(secret) != AUTH:
        raise Invalid(errors=[{"field": "auth", "why": f"not {AUTH} bytes"}])
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, actor.id, hashlib.sha256(endpoint.encode()).digest(), endpoint, key, secret, label)
        await emit(tx, f"staff:{actor.id}", actor, PushAllowed(id_, label))
    return id_


async def stop(kit: Kit, actor: Actor, browser_id: int) -> None:
    """A browser of the actor's takes no more pushes. Raises NotFound."""
    async with transaction(kit.db) as tx:
        if not await store.remove(tx, browser_id, actor.id):
            raise NotFound
        await emit(tx, f"staff:{actor.id}", actor, PushStopped(browser_id))

"""Passes: a socket is opened with one, once, within a minute, so that no lasting token stands in an address."""

import hashlib
import secrets
from datetime import timedelta

import msgspec

from farol.core.customers import actions as customers
from farol.core.people import actions as people
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.jobs import every_s
from farol.kit.permission import Actor
from farol.kit.ratelimit import limit

from . import store
from .model import PASS_S


class Pass(msgspec.Struct, frozen=True):
    """``/live?pass=…``"""

    pass_: str = msgspec.field(name="pass")


async def give_pass(kit: Kit, actor: Actor) -> Pass:
    """A pass for the actor's own session."""
    limit("live_pass", actor.session.hex(), rate_per_s=1, burst=30)
    token = secrets.token_urlsafe(24)
    until = clock.now() + timedelta(seconds=PASS_S)
    await store.add_pass(kit.db, hashlib.sha256(token.encode()).digest(), actor.kind, actor.id, actor.session, until)
    return Pass(token)


async def admit(kit: Kit, token: str) -> Actor | None:
    """The actor behind a pass, which is spent by this."""
    if not 20 <= len(token) <= 100:
        return None
    found = await store.take_pass(kit.db, hashlib.sha256(token.encode()).digest())
    if found is None:
        return None
    kind, session = found
    resolve = customers.of_session if kind == "customer" else people.of_session
    return await resolve(kit, session)


@every_s(300, "live.prune")
async def prune(kit: Kit) -> None:
    """Keeps the list of unused passes short."""
    await store.prune(kit.db)

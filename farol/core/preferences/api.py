"""A member of staff's own preferences."""

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import get, put

from . import actions, store
from .model import Preferences


@get("/me/preferences", can=Can.SESSION_OWN)
async def mine(kit: Kit, actor: Actor) -> Preferences:
    """What I chose; the defaults where I did not."""
    return await store.preferences(kit.db, actor.id)


@put("/me/preferences", can=Can.SESSION_OWN)
async def save(kit: Kit, actor: Actor, data: Preferences) -> Preferences:
    """Sets all of them; what is left out is the default."""
    limit("preferences", actor.ref, rate_per_s=1, burst=20)
    await actions.save(kit, actor, data)
    return data


routes = [mine, save]

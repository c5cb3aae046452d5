"""A member of staff's own preferences."""

import msgspec
from msgspec import UNSET, UnsetType

from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.ratelimit import limit
from farol.kit.web import Body, get, put

from . import actions, store
from .model import After, Codes, Density, Preferences, Signatures, Undo, Zone


class PreferencesBody(Body, frozen=True):
    """What is to be another from now on; what is left out stays."""

    undo_send_s: Undo | UnsetType = UNSET
    after_send: After | UnsetType = UNSET
    signature: Signatures | UnsetType = UNSET
    density: Density | UnsetType = UNSET
    time_zone: Zone | UnsetType = UNSET
    reads: Codes | UnsetType = UNSET


@get("/me/preferences", can=Can.SESSION_OWN)
async def mine(kit: Kit, actor: Actor) -> Preferences:
    """What I chose; the defaults where I did not."""
    return await store.preferences(kit.db, actor.id)


@put("/me/preferences", can=Can.SESSION_OWN)
async def save(kit: Kit, actor: Actor, data: PreferencesBody) -> Preferences:
    """Sets some of them."""
    limit("preferences", actor.ref, rate_per_s=1, burst=20)
    return await actions.save(kit, actor, {name: value for name, value in msgspec.structs.asdict(data).items() if value is not UNSET})


routes = [mine, save]

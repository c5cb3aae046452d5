"""Setting one's own console."""

from typing import Any
from zoneinfo import available_timezones

import msgspec

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from . import store
from .events import PreferencesSaved
from .model import Preferences


async def save(kit: Kit, actor: Actor, fields: dict[str, Any]) -> Preferences:
    """Sets these of the actor's preferences: all of them as they are now. Raises Invalid."""
    if not fields:
        raise Invalid(errors=[{"field": "", "why": "nothing to change"}])
    async with db.transaction(kit.db) as tx:
        before = await store.preferences(tx, actor.id)
        chosen = msgspec.structs.replace(before, **fields)
        if chosen.time_zone not in available_timezones():
            raise Invalid(errors=[{"field": "time_zone", "why": "no such time zone"}])
        changed = [f for f in fields if getattr(chosen, f) != getattr(before, f)]
        if changed:
            await store.save(tx, actor.id, chosen)
            await emit(tx, f"staff:{actor.id}", actor, PreferencesSaved(changed))
    return chosen

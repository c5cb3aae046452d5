"""Setting one's own console."""

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


async def save(kit: Kit, actor: Actor, chosen: Preferences) -> None:
    """Sets the actor's preferences. Raises Invalid."""
    if chosen.time_zone not in available_timezones():
        raise Invalid(errors=[{"field": "time_zone", "why": "no such time zone"}])
    if "\0" in chosen.signature.zh + chosen.signature.en:
        raise Invalid(errors=[{"field": "signature", "why": "holds a NUL character"}])
    async with db.transaction(kit.db) as tx:
        before = await store.preferences(tx, actor.id)
        changed = [f for f in msgspec.structs.asdict(chosen) if getattr(chosen, f) != getattr(before, f)]
        if changed:
            await store.save(tx, actor.id, chosen)
            await emit(tx, f"staff:{actor.id}", actor, PreferencesSaved(changed))

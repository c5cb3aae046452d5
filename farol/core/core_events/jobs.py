"""Looks at the exchange's list: soon after a gap, and every minute in any case."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import actions


class Repair(msgspec.Struct, frozen=True):
    """There is nothing to say: the list knows where it was left."""


@job("core_events.repair", Repair)
async def repair(kit: Kit, _: Repair) -> None:
    """Fetches what webhooks lost."""
    await actions.repair(kit)


@every_s(60, "core_events.look")
async def look(kit: Kit) -> None:
    """Fetches what webhooks lost without leaving a gap: the last ones."""
    await actions.repair(kit)


@every_s(5, "core_events.say")
async def say(kit: Kit) -> None:
    """Says what a process kept and could not say before it was stopped."""
    await actions.say_ready(kit)


@every_s(3600, "core_events.prune")
async def prune(kit: Kit) -> None:
    """Forgets old ones."""
    await actions.prune(kit)

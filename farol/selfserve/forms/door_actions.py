"""Setting for whom a channel is open."""

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from . import door_store
from .door import Channel
from .events import ChannelSet

STREAM = "channel_set:1"


async def set_channel(kit: Kit, actor: Actor, channel: Channel) -> None:
    """From now on it is open for these and no others. Raises Invalid: the emergency way is open for everybody, always."""
    if channel.key == "emergency" and (not channel.open or channel.regions or channel.tiers):
        raise Invalid(errors=[{"field": "open", "why": "the emergency way is open for everybody"}])
    async with db.transaction(kit.db) as tx:
        await door_store.save(tx, channel, actor.ref)
        seq = await emit(tx, STREAM, actor, ChannelSet(channel.key, channel.open, channel.regions, channel.tiers))
    await wake(kit.bus, STREAM, seq)

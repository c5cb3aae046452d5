"""Setting for whom a channel is open, and when."""

from farol.core.tickets.checks import check_told
from farol.desk.sla import rule_store
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from . import door_store
from .door import Channel
from .events import ChannelSet


async def set_channel(kit: Kit, actor: Actor, channel: Channel) -> None:
    """From now on it is open for these and no others, in these hours.

    Raises Invalid: the emergency way is open for everybody, always; or there is no such calendar.
    """
    if channel.key == "emergency" and (not channel.open or channel.regions or channel.tiers or channel.calendar_id is not None):
        raise Invalid(errors=[{"field": "open", "why": "the emergency way is open for everybody, day and night"}])
    async with db.transaction(kit.db) as tx:
        if channel.calendar_id is not None and channel.calendar_id not in {one.id for one in await rule_store.calendars(tx)}:
            raise Invalid(errors=[{"field": "calendar_id", "why": "there is no such calendar"}])
        await check_told(tx, actor, channel.away_zh, channel.away_en)
        await door_store.save(tx, channel, actor.ref)
        said = ChannelSet(
            channel.key, channel.open, channel.regions, channel.tiers, channel.calendar_id, channel.away_zh, channel.away_en)
        seq = await emit(tx, door_store.STREAM, actor, said)
    await wake(kit.bus, door_store.STREAM, seq)

"""Statements on channels."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every

from .door import KEYS, Channel
from .events import ChannelSet

STREAM = "channel_set:1"
CHANNELS = "select key, open, regions, tiers, away_zh, away_en, calendar_id from door_channel"
SAVE = """
insert into door_channel (key, open, regions, tiers, away_zh, away_en, calendar_id, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (key) do update set open = excluded.open, regions = excluded.regions, tiers = excluded.tiers, away_zh = excluded.away_zh,
  away_en = excluded.away_en, calendar_id = excluded.calendar_id, set_at = now(), set_by = excluded.set_by"""
CHANGES = """
select e.at, coalesce(s.name, '') as by, e.body from event e left join staff s on e.actor = 'staff:' || s.id
where e.stream = $1 order by e.seq desc limit $2"""


class Changed(msgspec.Struct, frozen=True):
    """Who set what of a channel. by: a name, empty for the system; body: the event."""

    at: datetime
    by: str
    body: ChannelSet


async def channels(db: Reads) -> list[Channel]:
    """Every channel, in the order of the page; one that nobody has narrowed is open for everybody."""
    narrowed = {one.key: one for one in await every(db, Channel, CHANNELS)}
    return [narrowed.get(key) or Channel(key, True, [], [], "", "") for key in KEYS]


async def save(db: Reads, channel: Channel, by: str) -> None:
    """Sets for whom a channel is open."""
    await db.execute(SAVE, channel.key, channel.open, channel.regions, channel.tiers, channel.away_zh, channel.away_en, channel.calendar_id, by)


async def changes(db: Reads, most: int) -> list[Changed]:
    """What was last set, the newest first."""
    return await every(db, Changed, CHANGES, STREAM, most)

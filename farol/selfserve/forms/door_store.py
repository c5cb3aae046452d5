"""Statements on channels."""

from farol.kit.db import Reads, every

from .door import KEYS, Channel

CHANNELS = "select key, open, regions, tiers, away_zh, away_en from door_channel"
SAVE = """
insert into door_channel (key, open, regions, tiers, away_zh, away_en, set_by) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (key) do update set open = excluded.open, regions = excluded.regions, tiers = excluded.tiers, away_zh = excluded.away_zh,
  away_en = excluded.away_en, set_at = now(), set_by = excluded.set_by"""


async def channels(db: Reads) -> list[Channel]:
    """Every channel, in the order of the page; one that nobody has narrowed is open for everybody."""
    narrowed = {one.key: one for one in await every(db, Channel, CHANNELS)}
    return [narrowed.get(key) or Channel(key, True, [], [], "", "") for key in KEYS]


async def save(db: Reads, channel: Channel, by: str) -> None:
    """Sets for whom a channel is open."""
    await db.execute(SAVE, channel.key, channel.open, channel.regions, channel.tiers, channel.away_zh, channel.away_en, by)

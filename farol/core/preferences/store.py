"""Statements on preferences."""

import msgspec

from farol.kit.db import Reads

from .model import Preferences

PREFERENCES = "select preferences from staff_preference where staff_id = $1"
SAVE = """
insert into staff_preference (staff_id, preferences) values ($1, $2)
on conflict (staff_id) do update set preferences = excluded.preferences, at = now()"""


async def preferences(db: Reads, staff_id: int) -> Preferences:
    """What somebody chose; the defaults where they did not."""
    found = await db.fetchval(PREFERENCES, staff_id)
    return msgspec.convert(found, Preferences) if found else Preferences()


async def save(db: Reads, staff_id: int, chosen: Preferences) -> None:
    """Keeps it."""
    await db.execute(SAVE, staff_id, msgspec.to_builtins(chosen))

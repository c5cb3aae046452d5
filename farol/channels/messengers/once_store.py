"""Statements on what goes out once, because a copy would stand in public."""

from farol.kit.db import Reads

BEGIN = "update parcel_out set begun_at = now() where id = $1 and state = 'queued'"
UNKNOWN = "update parcel_out set state = 'unknown', error = $2, settled_at = now() where id = $1 and state = 'queued' returning id"


async def begin(db: Reads, id_: int) -> None:
    """The platform is being asked: from here on it may stand there."""
    await db.execute(BEGIN, id_)


async def unknown(db: Reads, id_: int, why: str) -> bool:
    """Nobody here can say whether it stands there; False when that was known."""
    return await db.fetchval(UNKNOWN, id_, why[:300]) is not None

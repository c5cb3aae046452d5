"""Finding connections, remembered for a moment: every update asks for one."""

from farol.channels.connections import sealing, store
from farol.channels.connections.model import Connection
from farol.kit.brief import Brief
from farol.kit.core import Kit

_by_token: Brief[tuple[int, str], Connection] = Brief(2.0, 10_000)
_by_id: Brief[tuple[int, int], Connection] = Brief(1.0, 10_000)


async def known(kit: Kit, id_: int, *, fresh: bool = False) -> Connection | None:
    """A connection with its secrets opened, at most a second old; None when there is none. fresh: as it is now."""
    found = None if fresh else _by_id.get((id(kit), id_))
    if found is None and (row := await store.by_id(kit.db, id_)):
        found = sealing.opened(kit, row)
        _by_id.put((id(kit), id_), found)
    return found


async def known_by_token(kit: Kit, channel: str, token: str) -> Connection | None:
    """The connection whose webhook's address this is, also one that is paused: what comes meanwhile is kept."""
    if not 22 <= len(token) <= 64:
        return None
    found = _by_token.get((id(kit), token))
    if found is None:
        row = await store.by_token(kit.db, token)
        if row is None or row.state == "removed":
            return None
        found = sealing.opened(kit, row)
        _by_token.put((id(kit), token), found)
    return found if found.channel == channel else None


async def of_channel(kit: Kit, channel: str, *, active: bool = True) -> list[Connection]:
    """A channel's connections; only those in use, unless said otherwise."""
    rows = await store.of_channel(kit.db, channel)
    return [sealing.opened(kit, row) for row in rows if row.state == "active" or not active]


async def offered(kit: Kit, *, region: str, tier: str) -> list[Connection]:
    """Connections in use that are meant for a customer of this region and tier."""
    found = []
    for row in await store.all_of_them(kit.db):
        if row.state == "active" and (not row.regions or region in row.regions) and (not row.tiers or tier in row.tiers):
            found.append(sealing.opened(kit, row))
    return found


def forget(id_: int, token: str = "") -> None:
    """Drops what this process remembers of it; others do within two seconds."""
    for kept in (_by_id, _by_token):
        for key in [key for key in kept._kept if key[1] in (id_, token)]:
            kept.drop(key)  # type: ignore[arg-type]

"""How a connection does: what worked, what did not, and when it switches itself off."""

import time
from typing import Any

from farol.channels.connections import store, use_store
from farol.channels.connections.elsewhere import Failed, Revoked
from farol.channels.connections.events import ConnectionBroken
from farol.core.notices import actions as notices
from farol.core.people import store as people
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Can

from .knowing import forget

NOTED_EVERY_S = 5.0
"""How often a good sign is written down: a busy connection is one row."""
_noted: dict[tuple[int, int, str], float] = {}


async def worked(kit: Kit, id_: int) -> None:
    """Something went out over it."""
    if _due(kit, id_, "out"):
        await use_store.worked(kit.db, id_)


async def came(kit: Kit, id_: int) -> None:
    """Something came in over it."""
    if _due(kit, id_, "in"):
        await use_store.came(kit.db, id_)


async def failed(kit: Kit, id_: int, failure: Failed) -> None:
    """Something did not work. ``Revoked`` switches the connection off at once and tells who manages channels; anything else is counted."""
    _noted.pop((id(kit), id_, "out"), None)
    seq = 0
    async with transaction(kit.db) as tx:
        await use_store.failed(tx, id_, failure.said)
        await use_store.count(tx, id_, "failed")
        if isinstance(failure, Revoked):
            seq = await _switch_off(tx, id_, failure)
    if seq:
        row = await store.by_id(kit.db, id_)
        forget(id_, row.token if row else "")
        await wake(kit.bus, f"connection:{id_}", seq)


async def _switch_off(tx: Tx, id_: int, failure: Failed) -> int:
    row = await store.by_id(tx, id_, lock=True)
    if row is None or row.state not in ("active", "paused"):
        return 0
    await store.set_state(tx, id_, "broken", failure.said)
    seq = await emit(tx, f"connection:{id_}", SYSTEM, ConnectionBroken(failure.said))
    title = {"zh": f"渠道“{row.name}”已停用：平台不再接受我们的凭据", "en": f"Channel “{row.name}” switched itself off: the platform no longer takes our credentials"}
    await tell(tx, title, failure.said, f"connection.broken:{id_}:{seq}")
    return seq


async def tell(tx: Tx, title: dict[str, str], words: str, key: str) -> None:
    """Tells everybody who manages channels."""
    told = await people.holders(tx, Can.CHANNEL_MANAGE, Can.CHANNEL_PAUSE)
    await notices.notify(tx, told, "other", ticket_id=None, title=title, words=words, key=key)


async def refused(kit: Kit, id_: int, kind: str, n: int = 1) -> None:
    """Counts what was turned away at its webhook. kind: ``refused``, ``unreadable`` or ``stale``."""
    await use_store.count(kit.db, id_, kind, n)


async def remember(kit: Kit, id_: int, **memory: Any) -> None:
    """Keeps what the adapter needs between calls; keys that are not named stay."""
    await store.remember(kit.db, id_, memory)
    forget(id_)


def _due(kit: Kit, id_: int, way: str) -> bool:
    key, now = (id(kit), id_, way), time.monotonic()
    if _noted.get(key, 0.0) > now - NOTED_EVERY_S:
        return False
    _noted[key] = now
    return True

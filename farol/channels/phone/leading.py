"""Sides of calls that are ended or led elsewhere by jobs: the provider may be away for a minute, and is asked again."""

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed, Refused
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.jobs import enqueue, job

from . import lines, provider


class HangingUp(msgspec.Struct, frozen=True):
    """A side that is to end."""

    connection_id: int
    sid: str


class Leading(msgspec.Struct, frozen=True):
    """A side that is to go on with what ``url`` answers."""

    connection_id: int
    sid: str
    url: str


async def hang_up_in(tx: Tx, connection_id: int, sid: str) -> None:
    """Ends one side, once the caller's transaction stands."""
    await enqueue(tx, hang_up, HangingUp(connection_id, sid), key=f"phone.hang_up:{sid}")


@job("phone.hang_up", HangingUp)
async def hang_up(kit: Kit, given: HangingUp) -> None:
    """Ends it; one that is over already is fine."""
    line = await lines.by_id(kit, given.connection_id)
    if line is None:
        return
    try:
        await provider.end(kit, line, given.sid)
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise


@job("phone.lead", Leading)
async def lead(kit: Kit, given: Leading) -> None:
    """Leads it there, if somebody is still on."""
    line = await lines.by_id(kit, given.connection_id)
    if line is None:
        return
    try:
        await provider.lead(kit, line, given.sid, given.url)
    except Refused:
        return
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        raise

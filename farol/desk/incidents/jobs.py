"""Long work on incidents, in batches."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job

from . import actions


class Scan(msgspec.Struct, frozen=True):
    """The incident whose tickets are searched."""

    incident_id: int


class Send(msgspec.Struct, frozen=True):
    """The answer that is sent."""

    answer_id: int


@job("incident.scan", Scan)
async def scan(kit: Kit, given: Scan) -> None:
    """Attaches every ticket in scope, and proposes those that may be."""
    await actions.scan(kit, given.incident_id)


@job("incident.send", Send)
async def send(kit: Kit, given: Send) -> None:
    """Says an answer in every ticket that has not got it."""
    await actions.send(kit, given.answer_id)

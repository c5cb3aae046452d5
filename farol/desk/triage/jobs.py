"""Sorting happens beside the conversation, never in the request that opened it."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import actions


class Sort(msgspec.Struct, frozen=True):
    """A ticket with new words."""

    ticket_id: int


@job("triage.sort", Sort)
async def sort(kit: Kit, given: Sort) -> None:
    """Decides what it is about."""
    await actions.sort(kit, given.ticket_id)


@every_s(15, "triage.again")
async def again(kit: Kit) -> None:
    """Sorts again what was sorted while the exchange was down."""
    await actions.again(kit)

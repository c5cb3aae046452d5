"""A turn is taken beside the conversation, never in the request that brought the words."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job

from . import actions


class Said(msgspec.Struct, frozen=True):
    """A customer's message."""

    ticket_id: int
    seq: int


@job("assistant.answer", Said, tries=3)
async def answer(kit: Kit, given: Said) -> None:
    """Takes the turn about it, once."""
    await actions.answer(kit, given.ticket_id, given.seq)

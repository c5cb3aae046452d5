"""The customer reads in the ticket what was done to their account."""

from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.tickets import actions as tickets
from farol.kit.core import Kit
from farol.kit.jobs import job
from farol.kit.permission import SYSTEM
from farol.kit.problem import Problem
from farol.trust.proposals import store
from farol.trust.proposals.model import TYPES


class Told(msgspec.Struct, frozen=True):
    proposal_id: int


@job("proposals.say", Told)
async def say(kit: Kit, told: Told) -> None:
    """A message of the system with the table's own sentence. Said once, however often this runs."""
    proposal = await store.proposal(kit.db, told.proposal_id)
    said = TYPES[proposal.type].said if proposal else None
    if proposal is None or said is None or proposal.ticket_id is None or proposal.state != "executed":
        return
    words = f"{said.zh}。" if proposal.language.startswith("zh") else f"{said.en}."
    try:
        await tickets.post_message(
            kit, SYSTEM, proposal.ticket_id, client_id=uuid5(NAMESPACE_OID, proposal.key), body=words, channel="webchat")
    except Problem:  # closed or merged meanwhile: nobody reads it here any more
        return

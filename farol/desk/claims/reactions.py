"""What follows for claims from what happens to proposals."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction
from farol.trust.proposals.events import (
    ProposalExecuted,
    ProposalExpired,
    ProposalFailed,
    ProposalRefused,
    ProposalWithdrawn,
)

from . import actions


@reaction("claims_paid", ProposalExecuted, ProposalFailed, ProposalRefused, ProposalExpired, ProposalWithdrawn)
async def paid(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """A payment was made, or was not."""
    match event.event():
        case ProposalExecuted(proposal_id=id_):
            return await actions.paid(tx, id_, True, "")
        case ProposalFailed(proposal_id=id_, why=why) | ProposalRefused(proposal_id=id_, why=why):
            return await actions.paid(tx, id_, False, why)
        case ProposalWithdrawn(proposal_id=id_):
            return await actions.paid(tx, id_, False, "withdrawn")
        case ProposalExpired(proposal_id=id_):
            return await actions.paid(tx, id_, False, "expired")
    return []

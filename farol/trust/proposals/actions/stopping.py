"""Stopping what was asked for on an account, by its owner: without a session, by a link that only they were sent."""

from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.permission import SYSTEM
from farol.trust.proposals import store
from farol.trust.proposals.events import ProposalRefused

from .telling import note, tell_maker


async def stop_in(tx: Tx, proposal_id: int, why: str, after: After) -> bool:
    """Refuses it for good, unless it was sent already; whether it did. why: code of who stopped it."""
    proposal = await store.proposal(tx, proposal_id, lock=True)
    if proposal is None or proposal.tries or not await store.move(tx, proposal_id, ("proposed", "approved", "unproven"), "refused", why):
        return False
    await note(tx, SYSTEM, proposal, ProposalRefused(proposal_id, proposal.type, why), after)
    await tell_maker(tx, proposal, after, "客户叫停", "Stopped by the customer")
    return True

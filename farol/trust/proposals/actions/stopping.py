"""Ending for good what was asked for on an account and never sent: by its owner, without a session, or because its ground is gone."""

from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.permission import SYSTEM
from farol.trust.proposals import store
from farol.trust.proposals.events import ProposalRefused
from farol.trust.proposals.words import ENDED

from .telling import note, tell_maker


async def end_in(tx: Tx, proposal_id: int, why: str, after: After) -> bool:
    """Refuses it, unless it was sent already; whether it did. why: a code of ``ENDED``."""
    proposal = await store.proposal(tx, proposal_id, lock=True)
    if proposal is None or proposal.tries or not await store.move(tx, proposal_id, ("proposed", "approved", "unproven"), "refused", why):
        return False
    await note(tx, SYSTEM, proposal, ProposalRefused(proposal_id, proposal.type, why), after)
    await tell_maker(tx, proposal, after, ENDED[why].zh, ENDED[why].en)
    return True

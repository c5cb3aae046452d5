"""What nobody approved in time ends; what waits for the customer's proof goes on once there is one."""

from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM
from farol.trust.proposals import store
from farol.trust.proposals.events import ProposalExpired
from farol.trust.proposals.words import FOR_STAFF

from .execute import attempt
from .telling import note, tell_maker


async def run_out(kit: Kit) -> None:
    """Ends those whose time is over and that were never sent, and looks again at those whose customer had to prove anew."""
    for row in await kit.db.fetch(store.RUN_OUT, clock.now()):
        await _end(kit, row["id"])
    for row in await kit.db.fetch(store.UNPROVEN_ONES, clock.now()):
        await attempt(kit, row["id"])


async def _end(kit: Kit, proposal_id: int) -> None:
    after = After()
    async with transaction(kit.db) as tx:
        proposal = await store.proposal(tx, proposal_id, lock=True)
        if proposal is None or proposal.tries or proposal.expires_at > clock.now():
            return
        if not await store.move(tx, proposal_id, ("proposed", "approved", "unproven"), "expired", "expired"):
            return
        await note(tx, SYSTEM, proposal, ProposalExpired(proposal_id, proposal.type), after)
        await tell_maker(tx, proposal, after, FOR_STAFF["expired"].zh, FOR_STAFF["expired"].en)
    await after.say(kit)

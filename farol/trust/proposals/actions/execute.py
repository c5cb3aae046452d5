"""Carrying out: claimed for one process, sent with a key that makes repeats harmless, settled by what the exchange says.

Between any two of the three steps a process may die. What was claimed and not settled is asked about by its key, and sent again
with the same key and the same bytes only where the exchange does not know it. The job queues itself, so it stands beside its verb.
"""

import asyncio
from datetime import timedelta

import msgspec

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import ActionOrder, Receipt
from farol.core.exchange.problems import NotOffered
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM
from farol.trust.identity.actions import level_of
from farol.trust.proposals import consents, gates, order, store
from farol.trust.proposals.events import ProposalPutOff, ProposalUnproven
from farol.trust.proposals.model import TYPES
from farol.trust.proposals.nouns import SENDING, Proposal

from .settle import rejected, settle
from .stopping import end_in
from .telling import note, screens, tell_maker

LEASE = timedelta(seconds=30)
"""Longer than the exchange's client takes with all its tries."""
MOST_WAIT_S = 300
GROUND_GONE = "ground_gone"


class Claimed(msgspec.Struct, frozen=True):
    """For this process to send. tries: 1 the first time."""

    proposal: Proposal
    order: ActionOrder
    tries: int


async def attempt(kit: Kit, proposal_id: int, *, within_s: float | None = None) -> None:
    """Sends it, if it is to be sent and nobody else is doing so. Never raises for the exchange's sake; may be called at any time.

    within_s: how long the caller waits for the exchange; the job goes on afterwards.
    """
    claimed = await _claim(kit, proposal_id)
    if claimed is None:
        return
    try:
        async with asyncio.timeout(within_s):
            receipt = await _send(kit, claimed)
    except (ExchangeDown, TimeoutError):
        await _unanswered(kit, claimed)
    except ExchangeRefused as refusal:
        await (_unanswered(kit, claimed) if refusal.momentary else rejected(kit, proposal_id, str(refusal.fields.get("core_code", ""))))
    else:
        await settle(kit, proposal_id, receipt)


async def _claim(kit: Kit, proposal_id: int) -> Claimed | None:
    after, found = After(), None
    async with transaction(kit.db) as tx:
        proposal = await store.proposal(tx, proposal_id, lock=True)
        if proposal is None or proposal.state not in SENDING:
            return None
        if proposal.lease is not None and proposal.lease > clock.now():
            # Somebody sends it now. Should they die, this comes back when their time is over.
            left = (proposal.lease - clock.now()).total_seconds() + 1
            await enqueue(tx, execute, Due(proposal_id), delay_s=left, key=f"proposal:{proposal_id}:lease:{proposal.tries}")
            return None
        if not proposal.tries and (held := await gates.held_until(tx, proposal)):
            wait = max(1.0, (held - clock.now()).total_seconds())
            await enqueue(tx, execute, Due(proposal_id), delay_s=wait, key=f"proposal:{proposal_id}:gate:{held.isoformat()}")
            return None
        if not proposal.tries and not await gates.grounded(tx, proposal):
            await end_in(tx, proposal_id, GROUND_GONE, after)
        # What was sent once is settled whatever time it is and whatever is proven: the exchange may have done it.
        elif proposal.tries or (proposal.expires_at > clock.now() and await _proven(kit, tx, proposal, after)):
            found = await _take(kit, tx, proposal)
    await after.say(kit)
    return found


async def _proven(kit: Kit, tx: Tx, proposal: Proposal, after: After) -> bool:
    agreed = await consents.agreed_at(tx, proposal.asked, proposal.customer_id)
    have, need = max(agreed, await level_of(kit, tx, proposal.customer_id, proposal.ticket_id)), TYPES[proposal.type].still
    if have < need and await tx.fetchval(store.UNPROVEN, proposal.id):
        await note(tx, SYSTEM, proposal, ProposalUnproven(proposal.id, proposal.type, int(have), int(need)), after)
        await tell_maker(tx, proposal, after, "客户要重新验证", "The customer has to prove again who they are")
    return have >= need


async def _take(kit: Kit, tx: Tx, proposal: Proposal) -> Claimed | None:
    fresh = msgspec.to_builtins(order.order(proposal, kit.settings.core_link_secret))
    row = await store.claim(tx, proposal.id, LEASE, fresh)
    return Claimed(proposal, msgspec.convert(row[0], ActionOrder), row[1]) if row else None


async def _send(kit: Kit, claimed: Claimed) -> Receipt:
    link, why, key = kit.get(CoreLink), order.why(claimed.proposal), claimed.proposal.key
    if claimed.tries > 1:
        try:
            known = await link.action_by_key(why, key)
        except NotOffered:
            known = None  # it cannot be asked by key: the same order with the same key is answered as the first was
        except ExchangeRefused as refusal:
            # Refused was the question, not the action: what became of that is still unknown.
            raise ExchangeDown from refusal
        if known is not None:
            return known
    return await link.act(why, claimed.order, key)


async def _unanswered(kit: Kit, claimed: Claimed) -> None:
    after, proposal = After(), claimed.proposal
    async with transaction(kit.db) as tx:
        now = await store.proposal(tx, proposal.id, lock=True)
        if now is None or not await store.move(tx, proposal.id, SENDING, "waiting"):
            return
        wait = min(2**min(claimed.tries, 20), MOST_WAIT_S)
        await enqueue(tx, execute, Due(proposal.id), delay_s=wait, key=f"proposal:{proposal.id}:{claimed.tries}")
        if now.state != "waiting":
            await note(tx, SYSTEM, now, ProposalPutOff(proposal.id, proposal.type), after)
            screens(now, after)
    await after.say(kit)


class Due(msgspec.Struct, frozen=True):
    proposal_id: int


@job("proposals.execute", Due)
async def execute(kit: Kit, due: Due) -> None:
    """Sends an approved action to the exchange; it queues itself again until there is an answer."""
    await attempt(kit, due.proposal_id)

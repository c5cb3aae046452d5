"""Proposing. What protects is carried out before this returns, if the exchange answers."""

from uuid import UUID, uuid4

from farol.core.tickets.problems import ClientIdReused
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.proposals import limits, store
from farol.trust.proposals.events import ProposalMade
from farol.trust.proposals.nouns import Asked, Proposal
from farol.trust.proposals.problems import OverLimit

from .execute import Due, attempt, execute
from .prepare import Ready, offered, prepare
from .telling import ask_checkers, note, screens

ANSWER_S = 2.0
"""Whoever asks for protection waits no longer than this; the job goes on."""
TAKES_OVER_S = 3.0
"""After which the job sends what this process was about to send when it died."""


async def propose(kit: Kit, actor: Actor, asked: Asked, *, ip: str = "") -> Proposal:
    """The proposal as it stands. Classes A and B were sent to the exchange; the others wait for approval.

    ip: where the request came from. The same client_id proposes once. Raises what ``prepare`` does, OverLimit, ClientIdReused.
    """
    client_id, after = asked.client_id or uuid4(), After()
    await offered(kit, asked.type)
    async with transaction(kit.db) as tx:
        ready = await prepare(kit, tx, actor, asked, ip)
        if ready.asked.ticket_id:
            await tx.execute(store.LOCK_CONTACT, ready.asked.ticket_id)  # before the purse, like everybody
        # Asked before, it is in the sums already: they are no reason against saying so.
        if earlier := await _earlier(tx, ready, client_id):
            return earlier
        proposal_id = await _add(tx, ready, client_id)
        if proposal_id is None:
            earlier = await _earlier(tx, ready, client_id)
            assert earlier
            return earlier
        proposal = await store.proposal(tx, proposal_id)
        assert proposal
        await note(tx, actor, proposal, ProposalMade(proposal.id, proposal.type, ready.kind.at_once), after)
        if ready.kind.at_once:
            await enqueue(tx, execute, Due(proposal.id), delay_s=TAKES_OVER_S, key=f"proposal:{proposal.id}:first")
            screens(proposal, after)
        else:
            await ask_checkers(tx, proposal, after)
    await after.say(kit)
    if ready.kind.at_once:
        await attempt(kit, proposal_id, within_s=ANSWER_S)
    found = await store.proposal(kit.db, proposal_id)
    if found is None:
        raise NotFound
    return found


async def _add(tx: Tx, ready: Ready, client_id: UUID) -> int | None:
    kind, maker = ready.kind, ready.maker
    if kind.purse:
        mine, desk = await store.spent(tx, maker.id, kind.purse)
        more = ready.usd if ready.usd is not None else limits.UNPRICED
        day = limits.limit_of(kind.purse, maker.role).day
        if mine + more > day:
            raise OverLimit(limit=str(day), of="day")
        if desk + more > limits.DESK_DAY[kind.purse]:
            raise OverLimit(limit=str(limits.DESK_DAY[kind.purse]), of="desk")
    return await store.add(tx, ready.asked, client_id, ready.customer_id, maker, purse=kind.purse, usd=ready.usd, level=ready.level,
                           state="approved" if kind.at_once else "proposed", expires_s=kind.expires_s)


async def _earlier(tx: Tx, ready: Ready, client_id: UUID) -> Proposal | None:
    """What this client_id proposed before. Raises ClientIdReused when that was something else."""
    id_ = await tx.fetchval(store.BY_CLIENT_ID, ready.maker.kind, ready.maker.id, client_id)
    found = None if id_ is None else await store.proposal(tx, id_)
    asked = ready.asked
    if found and (found.type, found.uid, found.ticket_id, found.params) != (asked.type, asked.uid, asked.ticket_id, asked.params):
        raise ClientIdReused
    return found

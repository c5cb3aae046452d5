"""Approving, refusing, taking back."""

from farol.core.shield import scrub
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound
from farol.trust.proposals import rules, store
from farol.trust.proposals.events import ProposalApproved, ProposalRefused, ProposalWithdrawn
from farol.trust.proposals.model import TYPES
from farol.trust.proposals.nouns import WORDS, Proposal
from farol.trust.proposals.problems import CheckerRefused, NotProposer, ProposalOver, WordsNeeded
from farol.trust.proposals.rules import Person
from farol.trust.proposals.seeing import may_see

from .execute import Due, execute
from .telling import approvers, ask_checkers, maker_of, note, screens, tell_maker


async def approve(kit: Kit, actor: Actor, proposal_id: int, words: str = "", *, ip: str = "") -> Proposal:
    """One yes. The last one needed queues the execution in the same transaction.

    Raises NotFound, NotAllowed, ProposalOver, CheckerRefused, Invalid.
    """
    after = After()
    async with transaction(kit.db) as tx:
        proposal, checker = await _deciding(tx, actor, proposal_id, ip)
        kind, maker, before = TYPES[proposal.type], maker_of(proposal), approvers(proposal)
        why = rules.hinders(kind, proposal.usd, maker, before, checker)
        if why is not None:
            raise CheckerRefused(why=why)
        if not await store.vote(tx, proposal_id, checker, "approve", _words(words)):
            raise CheckerRefused(why="again")
        left = rules.left(kind, proposal.usd, maker, [*(one.role for one in before), checker.role])
        await note(tx, actor, proposal, ProposalApproved(proposal_id, proposal.type, len(left)), after)
        found = await _again(tx, proposal_id)
        if left:
            await ask_checkers(tx, found, after)
        else:
            await store.move(tx, proposal_id, ("proposed",), "approved")
            await enqueue(tx, execute, Due(proposal_id), key=f"proposal:{proposal_id}:first")
            await tell_maker(tx, found, after, "已批准", "Approved", but=actor)
            found = await _again(tx, proposal_id)
    await after.say(kit)
    return found


async def refuse(kit: Kit, actor: Actor, proposal_id: int, words: str, *, ip: str = "") -> Proposal:
    """A no, with its reason; one is enough. Raises NotFound, NotAllowed, ProposalOver, CheckerRefused, WordsNeeded, Invalid."""
    said, after = _words(words), After()
    if not said:
        raise WordsNeeded
    async with transaction(kit.db) as tx:
        proposal, checker = await _deciding(tx, actor, proposal_id, ip)
        why = rules.hinders(TYPES[proposal.type], proposal.usd, maker_of(proposal), approvers(proposal), checker)
        if why not in rules.REFUSABLE:
            raise CheckerRefused(why=why)
        if not await store.vote(tx, proposal_id, checker, "refuse", said):
            raise CheckerRefused(why="again")
        await store.move(tx, proposal_id, ("proposed",), "refused", "refused")
        await note(tx, actor, proposal, ProposalRefused(proposal_id, proposal.type, said), after)
        found = await _again(tx, proposal_id)
        await tell_maker(tx, found, after, "没有批准", "Not approved", but=actor)
    await after.say(kit)
    return found


async def withdraw(kit: Kit, actor: Actor, proposal_id: int, words: str = "") -> Proposal:
    """Its proposer takes it back, or the customer their consent to it, as long as it was not sent.

    Raises NotFound, NotProposer, ProposalOver, Invalid.
    """
    said, after = _words(words), After()
    async with transaction(kit.db) as tx:
        proposal = await store.proposal(tx, proposal_id, lock=True)
        if proposal is None or not ((actor.kind == "customer" and proposal.customer_id == actor.id) or await may_see(tx, actor, proposal)):
            raise NotFound
        unconsented = actor.kind == "customer" and TYPES[proposal.type].consent
        if (proposal.by_kind, proposal.by_id) != (actor.kind, actor.id) and not unconsented:
            raise NotProposer
        if not await store.move(tx, proposal_id, ("proposed", "unproven"), "withdrawn", "withdrawn"):
            raise ProposalOver(state=proposal.state)
        await note(tx, actor, proposal, ProposalWithdrawn(proposal_id, proposal.type, said), after)
        screens(proposal, after, *(one.id for one in await store.checkers(tx, _seated(proposal))))
        found = await _again(tx, proposal_id)
    await after.say(kit)
    return found


async def _deciding(tx: Tx, actor: Actor, proposal_id: int, ip: str) -> tuple[Proposal, Person]:
    """The proposal, locked and open, and whoever decides with their role and teams of this moment."""
    if actor.kind != "staff" or not actor.may(Can.ACTION_CHECK):
        raise NotAllowed
    proposal = await store.proposal(tx, proposal_id, lock=True)
    if proposal is None or not await may_see(tx, actor, proposal):
        raise NotFound
    if proposal.state != "proposed" or proposal.expires_at <= clock.now():
        raise ProposalOver(state=proposal.state if proposal.state != "proposed" else "expired")
    now = await store.standing(tx, actor.id, actor.session)
    if now is None:
        raise NotAllowed
    return proposal, Person("staff", actor.id, now.role, frozenset(now.teams), actor.session, frozenset({ip, now.ip} - {""}))


def _seated(proposal: Proposal) -> set[str]:
    return {role for seat in rules.needed(TYPES[proposal.type], proposal.usd) for role in seat}


def _words(words: str) -> str:
    if len(words) > WORDS or "\0" in words:
        raise Invalid(errors=[{"field": "words", "why": "too long" if len(words) > WORDS else "holds a NUL character"}])
    return scrub(words.strip()).text


async def _again(tx: Tx, proposal_id: int) -> Proposal:
    found = await store.proposal(tx, proposal_id)
    assert found
    return found

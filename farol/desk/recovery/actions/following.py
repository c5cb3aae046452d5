"""A recovery goes where its proposal goes."""

from farol.desk.recovery import store
from farol.desk.recovery.model import Recovery
from farol.desk.recovery.words import NOTES, NOTHING
from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.events import Event
from farol.kit.permission import SYSTEM
from farol.kit.reactions import Said
from farol.trust.proposals.events import (
    ProposalAccepted,
    ProposalApproved,
    ProposalExecuted,
    ProposalExpired,
    ProposalFailed,
    ProposalPutOff,
    ProposalRefused,
    ProposalUnproven,
    ProposalWithdrawn,
)

from .telling import move

AFTER = (ProposalAccepted, ProposalApproved, ProposalExecuted, ProposalExpired, ProposalFailed, ProposalRefused, ProposalUnproven, ProposalPutOff,
         ProposalWithdrawn)
UNDER_WAY = ("checking", "approved", "waiting")


async def follow(tx: Tx, event: Event, by: str) -> list[Said]:
    """What a proposal's event means for the recovery it was made for. by: who caused it."""
    id_ = await tx.fetchval(store.BY_PROPOSAL, getattr(event, "proposal_id", 0))
    found = await store.recovery(tx, id_, lock=True) if id_ else None
    after = After()
    if found is not None:
        await _follow(tx, found, event, by, after)
    return after.said()


async def _follow(tx: Tx, found: Recovery, event: Event, by: str, after: After) -> None:
    match event:
        case ProposalApproved(left=0):
            await move_on(tx, found, ("checking",), "approved", after)
        case ProposalUnproven():
            await move_on(tx, found, ("checking", "approved"), "approved", after, "unproven", letter="note")
        case ProposalPutOff() | ProposalAccepted():
            await move_on(tx, found, ("checking", "approved"), "waiting", after, letter="waiting")
        case ProposalExecuted():
            await move_on(tx, found, UNDER_WAY, "done", after)
        case ProposalFailed(state=state, why=why):
            await _back(tx, found, after, state, why, letter="note")
        case ProposalRefused(why="ground_gone"):
            if await move_on(tx, found, UNDER_WAY, "quoted", after, "agree_again", letter="note"):
                await tx.execute(store.END_CONSENT, found.id)
                await tx.execute(store.NEXT_TRY, found.id)
        case ProposalRefused(why=why):
            await _back(tx, found, after, "declined", why)
        case ProposalWithdrawn(why=why) if not by.startswith("customer:"):
            await _back(tx, found, after, "", why)
        case ProposalExpired():
            await _back(tx, found, after, "", "expired")
        case _:
            return


async def move_on(tx: Tx, found: Recovery, before: tuple[str, ...], state: str, after: After, why: str = "", words: str = "", letter: str = "") -> bool:
    """To where the proposal is, with what its code says to the owner."""
    return await move(tx, SYSTEM, found, before, state, after, why=why, said=NOTES.get(why, NOTHING), words=words, letter=letter)


async def _back(tx: Tx, found: Recovery, after: After, why: str, words: str, letter: str = "") -> None:
    """Not done: it is ours to check again, and may be proposed once more."""
    if await move_on(tx, found, UNDER_WAY, "checking", after, why, words, letter):
        await tx.execute(store.NEXT_TRY, found.id)

"""What raises an emergency by itself, and what the exchange's word does to one."""

from farol.core.core_events.events import CoreEventArrived
from farol.core.tickets.events import MessagePosted
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import Said, reaction
from farol.trust.proposals.events import (
    ProposalAccepted,
    ProposalExecuted,
    ProposalExpired,
    ProposalFailed,
    ProposalMade,
    ProposalPutOff,
    ProposalUnproven,
)

from . import actions, store
from .actions.thawing import UNFREEZE
from .model import FIRST_UPDATE, STEPS


@reaction("emergency_hear", MessagePosted)
async def hear(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Words of a customer, whatever channel they come by; and words of a person, which keep the promise and make the next."""
    posted = event.event()
    assert isinstance(posted, MessagePosted)
    if posted.internal:
        return []
    if posted.author_kind == "customer":
        return await actions.hear_words(kit, tx, event.id, event.seq)
    if posted.author_kind == "staff":
        case = await store.case(tx, store.BY_TICKET, event.id)
        if case and case.ended_at is None:
            await tx.execute(store.PROMISE, case.id, clock.now() + FIRST_UPDATE, event.at)
    return []


@reaction("emergency_settle", ProposalExecuted, ProposalFailed, ProposalPutOff, ProposalAccepted, ProposalUnproven, ProposalExpired)
async def settle(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """What became of a protective action, perhaps an hour after it was asked for."""
    after = After()
    if event.stream.startswith("ticket:") and event.body.get("type") in STEPS:
        await actions.look_in(tx, event.id, after)
    return after.said()


@reaction("emergency_lift", CoreEventArrived)
async def lift(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """The exchange opened the account again."""
    after = After()
    match event.event():
        case CoreEventArrived(type="security.unfreeze", uid=uid, at=at, data=data) if uid:
            await actions.lifted_in(tx, uid, at, "time" if data.get("by") == "time" else "unfrozen", after)
    return after.said()


@reaction("emergency_thaw", ProposalMade)
async def thaw(kit: Kit, tx: Tx, event: Recorded) -> list[Said]:
    """Somebody wants the account open: its owner hears of it at once, by every way we have."""
    after = After()
    made = event.event()
    if isinstance(made, ProposalMade) and made.type == UNFREEZE and event.stream.startswith("ticket:"):
        await actions.ask_in(tx, event.id, made.proposal_id, event.actor, after)
    return after.said()

"""What the exchange says of an action becomes its state, whichever way it is heard first: the answer, a question by its key, an event."""

from datetime import datetime
from typing import Any

import msgspec
import structlog

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Receipt
from farol.core.exchange.states import ActionState
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM
from farol.kit.reactions import Said
from farol.trust.proposals import order, store
from farol.trust.proposals.events import ProposalAccepted, ProposalExecuted, ProposalFailed
from farol.trust.proposals.model import TYPES
from farol.trust.proposals.nouns import Proposal, State
from farol.trust.proposals.words import FOR_STAFF

from .say import Told, say
from .telling import note, screens, tell_maker

FINAL: dict[ActionState, State] = {
    ActionState.EXECUTED: "executed", ActionState.FAILED: "failed", ActionState.REJECTED: "rejected", ActionState.EXPIRED: "failed"}
SENT = ("approved", "waiting", "accepted")
KEY = "farol-proposal-"
REFUSED = "refused"
"""The kind of effect that stands for none; its text key says why."""
FIRST_S, MOST_S = 5, 3600
log = structlog.get_logger()


async def settle(kit: Kit, proposal_id: int, receipt: Receipt) -> None:
    """Keeps the exchange's answer. What is final stays so, whatever is heard later."""
    after = After()
    async with transaction(kit.db) as tx:
        await _settle(tx, proposal_id, receipt, "", after)
    await after.say(kit)


async def rejected(kit: Kit, proposal_id: int, code: str) -> None:
    """The exchange refused the request itself: nothing was done. code: its word for why."""
    after = After()
    async with transaction(kit.db) as tx:
        proposal = await store.proposal(tx, proposal_id, lock=True)
        if proposal and await store.move(tx, proposal_id, SENT, "rejected", code):
            await _not_done(tx, proposal, "rejected", code, after)
    await after.say(kit)


async def heard(tx: Tx, done: bool, uid: str, entity_id: str, at: datetime, data: dict[str, Any]) -> list[Said]:
    """An event of the exchange settles the action it names, by the action's id or by our key, if it is of the same account."""
    action, key = data.get("action_id"), data.get("idempotency_key")
    action_id = action if isinstance(action, str) and action else entity_id
    ours = key.removeprefix(KEY) if isinstance(key, str) and key.startswith(KEY) else ""
    found = await store.by_action(tx, action_id, int(ours) if ours.isascii() and ours.isdigit() and len(ours) < 16 else 0, uid)
    after = After()
    if found is not None:
        why = "" if done else str(data.get("reason") or data.get("code") or "")[:64]
        await _settle(tx, found, Receipt(action_id, ActionState.EXECUTED if done else ActionState.FAILED, executed_at=at if done else None), why, after)
    return after.said()


async def ask(kit: Kit, proposal_id: int, times: int) -> None:
    """What became of an action that the exchange took and had not finished; asked again with growing pauses until it has."""
    proposal = await store.proposal(kit.db, proposal_id)
    if proposal is None or proposal.state != "accepted" or proposal.receipt is None:
        return
    try:
        receipt = await kit.get(CoreLink).action(order.why(proposal), proposal.receipt.action_id)
    except (ExchangeDown, ExchangeRefused) as problem:
        log.warning("proposal.not_told", proposal=proposal_id, why=problem.code)
    else:
        await settle(kit, proposal_id, receipt)
        if receipt.final:
            return
    async with transaction(kit.db) as tx:
        await _follow_up(tx, proposal_id, times + 1)


class Asking(msgspec.Struct, frozen=True):
    """times: how often it was asked about before."""

    proposal_id: int
    times: int


@job("proposals.follow", Asking)
async def follow(kit: Kit, asking: Asking) -> None:
    """Asks what became of an action that the exchange has not finished."""
    await ask(kit, asking.proposal_id, asking.times)


async def _follow_up(tx: Tx, proposal_id: int, times: int) -> None:
    wait = min(FIRST_S * 2**min(times, 20), MOST_S)
    await enqueue(tx, follow, Asking(proposal_id, times), delay_s=wait, key=f"proposal:{proposal_id}:follow:{times}")


async def _settle(tx: Tx, proposal_id: int, receipt: Receipt, why: str, after: After) -> None:
    proposal = await store.proposal(tx, proposal_id, lock=True)
    if proposal is None or proposal.state not in SENT:
        return
    state = FINAL.get(receipt.state, "accepted")
    await store.keep(tx, proposal_id, _whole(proposal.receipt, receipt))
    if receipt.state is ActionState.EXPIRED:
        why = "expired"
    why = why or next((one.text_key for one in receipt.effects if one.kind == REFUSED), "")
    if state == proposal.state or not await store.move(tx, proposal_id, SENT, state, why):
        return
    if state == "executed":
        undo = receipt.undo.type if receipt.undo else ""
        await note(tx, SYSTEM, proposal, ProposalExecuted(proposal_id, proposal.type, receipt.action_id, undo), after)
        await _done(tx, proposal, after)
    elif state == "accepted":
        await note(tx, SYSTEM, proposal, ProposalAccepted(proposal_id, proposal.type, receipt.action_id), after)
        await _follow_up(tx, proposal_id, 0)
        screens(proposal, after)
    else:
        await _not_done(tx, proposal, state, why, after)


async def _done(tx: Tx, proposal: Proposal, after: After) -> None:
    kind = TYPES[proposal.type]
    if kind.at_once:
        screens(proposal, after)
    else:
        await tell_maker(tx, proposal, after, FOR_STAFF["executed"].zh, FOR_STAFF["executed"].en)
    if kind.said and proposal.ticket_id and proposal.by_kind == "staff":
        await enqueue(tx, say, Told(proposal.id), key=f"proposal:{proposal.id}:say")


async def _not_done(tx: Tx, proposal: Proposal, state: str, why: str, after: After) -> None:
    event: Event = ProposalFailed(proposal.id, proposal.type, state, why)
    await note(tx, SYSTEM, proposal, event, after)
    await tell_maker(tx, proposal, after, "没有办成", "Not done")


def _whole(before: Receipt | None, now: Receipt) -> Receipt:
    """A later answer that tells less, such as an event, keeps what was told before."""
    if before is None:
        return now
    kept: dict[str, Any] = {name: getattr(now, name) or getattr(before, name) for name in ("policy", "effects", "undo", "receipt_sig", "executed_at")}
    return msgspec.structs.replace(now, **kept)

"""What was agreed is proposed as claim.pay by the batch's maker and approved by its checker; the table of actions may ask for more people.

Under the claim's number the exchange pays once; under its key the proposal is made once.
"""

from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.people import actions as people
from farol.desk.claims import store
from farol.desk.claims.events import ClaimPaid
from farol.desk.claims.model import Claim
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound, Problem
from farol.kit.reactions import Said
from farol.trust.proposals import actions as proposals
from farol.trust.proposals.nouns import Asked, Proposal
from farol.trust.proposals.problems import CheckerRefused, ProposalOver

from .telling import note


async def pay(kit: Kit, claim_id: int) -> None:
    """Queues a payment again that stood still, such as at a day's limit. Raises NotFound."""
    if await store.claim(kit.db, store.ONE, claim_id) is None:
        raise NotFound
    async with transaction(kit.db) as tx:
        await enqueue(tx, pay_one, Paying(claim_id), key=f"claim:{claim_id}:pay")


async def propose(kit: Kit, actor: Actor, claim: Claim, coin: str, amount: str, *, appeal: bool = False) -> Proposal:
    """Once for a claim, and once for its appeal, however often this runs. Raises what proposing raises."""
    number = f"{claim.number}-A" if appeal else claim.number
    return await proposals.propose(kit, actor, Asked(
        "claim.pay", claim.uid, {"amount": amount, "coin": coin, "claim_id": number}, "our_error", claim.ticket_id,
        words=number, client_id=uuid5(NAMESPACE_OID, f"farol:claim:{number}")))


async def paid(tx: Tx, proposal_id: int, done: bool, why: str) -> list[Said]:
    """The exchange's word on a payment: done, or it is to be looked at again."""
    row = await tx.fetchrow(store.BY_PROPOSAL, proposal_id)
    found = await store.claim(tx, store.ONE, row["id"], lock=row["id"]) if row else None
    after = After()
    if row is None or found is None:
        return []
    if done:
        if row["appeal"] or await tx.fetchval(store.PAID, found.id):
            await note(tx, SYSTEM, found.ticket_id, ClaimPaid(found.id, proposal_id, row["appeal"]), after)
    elif not row["appeal"]:
        await tx.execute(store.WHY, found.id, why[:64] or "failed")
    return after.said()


class Paying(msgspec.Struct, frozen=True):
    claim_id: int


@job("claims.pay", Paying)
async def pay_one(kit: Kit, paying: Paying) -> None:
    """Proposes and approves in the names of the two who decided, with the rights they have now."""
    claim = await store.claim(kit.db, store.ONE, paying.claim_id)
    row = await kit.db.fetchrow(store.DECIDERS, paying.claim_id)
    if claim is None or row is None or claim.state not in ("agreed", "paying"):
        return
    maker, checker = [await people.acting(kit.db, row[name]) for name in ("maker_id", "checker_id")]
    sheet = next((one.sheet for one in await store.sheets(kit.db, claim.window_id) if one.version == claim.version), None)
    if maker is None or checker is None or sheet is None:
        await kit.db.execute(store.WHY, claim.id, "decider_gone")
        return
    try:
        made = await propose(kit, maker, claim, sheet.coin, str(claim.amount))
        await kit.db.fetchval(store.PROPOSED, claim.id, made.id)
        if made.state == "proposed":
            await proposals.approve(kit, checker, made.id, claim.number)
    except (CheckerRefused, ProposalOver):
        return  # others approve it, or somebody did already
    except Problem as problem:
        await kit.db.execute(store.WHY, claim.id, problem.code)

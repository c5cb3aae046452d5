"""What was agreed is proposed as claim.pay by the batch's maker and approved by its checker; the table of actions may ask for more people.

Under the claim's number the exchange pays once. The proposal is made once for each try, and there is another try only after the one
before has ended without being done.
"""

from uuid import NAMESPACE_OID, uuid5

import msgspec
import structlog

from farol.core.people import actions as people
from farol.desk.claims import store
from farol.desk.claims.events import ClaimPaid
from farol.desk.claims.model import Claim
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound, Problem
from farol.kit.reactions import Said
from farol.trust.proposals import actions as proposals
from farol.trust.proposals.gates import ground
from farol.trust.proposals.nouns import Asked, Proposal
from farol.trust.proposals.problems import CheckerRefused, ProposalOver

PAY = "claim.pay"
log = structlog.get_logger()


async def pay(kit: Kit, claim_id: int) -> None:
    """Queues again what stood still: the claim's payment, and what its appeal brought. Raises NotFound."""
    if await store.claim(kit.db, store.ONE, claim_id) is None:
        raise NotFound
    async with transaction(kit.db) as tx:
        await enqueue(tx, pay_one, Paying(claim_id), key=f"claim:{claim_id}:pay")
        await enqueue(tx, pay_appeal, Paying(claim_id), key=f"claim:{claim_id}:pay:appeal")


async def pay_waiting(kit: Kit) -> None:
    """Goes on with what stands still: the exchange did not answer, or a day's limit was reached."""
    for statement, again in ((store.UNPAID, pay_one), (store.UNPAID_APPEALS, pay_appeal)):
        for row in await kit.db.fetch(statement):
            await again.run(kit, Paying(row["id"]))


@ground(PAY)
async def rests_on_a_claim(tx: Tx, proposal: Proposal) -> bool:
    """What names a claim of ours is paid for that claim alone; nobody else's proposal is."""
    ours = str(proposal.params.get("claim_id", "")).startswith("CLM-")
    return not ours or bool(await tx.fetchval(store.RESTS_ON, proposal.id))


async def paid(tx: Tx, proposal_id: int, done: bool, why: str) -> list[Said]:
    """The exchange's word on a payment: done, or it is to be tried once more."""
    after = After()
    await _paid(tx, proposal_id, done, why, after)
    return after.said()


async def _paid(tx: Tx, proposal_id: int, done: bool, why: str, after: After) -> None:
    row = await tx.fetchrow(store.BY_PROPOSAL, proposal_id)
    found = await store.claim(tx, store.ONE, row["id"], lock=row["id"]) if row else None
    if row is None or found is None:
        return
    if not done:
        await tx.execute(store.WHY if row["appeal"] else store.AGAIN, found.id, why[:64] or "failed")
    elif row["appeal"] or await tx.fetchval(store.PAID, found.id):
        await note(tx, SYSTEM, found.ticket_id, ClaimPaid(found.id, proposal_id, row["appeal"]), after)


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
    if maker is None or checker is None:
        await kit.db.execute(store.WHY, claim.id, "decider_gone")
        return
    try:
        made = await _propose(kit, maker, claim, claim.number, str(claim.amount))
        await kit.db.execute(store.PROPOSED, claim.id, made.id)
        if made.state == "proposed":
            await proposals.approve(kit, checker, made.id, claim.number)
    except (CheckerRefused, ProposalOver):
        return  # others approve it, or somebody did already
    except Problem as problem:
        await kit.db.execute(store.WHY, claim.id, problem.code)
        return
    await _known(kit, made)


@job("claims.pay_appeal", Paying)
async def pay_appeal(kit: Kit, paying: Paying) -> None:
    """Proposes in the name of who granted the appeal; others approve."""
    claim = await store.claim(kit.db, store.ONE, paying.claim_id)
    if claim is None or claim.appeal is None or claim.appeal.outcome != "granted" or not claim.appeal.extra:
        return
    maker = await people.acting(kit.db, claim.appeal.by_id) if claim.appeal.by_id else None
    try:
        if maker is None:
            await kit.db.execute(store.WHY, claim.id, "decider_gone")
            return
        made = await _propose(kit, maker, claim, f"{claim.number}-A", str(claim.appeal.extra))
        await kit.db.execute(store.APPEAL_PROPOSED, claim.id, made.id)
    except Problem as problem:
        await kit.db.execute(store.WHY, claim.id, problem.code)
        return
    await _known(kit, made)


async def _propose(kit: Kit, actor: Actor, claim: Claim, number: str, amount: str) -> Proposal:
    sheet = next((one.sheet for one in await store.sheets(kit.db, claim.window_id) if one.version == claim.version), None)
    if sheet is None:
        raise NotFound
    tried = await kit.db.fetchval(store.TRIED, claim.ticket_id, number)
    return await proposals.propose(kit, actor, Asked(
        PAY, claim.uid, {"amount": amount, "coin": sheet.coin, "claim_id": number}, "our_error", claim.ticket_id, words=number,
        client_id=uuid5(NAMESPACE_OID, f"farol:claim:{number}:{tried}")))


async def _known(kit: Kit, made: Proposal) -> None:
    """What was carried out before it was kept here, by a process that died, is paid."""
    if made.state == "executed":
        after = After()
        async with transaction(kit.db) as tx:
            await _paid(tx, made.id, True, "", after)
        await after.say(kit)

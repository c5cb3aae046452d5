"""The owner agrees to a price, under a step-up, and may take it back until the exchange begins."""

import hashlib

import msgspec

from farol.desk.recovery import store
from farol.desk.recovery.events import RecoveryConsented
from farol.desk.recovery.model import ACTIONS, TAKES_BACK, Quote, Recovery, lacks
from farol.desk.recovery.problems import QuoteChanged, RecoveryMoved
from farol.desk.recovery.words import consent
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.identity.actions import standing
from farol.trust.identity.model import Level
from farol.trust.identity.problems import IdentityTooLow
from farol.trust.proposals import actions as proposals
from farol.trust.proposals import consents
from farol.trust.proposals.gates import ground
from farol.trust.proposals.nouns import Asked, Proposal

from .telling import move


def digest(quote: Quote) -> str:
    """Tells one price from another; the form carries it, so that nobody agrees to what they did not read."""
    return hashlib.sha256(msgspec.json.encode((quote.way, quote.amount, quote.coin, quote.fee, quote.brings))).hexdigest()[:16]


async def agree(kit: Kit, actor: Actor, recovery_id: int, read: str) -> Recovery:
    """Their yes, word for word, with the proof under which it was said. read: ``digest`` of the price on their page.

    Raises NotFound, RecoveryMoved, QuoteChanged, IdentityTooLow.
    """
    after = After()
    async with transaction(kit.db) as tx:
        await store.recovery(tx, recovery_id, lock=True)
        found = await store.first(tx, store.OWN, recovery_id, actor.id)
        if found is None:
            raise NotFound
        if found.state != "quoted" or found.quote is None:
            raise RecoveryMoved(state=found.state)
        if digest(found.quote) != read:
            raise QuoteChanged
        stands = await standing(tx, actor.id, found.ticket_id)
        if stands.level < Level.STEP_UP or stands.proof_id is None:
            raise IdentityTooLow(have=int(stands.level), need=int(Level.STEP_UP))
        said = consent(found.quote, found.txid, found.network)
        id_ = await store.agree(tx, recovery_id, found.quote, said.zh, said.en, int(stands.level), stands.proof_id)
        event = RecoveryConsented(recovery_id, id_, stands.proof_id, found.quote.fee, found.quote.coin)
        await note(tx, actor, found.ticket_id, event, after)
        whole = not lacks(found.quote.needs, await store.pieces(tx, recovery_id))
        await move(tx, actor, found, ("quoted",), "checking" if whole else "consented", after, letter="checking" if whole else "")
        found = await store.recovery(tx, recovery_id)
        assert found
    await after.say(kit)
    return found


async def take_back(kit: Kit, actor: Actor, recovery_id: int) -> Recovery:
    """Their no. What waits for approval is withdrawn first. Raises NotFound, RecoveryMoved, ProposalOver once the exchange has it."""
    found = await store.first(kit.db, store.OWN, recovery_id, actor.id)
    if found is None:
        raise NotFound
    if found.proposal_id and found.proposal_state in ("proposed", "unproven", "approved", "waiting", "accepted"):
        await proposals.withdraw(kit, actor, found.proposal_id)
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, recovery_id, lock=True)
        # Proposed a moment ago: taken back once more, that one is withdrawn first.
        fresh = now is not None and now.proposal_id not in (None, found.proposal_id)
        if now is None or fresh or not await move(tx, actor, now, TAKES_BACK, "withdrawn", after):
            raise RecoveryMoved(state=now.state if now else "")
        await tx.execute(store.END_CONSENT, recovery_id)
        found = await store.recovery(tx, recovery_id)
        assert found
    await after.say(kit)
    return found


async def agreed(reads: Reads, asked: Asked, customer_id: int, recovery_id: int) -> Level:
    """The level at which the owner agreed to exactly this action; ANONYMOUS for anything else."""
    row = await reads.fetchrow(store.AGREED, recovery_id)
    if row is None or not row["valid"] or row["state"] != "checking":
        return Level.ANONYMOUS
    quote = msgspec.convert(row["quote"], Quote)
    wanted = {
        "txid": row["txid"], "network": row["network"], "coin": quote.coin, "amount": quote.amount, "fee": quote.fee,
        "deposit_id": row["deposit_id"], "kind": quote.kind if quote.way == "recover" else ""}
    given = {name: asked.params.get(name, "0" if name == "fee" else "") for name in wanted}
    same = (row["ticket_id"], row["customer_id"], ACTIONS[quote.way]) == (asked.ticket_id, customer_id, asked.type) and given == wanted
    return Level(row["level"]) if same else Level.ANONYMOUS


@ground(*ACTIONS.values())
async def stands(tx: Tx, proposal: Proposal) -> bool:
    """Whether the owner's yes is for this very proposal still: one recovery is carried out by one, and never after it was taken back."""
    name, recovery_id = consents.kept_by(proposal.consent)
    if name != "recovery":
        return True
    row = await tx.fetchrow(store.AGREED, recovery_id)
    return row is not None and bool(row["valid"]) and row["proposal_id"] == proposal.id and row["state"] in ("checking", "approved")


consents.KEEPERS["recovery"] = agreed

"""Staff check the evidence and propose, or say no. Who approves is decided by the table of actions."""

from typing import Any
from uuid import NAMESPACE_OID, uuid5

from farol.core.tickets import visibility
from farol.desk.recovery import store
from farol.desk.recovery.model import ACTIONS, Consent, Recovery
from farol.desk.recovery.problems import ConsentOver, EvidenceMissing, ForRisk, RecoveryMoved
from farol.desk.recovery.words import NOTES, REFUSALS, RISK_REFUSALS
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound
from farol.trust.proposals import actions as proposals
from farol.trust.proposals.nouns import Asked
from farol.trust.proposals.nouns import Consent as Yes

from .agreeing import digest
from .pricing import judged_now, put
from .telling import move

REFUSABLE = ("asked", "quoted", "consented", "checking")


async def check(kit: Kit, actor: Actor, recovery_id: int, seen: list[int], words: str, *, ip: str = "") -> Recovery:
    """Proposed, for others to approve. seen: the pieces somebody looked at, at least one of each kind that is needed.

    The exchange is asked once more before; where the price changed, the owner decides anew and nothing is proposed.
    Raises NotFound, RecoveryMoved, ForRisk, EvidenceMissing, ConsentOver, what asking the exchange and what proposing raise.
    """
    found = await _staff(kit, actor, recovery_id)
    if found.state != "checking" or found.proposal_id or found.quote is None:
        raise RecoveryMoved(state=found.state)
    if found.risk:
        raise ForRisk
    pieces = [piece for piece in await store.pieces(kit.db, recovery_id) if piece.id in set(seen)]
    missing = [one for one in found.quote.needs if one != "txid" and one not in {piece.kind for piece in pieces}]
    if missing:
        raise EvidenceMissing(lacks=", ".join(missing))
    given = await store.consent(kit.db, recovery_id)
    if given is None or not given.valid or digest(given.quote) != digest(found.quote):
        await _ask_anew(kit, actor, found)
        raise ConsentOver
    facts, judged = await judged_now(kit, actor, found)
    if judged.quote is None or digest(judged.quote) != digest(found.quote):
        await put(kit, actor, found, facts, judged)
        return await _staff(kit, actor, recovery_id)
    made = await proposals.propose(kit, actor, _asked(found, given, [piece.sha256 for piece in pieces], words), ip=ip)
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, recovery_id, lock=True)
        ours = now is not None and now.state == "checking" and now.proposal_id in (None, made.id) and now.attempt == found.attempt
        if ours and made.settled_at:  # proposed by a process that died before it was kept here, and over by now: the next try is a new one
            await tx.execute(store.NEXT_TRY, recovery_id)
        elif ours:
            await tx.execute(store.PROPOSED, recovery_id, made.id)
            await tx.execute(store.STEP, recovery_id, "checking", "proposed", words, actor.ref)
    if not ours and made.settled_at is None:  # a colleague proposed it, or its owner took it back, at this moment
        await proposals.withdraw(kit, actor, made.id)
    return await _staff(kit, actor, recovery_id)


async def _ask_anew(kit: Kit, actor: Actor, found: Recovery) -> None:
    """What was agreed to carries no more: the owner decides once more, at the same price."""
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, found.id, lock=True)
        if now and now.proposal_id is None and await move(
                tx, actor, now, ("checking",), "quoted", after, why="agree_again", said=NOTES["agree_again"], letter="note"):
            await tx.execute(store.END_CONSENT, found.id)
    await after.say(kit)


async def refuse(kit: Kit, actor: Actor, recovery_id: int, reason: str, words: str) -> Recovery:
    """No, for a reason of ``REFUSALS``, which the owner reads. words: for staff.

    Raises NotFound, Invalid, ForRisk, RecoveryMoved, also while a proposal is under way.
    """
    found = await _staff(kit, actor, recovery_id)
    if reason not in REFUSALS or "\0" in words:
        raise Invalid(errors=[{"field": "reason" if reason not in REFUSALS else "words", "why": "cannot be right"}])
    if (found.risk or reason in RISK_REFUSALS) and not actor.may(Can.RECOVERY_RISK):
        raise ForRisk
    if found.risk and reason not in RISK_REFUSALS:
        raise Invalid(errors=[{"field": "reason", "why": "would tell what may not be told"}])
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, recovery_id, lock=True)
        if now is None or now.proposal_id or not await move(
                tx, actor, now, REFUSABLE, "refused", after, why=reason, said=REFUSALS[reason], words=words, letter="refused"):
            raise RecoveryMoved(state=now.state if now else "")
        await tx.execute(store.END_CONSENT, recovery_id)
    await after.say(kit)
    return await _staff(kit, actor, recovery_id)


async def _staff(kit: Kit, actor: Actor, recovery_id: int) -> Recovery:
    found = await store.recovery(kit.db, recovery_id)
    if found is None or not await visibility.may_see(kit.db, actor, found.ticket_id):
        raise NotFound
    return found


def _asked(found: Recovery, given: Consent, hashes: list[str], words: str) -> Asked:
    quote = found.quote
    assert quote
    params: dict[str, Any] = {
        "txid": found.txid, "network": found.network, "coin": quote.coin, "amount": quote.amount, "evidence": sorted(set(hashes)),
        **({"fee": quote.fee} if quote.fee != "0" else {}), **({"deposit_id": found.deposit_id} if found.deposit_id else {}),
        **({"kind": quote.kind} if quote.way == "recover" else {}),
    }
    return Asked(
        ACTIONS[quote.way], found.uid, params, "deposit_evidence", found.ticket_id, Yes("step_up", f"recovery:{found.id}", given.at), words,
        client_id=uuid5(NAMESPACE_OID, f"farol:recovery:{found.id}:{found.attempt}"))

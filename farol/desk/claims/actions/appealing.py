"""A decision is looked at once more, by somebody who did not take it, until a day that is named."""

from datetime import timedelta
from decimal import Decimal

from farol.core.chains.numbers import EXACT
from farol.core.exchange.shapes import Text
from farol.core.shield import scrub
from farol.core.tickets.checks import check_said
from farol.desk.claims import store
from farol.desk.claims.events import ClaimAppealDecided, ClaimAppealed
from farol.desk.claims.model import DECIDED, Claim, Sheet
from farol.desk.claims.problems import AnotherPerson, NoAppeal
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound
from farol.trust.proposals import limits
from farol.trust.proposals import store as proposals
from farol.trust.proposals.problems import OverLimit

from .paying import Paying, pay_appeal
from .telling import tell

WITHIN_DAYS = 14
ANSWERED_DAYS = 7
TAKES_OVER_S = 5.0
"""After which a job proposes what this process was about to propose when it died."""


async def appeal(kit: Kit, actor: Actor, window_id: int, words: str) -> Claim:
    """Once, within ``WITHIN_DAYS`` of the decision. Raises NotFound, NoAppeal, Invalid."""
    said = scrub(words.strip()).text
    if not said or "\0" in said or len(said) > 4_000:
        raise Invalid(errors=[{"field": "words", "why": "cannot be right"}])
    after = After()
    async with transaction(kit.db) as tx:
        found = await store.claim(tx, store.OWN, window_id, actor.id)
        if found is None:
            raise NotFound
        late = found.decided_at is None or found.decided_at + timedelta(days=WITHIN_DAYS) < clock.now()
        if found.state not in DECIDED or late or await tx.fetchval(store.APPEAL, found.id, said, ANSWERED_DAYS) is None:
            raise NoAppeal(days=WITHIN_DAYS)
        await note(tx, actor, found.ticket_id, ClaimAppealed(found.id), after)
        found = await store.claim(tx, store.ONE, found.id)
        assert found
    await after.say(kit)
    return found


async def decide_appeal(kit: Kit, actor: Actor, claim_id: int, extra: str, words: str) -> Claim:
    """extra: what is paid beside, 0 to uphold. It is proposed like any payment and approved by others. words: why, which the customer reads.

    Decided first and proposed then: whatever dies in between, it is decided once and paid once. Raises NotFound, AnotherPerson, NoAppeal,
    Invalid, OverLimit.
    """
    amount, said, after = Decimal(extra), scrub(words.strip()).text, After()
    async with transaction(kit.db) as tx:
        found = await store.claim(tx, store.ONE, claim_id, lock=claim_id)
        if found is None or not await _stranger(tx, actor, found):
            raise NotFound if found is None else AnotherPerson
        sheet = next(one.sheet for one in await store.sheets(tx, found.window_id) if one.version == found.version)
        _check(found, amount, said, sheet)
        await check_said(tx, actor, found.ticket_id, said)
        await _may_pay(tx, actor, amount)
        outcome = "granted" if amount else "upheld"
        if await tx.fetchval(store.DECIDE_APPEAL, claim_id, outcome, amount, actor.id, said) is None:
            raise NoAppeal(days=WITHIN_DAYS)
        if amount:
            await enqueue(tx, pay_appeal, Paying(claim_id), delay_s=TAKES_OVER_S, key=f"claim:{claim_id}:pay:appeal")
        await note(tx, actor, found.ticket_id, ClaimAppealDecided(claim_id, outcome, str(amount)), after)
        head = (Text(f"您的申诉 {found.number} 已通过，另加 {amount} {sheet.coin}", f"Your appeal {found.number} is granted: {amount} {sheet.coin} more") if amount
                else Text(f"您的申诉 {found.number} 已重新看过，决定不变", f"Your appeal {found.number} was looked at anew; the decision stays"))
        await tell(tx, claim_id, "appeal", Text(f"{head.zh}。{said}", f"{head.en}. {said}"))
    await after.say(kit)
    if amount:
        await pay_appeal.run(kit, Paying(claim_id))
    decided = await store.claim(kit.db, store.ONE, claim_id)
    assert decided
    return decided


async def _stranger(tx: Tx, actor: Actor, claim: Claim) -> bool:
    """Whether they had no part in the decision: neither made nor checked the batch, nor left a line of it out or took one in."""
    row = await tx.fetchrow(store.DECIDERS, claim.id)
    if row is None:
        raise NoAppeal(days=WITHIN_DAYS)
    return actor.id not in (row["maker_id"], row["checker_id"]) and not await tx.fetchval(store.LEFT_OUT_BY, claim.ticket_id, actor.ref, claim.id)


def _check(claim: Claim, amount: Decimal, said: str, sheet: Sheet) -> None:
    if claim.appeal is None or claim.appeal.outcome != "open":
        raise NoAppeal(days=WITHIN_DAYS)
    wrong = ""
    if amount + claim.amount > max(claim.whole, claim.amount):
        wrong = "more than the formula gives without exclusions"
    elif amount != amount.quantize(Decimal(1).scaleb(-sheet.places), context=EXACT):
        wrong = f"the sheet counts to {sheet.places} decimals"
    if wrong or not said or "\0" in said:
        raise Invalid(errors=[{"field": "extra" if wrong else "words", "why": wrong or "say why"}])


async def _may_pay(tx: Tx, actor: Actor, amount: Decimal) -> None:
    """Nobody grants what they may not propose."""
    now = await proposals.standing(tx, actor.id, actor.session)
    single = limits.limit_of("claim", now.role if now else "").single
    if amount > single:
        raise OverLimit(limit=str(single), of="single")

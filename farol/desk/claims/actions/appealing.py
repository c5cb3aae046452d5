"""A decision is looked at once more, by somebody who did not take it, until a day that is named."""

from datetime import timedelta
from decimal import Decimal

from farol.core.exchange.shapes import Text
from farol.core.shield import scrub
from farol.desk.claims import store
from farol.desk.claims.events import ClaimAppealDecided, ClaimAppealed
from farol.desk.claims.model import DECIDED, Claim
from farol.desk.claims.problems import AnotherPerson, NoAppeal
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from .paying import propose
from .telling import note, tell

WITHIN_DAYS = 14
ANSWERED_DAYS = 7


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

    Raises NotFound, AnotherPerson, NoAppeal, Invalid, and what proposing raises.
    """
    amount, said = Decimal(extra), scrub(words.strip()).text
    found = await store.claim(kit.db, store.ONE, claim_id)
    row = await kit.db.fetchrow(store.DECIDERS, claim_id)
    if found is None or row is None:
        raise NotFound
    if actor.id in (row["maker_id"], row["checker_id"]):
        raise AnotherPerson
    sheet = next(one.sheet for one in await store.sheets(kit.db, found.window_id) if one.version == found.version)
    if not said or "\0" in said or amount + found.amount > max(found.whole, found.amount):
        raise Invalid(errors=[{"field": "extra" if said else "words", "why": "more than the formula gives without exclusions" if said else "say why"}])
    if found.appeal is None or found.appeal.outcome != "open":
        raise NoAppeal(days=WITHIN_DAYS)
    made = await propose(kit, actor, found, sheet.coin, str(amount), appeal=True) if amount else None
    after = After()
    async with transaction(kit.db) as tx:
        await store.claim(tx, store.ONE, claim_id, lock=claim_id)
        outcome = "granted" if amount else "upheld"
        if await tx.fetchval(store.DECIDE_APPEAL, claim_id, outcome, amount, actor.id, said) is None:
            raise NoAppeal(days=WITHIN_DAYS)
        if made:
            await tx.execute(store.APPEAL_PROPOSED, claim_id, made.id)
        await note(tx, actor, found.ticket_id, ClaimAppealDecided(claim_id, outcome, str(amount)), after)
        head = (Text(f"您的申诉 {found.number} 已通过，另加 {amount} {sheet.coin}", f"Your appeal {found.number} is granted: {amount} {sheet.coin} more") if amount
                else Text(f"您的申诉 {found.number} 已重新看过，决定不变", f"Your appeal {found.number} was looked at anew; the decision stays"))
        await tell(tx, claim_id, "appeal", Text(f"{head.zh}。{said}", f"{head.en}. {said}"))
        found = await store.claim(tx, store.ONE, claim_id)
        assert found
    await after.say(kit)
    return found

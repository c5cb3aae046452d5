"""A price is asked for again: where there was none, and before anything is proposed."""

import structlog

from farol.core.exchange import ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Why
from farol.core.exchange.shapes import Text
from farol.desk.recovery import asking, rule_store, store
from farol.desk.recovery.judging import judge
from farol.desk.recovery.model import Facts, Judged, Recovery
from farol.desk.recovery.problems import NothingThere, NothingWrong, RecoveryMoved
from farol.desk.recovery.words import NOTES
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from .telling import move, tell_risk

log = structlog.get_logger()
PRICED = ("asked", "quoted", "consented", "checking")


async def judged_now(kit: Kit, actor: Actor, found: Recovery) -> tuple[Facts, Judged]:
    """What the exchange says of it at this moment. Raises what ``asking.ask`` does."""
    named = "" if found.why == "down" else found.network
    facts = await asking.ask(kit, Why(found.number, "recovery.price", actor.ref), found.uid, found.txid, named)
    return facts, judge(facts, await rule_store.newest(kit.db), clock.now())


async def price_again(kit: Kit, actor: Actor, recovery_id: int) -> Recovery:
    """A new price, which ends an agreement to another one. Raises NotFound, RecoveryMoved, ExchangeDown, ExchangeRefused."""
    found = await store.recovery(kit.db, recovery_id)
    if found is None:
        raise NotFound
    if found.state not in PRICED or found.risk or found.proposal_id:
        raise RecoveryMoved(state=found.state)
    try:
        facts, judged = await judged_now(kit, actor, found)
    except NothingWrong as fine:
        return await _over(kit, actor, found, fine.fields["zh"], fine.fields["en"])
    except NothingThere:
        return found
    await put(kit, actor, found, facts, judged)
    return await _again(kit, recovery_id)


async def put(kit: Kit, actor: Actor, found: Recovery, facts: Facts, judged: Judged) -> None:
    """The price as it is now. Nothing is said when nothing changed."""
    if _same(found, judged):
        return
    after, had = After(), found.state in ("consented", "checking")
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, found.id, lock=True)
        if now is None or now.state != found.state or now.proposal_id:
            raise RecoveryMoved(state=now.state if now else "")
        await store.judged(tx, found.id, facts, judged)
        await tx.execute(store.END_CONSENT, found.id)
        why = "requoted" if had and judged.state == "quoted" else judged.why
        said = NOTES["requoted"] if why == "requoted" else judged.words
        letter = why if why == "requoted" else judged.state if judged.state in ("quoted", "not_eligible") else "note"
        await move(tx, actor, now, (now.state,), judged.state, after, why=why, said=said, letter=letter, quote=judged.quote)
        if judged.risk:
            await tell_risk(tx, now)
    await after.say(kit)


async def price_waiting(kit: Kit) -> None:
    """Looks again at those that were asked for while the exchange was down."""
    for row in await kit.db.fetch(store.UNANSWERED):
        try:
            await price_again(kit, SYSTEM, row["id"])
        except (ExchangeDown, ExchangeRefused, RecoveryMoved) as problem:
            log.warning("recovery.no_price", recovery=row["id"], why=problem.code)


def _same(found: Recovery, judged: Judged) -> bool:
    if found.quote is None or judged.quote is None:
        return found.state == judged.state and found.why == judged.why
    one, other = found.quote, judged.quote
    return (one.way, one.kind, one.coin, one.amount, one.fee, one.needs) == (other.way, other.kind, other.coin, other.amount, other.fee, other.needs)


async def _over(kit: Kit, actor: Actor, found: Recovery, zh: str, en: str) -> Recovery:
    """It arrived by itself meanwhile."""
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, found.id, lock=True)
        if now is None or now.proposal_id:
            raise RecoveryMoved(state=now.state if now else "")
        await move(tx, actor, now, PRICED, "not_eligible", after, why="fine", said=Text(zh, en), letter="note")
    await after.say(kit)
    return await _again(kit, found.id)


async def _again(kit: Kit, recovery_id: int) -> Recovery:
    found = await store.recovery(kit.db, recovery_id)
    if found is None:
        raise NotFound
    return found

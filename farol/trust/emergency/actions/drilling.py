"""Drills: the same rings, screens and clocks on a test account, and of the exchange nothing but the question what it would do."""

import asyncio
from uuid import uuid4

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Receipt, Why
from farol.core.tickets import posting
from farol.core.tickets.actions import UNIQUE
from farol.desk.threads.telling import After, note
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.permission import SYSTEM, Actor
from farol.trust.emergency import drill_store, store
from farol.trust.emergency.events import AccountFrozen, FreezeAsked, FreezeRefused
from farol.trust.emergency.model import STEPS
from farol.trust.emergency.problems import DrillRunning, NotTestAccount
from farol.trust.proposals import order
from farol.trust.proposals.nouns import Asked
from farol.trust.proposals.rules import Person

from .raising import raise_in
from .sealing import seal_now

TEST = "test"
"""The flag by which an exchange marks an account that belongs to nobody."""
SUBJECT = "【演练】账户被盗 / [DRILL] Account stolen"
WORDS = "演练开始，这里没有一件是真的。 / A drill begins. Nothing here is real."


async def start_drill(kit: Kit, actor: Actor, uid: str) -> int:
    """Begins one on a test account: its case. Raises NotTestAccount, DrillRunning, ExchangeDown, ExchangeRefused."""
    user = await kit.get(CoreLink).user(Why("drill", "emergency.drill", actor.ref), uid)
    if TEST not in user.flags and not kit.settings.demo:
        raise NotTestAccount
    made = After()

    async def run() -> int:
        made.streams.clear()
        made.frames.clear()
        async with transaction(kit.db) as tx:
            return await _begin(tx, actor, uid, made)

    case_id = await db.again(run, *UNIQUE)
    await made.say(kit)
    await _would(kit, case_id, uid)
    kit.background(seal_now(kit, case_id))
    return case_id


async def _begin(tx: Tx, actor: Actor, uid: str, made: After) -> int:
    await tx.execute(store.TURN, f"drill {uid}")
    if await tx.fetchval(drill_store.OPEN_DRILL, uid):
        raise DrillRunning
    customer_id, now = await store.know(tx, uid, actor.language), clock.now()
    opened = await posting.open_ticket(
        tx, customer_id=customer_id, client_id=uuid4(), subject=SUBJECT, channel="drill", body=WORDS, files=(), removed=(), language=actor.language,
        about=None)
    assert opened
    ticket_id = opened[0]
    made.woke(f"ticket:{ticket_id}", opened[2].seq or 0)
    raised = await raise_in(tx, ticket_id, "stolen", "drill", made, drill=True)
    assert raised
    await tx.fetchval(store.ADD_FREEZE, raised[0], uid, "session", False, b"", now, None)
    await note(tx, actor, ticket_id, FreezeAsked("session", 0), made)
    return raised[0]


async def _would(kit: Kit, case_id: int, uid: str) -> None:
    """Asks the exchange what each protective action would do; nothing is carried out."""
    case = await store.case(kit.db, store.BY_ID, case_id)
    assert case
    link, why = kit.get(CoreLink), Why(case.number, "emergency.drill", f"customer:{case.customer_id}")
    maker = Person("customer", case.customer_id, "customer")
    dry = [order.dry(Asked(type_, uid, {}, "ato_reported"), maker, case.number) for type_ in STEPS]
    results = await asyncio.gather(*(link.act(why, one, f"farol-drill-{case_id}-{one.type}") for one in dry), return_exceptions=True)
    first, made = results[0], After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, case.ticket_id)
        if isinstance(first, Receipt):
            at = clock.now()
            await tx.fetchval(drill_store.FROZEN, case_id, at, "dry_run")
            cancelled = sum(effect.kind == "withdrawal.cancelled" for effect in first.effects)
            await note(tx, SYSTEM, case.ticket_id, AccountFrozen(at.isoformat(timespec="seconds").replace("+00:00", "Z"), cancelled), made)
        elif isinstance(first, ExchangeDown | ExchangeRefused):
            frozen = await store.freeze(tx, case_id)
            assert frozen
            await tx.fetchval(store.SETTLE, frozen.id, "refused", first.code, None)
            await note(tx, SYSTEM, case.ticket_id, FreezeRefused(first.code), made)
        else:
            raise first
    await made.say(kit)

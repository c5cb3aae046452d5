"""Sorting a ticket: read its words, look at the exchange, decide, and set what nobody has set."""

import msgspec

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import Why
from farol.core.tickets.actions import UNIQUE, change_in
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import SEVERITIES, Change
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from . import store
from .deciding import decide
from .events import TriageSorted
from .lanes import alarm
from .looking import hear, look
from .model import MOST_MESSAGES, Decision, View
from .reading import Reader, Words, reader
from .store import Case, Held

TRIAGE = Actor("triage", 0, frozenset({Can.TICKET_CHANGE}))
"""As whom it acts: events name it ``triage:0``."""
ITSELF = Why("self", "triage", TRIAGE.ref)
AT_ONCE = 50


def reader_of(kit: Kit) -> Reader:
    """What reads words in this process: one that was put into the kit as ``Words``, else the one that is always there."""
    return kit.get(Words) if kit.has(Words) else reader()


async def sort(kit: Kit, ticket_id: int) -> Decision | None:
    """Decides what the ticket is about and sets reason and severity where nobody else did; None for nothing to sort.

    The exchange is asked outside any transaction. Harmless to run again or twice at once.
    """
    case = await store.case(kit.db, ticket_id, MOST_MESSAGES)
    if case is None or case.answered:
        return None
    decision = await decided(kit, case)
    seqs = await db.again(lambda: _set(kit, case, decision), *UNIQUE)
    if seqs:
        await wake(kit.bus, f"ticket:{ticket_id}", seqs[-1])
    return decision


async def decided(kit: Kit, case: Case) -> Decision:
    """What the ticket is about. Danger to a person and theft do not wait for the exchange."""
    said = hear(case.texts, case.about)
    reading = reader_of(kit).read(said.text)
    if case.uid is None or alarm(said.text):
        return msgspec.structs.replace(decide(said, reading, None), known=case.uid is not None)
    why = Why(case.number, "ticket.triage", TRIAGE.ref)
    return decide(said, reading, await look(kit, why, case.uid, said, case.time_zone))


async def _set(kit: Kit, case: Case, decision: Decision) -> list[int]:
    async with db.transaction(kit.db) as tx:
        held = await store.hold(tx, case.id)
        if held is None:
            return []
        mine = held.reason_by == TRIAGE.ref or (held.reason is None and held.reason_by is None)
        before = await store.before(tx, case.id)
        change = _change(held, decision) if mine else Change()
        seqs = [(await change_in(tx, TRIAGE, case.id, change))[0]] if change.fields() else []
        again = decision.without and mine
        await store.keep(tx, case.id, decision, case.upto_seq, again=again, applied=mine)
        if mine and (seqs or before != decision.reason):
            seqs.append(await _tell(tx, case.id, decision, before))
    return seqs


def _change(held: Held, decision: Decision) -> Change:
    """Reason and severity; what somebody else has set is made more urgent, never less."""
    severity = decision.severity
    if held.severity_by not in (None, TRIAGE.ref):
        severity = min(severity, held.severity, key=SEVERITIES.index)
    return Change(
        reason=decision.reason if decision.reason != held.reason else msgspec.UNSET,
        severity=severity if severity != held.severity else msgspec.UNSET,
    )


async def _tell(tx: Tx, ticket_id: int, decision: Decision, before: str) -> int:
    facts = [{"zh": one.zh, "en": one.en} for one in decision.facts]
    seq = await bump(tx, ticket_id)
    sorted_ = TriageSorted(decision.reason, before, decision.basis, decision.without, facts)
    return await emit(tx, f"ticket:{ticket_id}", TRIAGE, sorted_, seq=seq)


async def again(kit: Kit) -> int:
    """Once the exchange answers, sorts what was sorted without it: how many."""
    waiting = await store.waiting(kit.db, AT_ONCE)
    if not waiting:
        return 0
    try:
        await kit.get(CoreLink).capabilities(ITSELF)
    except (ExchangeDown, ExchangeRefused):
        return 0
    for ticket_id in waiting:
        await sort(kit, ticket_id)
    return len(waiting)


async def view(kit: Kit, ticket_id: int) -> View:
    """Why the ticket has its reason. Raises NotFound."""
    found = await store.found(kit.db, ticket_id)
    if found is None:
        raise NotFound
    kept = found.applied and found.now == found.reason
    return View(found.decision, found.at, found.again, kept, found.correction)

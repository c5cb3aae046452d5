"""A step begins: one owner, who is told, and what else the ladder says. The caller holds the ticket's row."""

import contextlib
from uuid import NAMESPACE_OID, uuid5

from farol.core.notices.actions import notify
from farol.core.people.model import RIGHTS
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.log_store import bump
from farol.desk.escalation import store
from farol.desk.escalation.events import EscalationEnded, EscalationMoved
from farol.desk.escalation.model import Candidate, Facts
from farol.desk.escalation.store import Running
from farol.desk.threads import actions as threads
from farol.desk.threads.problems import ThreadClosed
from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.events import Event, emit
from farol.kit.permission import SYSTEM, Actor, Can

ASKED = {
    "asked": {"en": "{number} is escalated to you: {name}", "zh": "{number} 升级给您：{name}"},
    "breach": {"en": "{number} missed its time and is escalated to you", "zh": "{number} 超时，已升级给您"},
    "promise": {"en": "A promise on {number} was broken. Please look at it", "zh": "{number} 的承诺没有兑现，请您复核"},
}


async def hold(tx: Tx, actor: Actor, facts: Facts, e: Running, step: int, who: Candidate, after: After) -> None:
    """From now on the escalation is theirs, at this step; what else the step says happens once."""
    plan = e.steps[step]
    await tx.execute(store.HOLD, e.id, step, who.id, facts.now)
    await tx.execute(store.AT_STEP, e.id, step, facts.now, float(plan.wait_s))
    if plan.assign and Can.TICKET_REPLY in RIGHTS[who.role] and (row := await tx.fetchrow(store.ASSIGN, facts.id, who.id)):
        await _changed(tx, actor, facts, {"owner_id": who.id}, row["seq"], row["version"], after)
    if plan.severity and (row := await tx.fetchrow(store.RAISE, facts.id, plan.severity)):
        await _changed(tx, actor, facts, {"severity": plan.severity}, row["seq"], row["version"], after)
    if plan.thread:
        await _join(tx, actor, e, who, after)
    await remind(tx, actor, facts, e, who.id, f"escalation:{e.id}:{step}:{facts.now.isoformat()}")
    after.tell({who.id, *([e.staff_id] if e.staff_id else [])}, "escalation", ticket=facts.id, escalation=e.id)


async def remind(tx: Tx, actor: Actor, facts: Facts, e: Running, staff_id: int, key: str) -> None:
    """Tells the owner of a step that it is theirs."""
    title = {language: text.format(number=facts.number, name=e.name) for language, text in ASKED[e.cause].items()}
    await notify(tx, [staff_id], "escalation.step", ticket_id=facts.id, title=title, words=(e.ask or e.why) if e.cause == "asked" else "", key=key,
                 but=actor)


async def move(tx: Tx, actor: Actor, facts: Facts, e: Running, step: int, who: Candidate, why: str, words: str, after: After) -> None:
    """Another has it: the hold before ends at the moment in which the next begins."""
    assert e.staff_id is not None
    await tx.execute(store.LET_GO, e.hold_id, facts.now, why, words)
    await hold(tx, actor, facts, e, step, who, after)
    await say(tx, actor, facts.id, EscalationMoved(e.id, step, e.staff_id, who.id, why, words), after)


async def end(tx: Tx, actor: Actor, facts: Facts, e: Running, outcome: str, words: str, after: After) -> None:
    """Nobody has it any more, and the ladder stands still."""
    await tx.execute(store.LET_GO, e.hold_id, facts.now, "ended", words)
    await tx.execute(store.END, e.id, facts.now, actor.ref, outcome, words)
    await say(tx, actor, facts.id, EscalationEnded(e.id, e.cause, outcome, words), after)
    kind, _, id_ = e.started_by.partition(":")
    told = {e.staff_id} if e.staff_id else set()
    if kind == "staff":
        told.add(int(id_))
        title = {"en": f"Your escalation of {facts.number} has an outcome", "zh": f"您升级的 {facts.number} 有结果了"}
        await notify(tx, [int(id_)], "escalation.ended", ticket_id=facts.id, title=title, words=words, key=f"escalation:{e.id}:ended", but=actor)
    after.tell(told, "escalation", ticket=facts.id, escalation=e.id)


async def say(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    """An event of the feature on the ticket's stream."""
    seq = await bump(tx, ticket_id)
    after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))


async def _changed(tx: Tx, actor: Actor, facts: Facts, fields: dict[str, str | int | None], seq: int, version: int, after: After) -> None:
    after.woke(f"ticket:{facts.id}", await emit(tx, f"ticket:{facts.id}", actor, TicketChanged(fields, version), seq=seq))


async def _join(tx: Tx, actor: Actor, e: Running, who: Candidate, after: After) -> None:
    """The owner is in the escalation's side thread, which is opened for the first who shall be; one that was closed stays so."""
    kind, _, id_ = e.started_by.partition(":")
    if e.thread_id is not None:
        with contextlib.suppress(ThreadClosed):
            await threads.invite_in(tx, SYSTEM, e.thread_id, [who.id], [], after)
        return
    thread_id = await threads.open_in(
        tx, actor, e.ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:escalation:{e.id}"), kind="swarm", title=e.ask or e.name,
        people=[who.id], teams=[], after=after, opened_by=int(id_) if kind == "staff" else who.id)
    await tx.execute(store.THREAD, e.id, thread_id)
    if actor.kind == "staff":
        await threads.say_in(tx, actor, thread_id, uuid5(NAMESPACE_OID, f"farol:escalation:{e.id}"), e.why, after)

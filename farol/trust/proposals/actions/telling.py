"""What is written of every step, and who is told of it."""

from farol.core.notices.actions import notify
from farol.core.tickets.log_store import bump
from farol.desk.threads.telling import After
from farol.kit.db import Tx
from farol.kit.events import Event, emit
from farol.kit.permission import Actor
from farol.trust.proposals import rules, store
from farol.trust.proposals.model import TYPES
from farol.trust.proposals.nouns import Proposal
from farol.trust.proposals.rules import Person

FRAME = "proposals"


async def note(tx: Tx, actor: Actor, proposal: Proposal, event: Event, after: After) -> None:
    """The event, on the ticket's stream; of class E, and where there is no ticket, on the proposal's own, which no ticket shows."""
    if proposal.ticket_id is None or TYPES[proposal.type].sealed:
        stream, seq = f"proposal:{proposal.id}", 0
    else:
        stream, seq = f"ticket:{proposal.ticket_id}", await bump(tx, proposal.ticket_id)
    after.woke(stream, await emit(tx, stream, actor, event, seq=seq))


def maker_of(proposal: Proposal) -> Person:
    """Who proposed it, as they were then."""
    return Person(proposal.by_kind, proposal.by_id, proposal.by_role, frozenset(proposal.by_teams), proposal.by_session, frozenset(proposal.by_ips))


def approvers(proposal: Proposal) -> list[Person]:
    """Who approved it so far, as they were then."""
    return [Person("staff", v.staff_id, v.role, frozenset(v.teams), bytes.fromhex(v.session), frozenset(v.ips))
            for v in proposal.votes if v.verdict == "approve"]


async def ask_checkers(tx: Tx, proposal: Proposal, after: After) -> None:
    """Everybody who can approve it, or approve it next, hears that it waits."""
    kind, maker, done = TYPES[proposal.type], maker_of(proposal), approvers(proposal)
    open_ = rules.left(kind, proposal.usd, maker, [one.role for one in done])
    people = await store.checkers(tx, {role for seat in open_ for role in seat})
    able = [one.id for one in people if rules.hinders(kind, proposal.usd, maker, done, one) is None]
    title = {"en": f"{proposal.by_name} asks for approval: {kind.label.en}", "zh": f"{proposal.by_name} 请您批准：{kind.label.zh}"}
    await notify(tx, able, "escalation.proposal", ticket_id=None if kind.sealed else proposal.ticket_id, title=title,
                 key=f"proposal:{proposal.id}:{len(done)}")
    screens(proposal, after, *(one.id for one in people))


async def tell_maker(tx: Tx, proposal: Proposal, after: After, zh: str, en: str, *, but: Actor | None = None) -> None:
    """Whoever of the staff proposed it hears what became of it."""
    screens(proposal, after)
    if proposal.by_kind != "staff":
        return
    label, where = TYPES[proposal.type].label, f" · {proposal.number}" if proposal.number else ""
    title = {"en": f"{en}: {label.en}{where}", "zh": f"{zh}：{label.zh}{where}"}
    await notify(tx, [proposal.by_id], "escalation.proposal", ticket_id=proposal.ticket_id, title=title,
                 key=f"proposal:{proposal.id}:{en}", but=but)


def screens(proposal: Proposal, after: After, *others: int) -> None:
    """Lists and badges of those who take part are read again."""
    mine = [proposal.by_id] if proposal.by_kind == "staff" else []
    after.tell([*mine, *(v.staff_id for v in proposal.votes), *others], FRAME, proposal=proposal.id)

"""A recovery as staff see it."""

from datetime import datetime

import msgspec

from farol.core.exchange.shapes import Text
from farol.core.notices.model import TicketName
from farol.kit.permission import Actor, Can

from .actions.checking import REFUSABLE
from .actions.pricing import PRICED
from .model import Consent, Piece, Quote, Recovery, State, Step, lacks
from .words import FOR_STAFF, KINDS, NEEDS, NOTES, NOTHING, REFUSALS, RISK_REFUSALS


class May(msgspec.Struct, frozen=True):
    """What the actor may do with it now."""

    check: bool
    refuse: bool
    price: bool


class RecoveryView(msgspec.Struct, frozen=True):
    """One line of the queue. words: of its state; why: what stands against it or is waited for. waits: whether it waits for us."""

    id: int
    ticket: TicketName
    customer: str
    txid: str
    network: str
    kind: str
    label: Text
    coin: str
    amount: str
    usd: str | None
    state: State
    words: Text
    why: Text
    risk: bool
    waits: bool
    quote: Quote | None
    proposal_id: int | None
    proposal_state: str | None
    at: datetime
    changed_at: datetime
    settled_at: datetime | None
    may: May


class Need(msgspec.Struct, frozen=True):
    """A kind of evidence. given: whether somebody gave it."""

    kind: str
    label: Text
    given: bool


class StepView(msgspec.Struct, frozen=True):
    """Where it stood from then on. said: for staff alone."""

    state: State
    words: Text
    said: str
    actor: str
    at: datetime


class Agreed(msgspec.Struct, frozen=True):
    """What the owner agreed to, word for word. valid: the proof behind it was not taken back."""

    words: Text
    level: int
    at: datetime
    valid: bool


class CaseView(msgspec.Struct, frozen=True):
    """One with everything about it. refusals: reasons that the actor may refuse it for, as the customer reads them."""

    recovery: RecoveryView
    needs: list[Need]
    pieces: list[Piece]
    consent: Agreed | None
    steps: list[StepView]
    refusals: dict[str, Text]


def view(found: Recovery, actor: Actor) -> RecoveryView:
    """One line."""
    risky = actor.may(Can.RECOVERY_RISK)
    works = actor.may(Can.RECOVERY_WORK) and found.proposal_id is None and found.open
    note = NOTES.get(found.why, NOTHING)
    return RecoveryView(
        found.id, TicketName(found.ticket_id, found.number), found.customer, found.txid, found.network, found.kind, KINDS[found.kind], found.coin,
        found.amount, None if found.usd is None else str(found.usd), found.state, FOR_STAFF[found.state],
        Text(found.why_zh, found.why_en) if found.why_zh else note, found.risk,
        found.open and found.proposal_id is None and found.state in ("asked", "checking"), found.quote, found.proposal_id, found.proposal_state,
        found.at, found.changed_at, found.settled_at,
        May(works and found.state == "checking" and not found.risk, works and found.state in REFUSABLE and (risky or not found.risk),
            works and found.state in PRICED and not found.risk))


def case(found: Recovery, actor: Actor, pieces: list[Piece], consent: Consent | None, steps: list[Step]) -> CaseView:
    """All of it."""
    needs = found.quote.needs if found.quote else []
    missing = lacks(needs, pieces)
    reasons = [r for r in REFUSALS if (r in RISK_REFUSALS) == found.risk and (not found.risk or actor.may(Can.RECOVERY_RISK))]
    return CaseView(
        view(found, actor), [Need(one, NEEDS[one], one not in missing) for one in needs], pieces,
        Agreed(Text(consent.zh, consent.en), consent.level, consent.at, consent.valid) if consent else None,
        [StepView(one.state, FOR_STAFF[one.state], one.words, one.actor, one.at) for one in steps], {one: REFUSALS[one] for one in reasons})

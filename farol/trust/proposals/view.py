"""Proposals as the screens of staff show them: in both languages, fields masked, with what the viewer may do and why not."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from farol.core.customers.model import mask_uid
from farol.core.exchange.model import Receipt
from farol.core.exchange.shapes import Text
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed

from . import rules, store, words
from .actions.settle import REFUSED
from .actions.telling import approvers, maker_of
from .model import TYPES
from .nouns import Proposal
from .params import Line, lines
from .rules import Person


class Maker(msgspec.Struct, frozen=True):
    kind: str
    name: str
    role: str


class VoteView(msgspec.Struct, frozen=True):
    name: str
    role: str
    verdict: str
    words: str
    at: datetime


class ReceiptView(msgspec.Struct, frozen=True):
    """undo: the action that takes it back, where the exchange offers one and the table knows it."""

    action_id: str
    executed_at: datetime | None
    effects: list[Text]
    missing: list[Text]
    undo: str
    undo_label: Text | None
    signed: bool


class TicketName(msgspec.Struct, frozen=True):
    id: int
    number: str
    subject: str


class May(msgspec.Struct, frozen=True):
    """What the viewer may do now. why_not: why they cannot approve."""

    approve: bool
    refuse: bool
    withdraw: bool
    why_not: Text | None = None


class ProposalView(msgspec.Struct, frozen=True):
    """words: of the state. customer: what the owner of the account reads of it; None: nothing. why: of a refusal by the exchange.

    said: the proposer's words for who checks. seats: roles of each approval still needed. usd: worth of class D, None: not priced.
    """

    id: int
    type: str
    cls: str
    label: Text
    uid: str
    state: str
    words: Text
    customer: Text | None
    why: Text | None
    lines: list[Line]
    reason: Text
    said: str
    legal_basis: str
    consent: str
    by: Maker
    at: datetime
    expires_at: datetime
    settled_at: datetime | None
    level: Text
    usd: str | None
    votes: list[VoteView]
    seats: list[list[str]]
    receipt: ReceiptView | None
    ticket: TicketName | None
    tries: int
    may: May


async def viewer(db: Reads, actor: Actor) -> Person:
    """Who looks, with their role and teams of this moment. Raises NotAllowed."""
    now = await store.standing(db, actor.id, actor.session) if actor.kind == "staff" else None
    if now is None:
        raise NotAllowed
    return Person("staff", actor.id, now.role, frozenset(now.teams), actor.session, frozenset({now.ip} - {""}))


def views(found: Iterable[Proposal], actor: Actor, who: Person) -> list[ProposalView]:
    """Each as this viewer sees it."""
    return [view(each, actor, who) for each in found]


def view(proposal: Proposal, actor: Actor, who: Person) -> ProposalView:
    """One as this viewer sees it."""
    kind = TYPES[proposal.type]
    left = rules.left(kind, proposal.usd, maker_of(proposal), [one.role for one in approvers(proposal)]) if proposal.state == "proposed" else ()
    return ProposalView(
        proposal.id, proposal.type, str(kind.cls), kind.label, mask_uid(proposal.uid), proposal.state, words.for_staff(proposal.state),
        words.for_customer(kind, proposal.state), _why(proposal), lines(kind.params, proposal.params),
        words.REASONS.get(proposal.reason_code, Text(proposal.reason_code, proposal.reason_code)), proposal.words, proposal.legal_basis,
        f"{proposal.consent.method} · {proposal.consent.ref}" if proposal.consent else "",
        Maker(proposal.by_kind, proposal.by_name, proposal.by_role), proposal.at, proposal.expires_at, proposal.settled_at,
        words.LEVELS[proposal.level], None if proposal.usd is None else str(proposal.usd),
        [VoteView(v.name, v.role, v.verdict, v.words, v.at) for v in proposal.votes], [sorted(seat) for seat in left],
        _receipt(proposal.receipt, proposal.uid),
        TicketName(proposal.ticket_id, proposal.number or "", proposal.subject or "") if proposal.ticket_id is not None else None,
        proposal.tries, may(proposal, actor, who))


def may(proposal: Proposal, actor: Actor, who: Person) -> May:
    """What the viewer may do with it now."""
    mine = (proposal.by_kind, proposal.by_id) == (who.kind, who.id)
    if proposal.state != "proposed":
        return May(approve=False, refuse=False, withdraw=mine and proposal.state == "unproven")
    why = rules.hinders(TYPES[proposal.type], proposal.usd, maker_of(proposal), approvers(proposal), who)
    checks = actor.may(Can.ACTION_CHECK)
    return May(checks and why is None, checks and why in rules.REFUSABLE, mine, words.WHY_NOT[why] if why else None)


def _why(proposal: Proposal) -> Text | None:
    if proposal.state not in ("rejected", "failed") or not proposal.why:
        return None
    return words.WHY.get(proposal.why, Text(proposal.why, proposal.why))


def _receipt(receipt: Receipt | None, uid: str) -> ReceiptView | None:
    if receipt is None:
        return None
    undo = receipt.undo.type if receipt.undo and receipt.undo.type in TYPES else ""
    return ReceiptView(
        receipt.action_id, receipt.executed_at, [words.effect(one.kind, one.ref, uid) for one in receipt.effects if one.kind != REFUSED],
        words.missing(receipt.policy.missing) if receipt.policy else [], undo, TYPES[undo].label if undo else None, bool(receipt.receipt_sig))

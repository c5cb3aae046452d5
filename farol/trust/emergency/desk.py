"""An emergency as the screens of staff show it."""

from datetime import datetime

import msgspec

from farol.core.customers.model import mask_uid
from farol.core.exchange import mask
from farol.core.exchange.shapes import Text
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can

from . import pack_store, places, ring_store, seat_store, store, thaw_store
from .code import code
from .model import STEPS, Answers, Case, Freeze, Group, Outgoing, checklist, client_id, stopped
from .page_words import Words


class CaseView(msgspec.Struct, frozen=True):
    """taker: who has it, empty for nobody. ring_due: when the next group is rung. update_due: until when the customer was promised a word."""

    id: int
    ticket_id: int
    number: str
    name: str
    uid: str
    kind: str
    drill: bool
    cause: str
    at: datetime
    taker: str
    mine: bool
    taken_at: datetime | None
    ring_due: datetime | None
    update_due: datetime | None
    told_at: datetime | None
    country: str
    ended_at: datetime | None
    outcome: str | None


class FreezeView(msgspec.Struct, frozen=True):
    """asked: each protective action with its state at the exchange."""

    state: str
    why: str
    proof: str
    outside: bool
    asked_at: datetime
    frozen_at: datetime | None
    until: datetime | None
    confirmed_at: datetime | None
    lifted_at: datetime | None
    asked: list["AskedView"]
    cancelled: int
    keys: int


class AskedView(msgspec.Struct, frozen=True):
    type: str
    state: str
    why: str


class OutgoingView(msgspec.Struct, frozen=True):
    withdrawal_id: str
    coin: str
    network: str
    amount: str
    txid: str
    address: str
    state: str
    left_at: datetime | None
    cls: str
    risk: str


class StepView(msgspec.Struct, frozen=True):
    key: str
    label: Text
    at: datetime | None
    by: str


class Seal(msgspec.Struct, frozen=True):
    at: datetime
    sha256: str


class CrisisPlace(msgspec.Struct, frozen=True):
    """Numbers to give to somebody in danger."""

    country: str
    name: Text
    lines: Text


class ThawView(msgspec.Struct, frozen=True):
    """Somebody wants the account open. told: contacts that got the link which stops it."""

    proposal_id: int
    state: str
    not_before: datetime
    told: int
    stopped_at: datetime | None


class Whole(msgspec.Struct, frozen=True):
    """Everything of a case. code: what the person who has it says to the customer, to them alone."""

    case: CaseView
    freeze: FreezeView | None
    rung: list[ring_store.Rung]
    groups: list[Group]
    steps: list[StepView]
    outgoing: list[OutgoingView]
    answers: Answers | None
    answered_at: datetime | None
    seal: Seal | None
    code: str
    crisis: list[CrisisPlace]
    thaws: list[ThawView]
    pack: pack_store.Pack | None
    now: datetime


def shown(case: Case, actor: Actor) -> CaseView:
    """One line of the list."""
    return CaseView(
        case.id, case.ticket_id, case.number, mask.name(case.name) if case.name else "", mask_uid(case.uid), case.kind, case.drill, case.cause, case.at,
        case.taker, case.taken_by == actor.id, case.taken_at, case.ring_due, case.update_due, case.told_at, case.country, case.ended_at, case.outcome)


async def whole(kit: Kit, db: Reads, actor: Actor, case: Case) -> Whole:
    """All of it. Ten statements."""
    frozen = await store.freeze(db, case.id)
    kept, seal = await seat_store.steps(db, case.id), await seat_store.seal_of(db, case.id)
    return Whole(
        shown(case, actor), await _freeze(db, case, frozen) if frozen else None, await ring_store.rung(db, case.id), await ring_store.groups(db),
        [StepView(key, _label(key), kept[key].at if key in kept else None, kept[key].done_by if key in kept else "") for key in checklist(case.answers)],
        [_outgoing(one) for one in await seat_store.outgoing(db, case.id)], case.answers, case.answered_at, Seal(*seal) if seal else None,
        code(kit, case.id, actor.id) if case.taken_by == actor.id and actor.may(Can.EMERGENCY_WORK) else "",
        _crisis(case.country) if case.kind == "risk" else [],
        [ThawView(one.proposal_id, one.state, one.not_before, one.told, one.stopped_at) for one in await thaw_store.of_ticket(db, case.ticket_id)],
        await pack_store.last(db, case.id), clock.now())


async def _freeze(db: Reads, case: Case, frozen: Freeze) -> FreezeView:
    asked = await store.asked(db, case.customer_id, [client_id(frozen, type_) for type_ in STEPS])
    found = stopped(asked)
    return FreezeView(
        frozen.state, frozen.why, frozen.proof, frozen.outside, frozen.asked_at, frozen.frozen_at, frozen.until, frozen.confirmed_at, frozen.lifted_at,
        [AskedView(one.type, one.state, one.why) for one in asked], len(found.cancelled), found.keys)


def _outgoing(one: Outgoing) -> OutgoingView:
    return OutgoingView(one.withdrawal_id, one.coin, one.network, one.amount, one.txid, one.address, one.state, one.left_at, one.cls, one.risk)


def _label(key: str) -> Text:
    head, _ = Words.next_steps[key]
    return Text(head.text("zh"), head.text("en"))


def _crisis(country: str) -> list[CrisisPlace]:
    """The customer's country first; the others stand below, for the person may be elsewhere."""
    known = places.places()
    order = ([country] if country in known else []) + sorted(key for key in known if key != country)
    found = [CrisisPlace(key, Text(known[key].zh, known[key].en), Text("；".join(places.crisis(key, "zh")), "; ".join(places.crisis(key, "en")))) for key in order]
    anywhere = CrisisPlace("", Text("其他国家或地区", "Elsewhere"), Text("；".join(places.crisis("", "zh")), "; ".join(places.crisis("", "en"))))
    return [*found, anywhere] if country in known else [anywhere, *found]

"""The demo exchange's books: the plans, the tale and the time, with the ledger's changes laid over them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from farol.core.exchange.model import Change, Hold
from farol.core.exchange.states import DepositState

from . import booked
from .booked import Balance, BookedDeposit, BookedWithdrawal
from .ledger import Ledger
from .made import id_of, txid_of
from .planned import Account, DepositPlan
from .plans import STRANGERS, Stranger
from .scenarios import ACCOUNTS, PEOPLE
from .tale import Tale

T = TypeVar("T", bound=msgspec.Struct)


class World:
    """Reads of the books. ``speed`` as in the configuration; ``clock`` gives aware UTC time."""

    def __init__(self, tale: Tale, speed: float, clock: Callable[[], datetime], ledger: Ledger | None = None) -> None:
        self.tale, self.speed, self.clock = tale, speed, clock
        self.ledger = ledger or Ledger(None, clock)

    def account(self, uid: str) -> Account | None:
        """What the account with that uid started with, or None."""
        return ACCOUNTS.get(uid)

    def about(self, uid: str) -> dict[str, Any]:
        """What was changed about the account itself: status, contacts, identity check, factors, session round."""
        return self.ledger.fields("account", self.name(uid))

    def status(self, uid: str) -> str:
        """``active``, ``restricted``, ``frozen``, ``closing``. A freeze with an end ends by itself."""
        about = self.about(uid)
        if about.get("freeze_until") and datetime.fromisoformat(about["freeze_until"]) <= self.clock():
            return str(about["status_before"])
        return str(about.get("status") or ACCOUNTS[uid].status)

    def contact(self, uid: str, which: str) -> str:
        """The registered ``email`` or ``phone``."""
        return str(self.about(uid).get(which) or getattr(PEOPLE[uid], which))

    def name(self, uid: str) -> str:
        """What the account is called in the ledger: another one after every start over."""
        turn = self.tale.round(uid)
        return f"{uid}~{turn}" if turn else uid

    def deposits(self, uid: str) -> list[BookedDeposit]:
        """All deposits, newest first."""
        found: dict[str, BookedDeposit] = {}
        for plan in ACCOUNTS[uid].deposits:
            stories = self.tale.stories(uid) if plan.confirmations is not None else ()
            every = [self._moving(uid, plan, *story) for story in stories]
            every = every or [booked.deposit(self.name(uid), uid, plan, self.tale.anchor(uid))]
            found |= {one.deposit_id: one for one in every}
        return self._laid_over("deposit", uid, found, BookedDeposit)

    def moving(self, uid: str) -> BookedDeposit | None:
        """The deposit of the latest story, whether it has arrived or not."""
        plan = next((plan for plan in ACCOUNTS[uid].deposits if plan.confirmations is not None), None)
        return self._moving(uid, plan, *self.tale.stories(uid)[-1]) if plan else None

    def withdrawals(self, uid: str) -> list[BookedWithdrawal]:
        """All withdrawals, newest first."""
        base = [booked.withdrawal(self.name(uid), plan, self.tale.anchor(uid)) for plan in ACCOUNTS[uid].withdrawals]
        return self._laid_over("withdrawal", uid, {one.withdrawal_id: one for one in base}, BookedWithdrawal)

    def holds(self, uid: str) -> list[Hold]:
        """Limits that have not ended."""
        return [hold for hold in self.all_holds(uid) if hold.until is None or hold.until > self.clock()]

    def all_holds(self, uid: str) -> list[Hold]:
        """Limits, those included whose end has passed."""
        base = [booked.hold(self.name(uid), plan, self.tale.anchor(uid)) for plan in ACCOUNTS[uid].holds]
        holds = self._laid_over("hold", uid, {one.hold_id: one for one in base}, Hold)
        return [hold for hold in holds if not self.ledger.fields("hold", hold.hold_id).get("ended")]

    def changes(self, uid: str) -> list[Change]:
        """Security events, newest first."""
        anchor = self.tale.anchor(uid)
        written = [self.ledger.fields("change", id_) for id_ in self.ledger.things("change", uid)]
        found = [Change(kind, anchor - ago) for kind, ago in ACCOUNTS[uid].changes]
        found += [Change(one["change"], datetime.fromisoformat(one["at"])) for one in written if one["account"] == self.name(uid)]
        return sorted(found, key=lambda change: change.at, reverse=True)

    def p2p_orders(self, uid: str) -> list[dict[str, Any]]:
        """P2P orders of the customer: their own, and those of others whose other side they are."""
        mirrored = [
            {**order, "side": "sell" if order["side"] == "buy" else "buy", "counterparty_uid": other, "mirror_of": other}
            for other in PEOPLE
            if other != uid
            for order in self.things("p2p_order", other)
            if order.get("counterparty_uid") == uid
        ]
        return [*self.things("p2p_order", uid), *mirrored]

    def things(self, kind: str, uid: str) -> list[dict[str, Any]]:
        """Everything else of one kind, as the core link tells it with ``id`` beside, newest first."""
        found: dict[str, dict[str, Any]] = {}
        anchor = self.tale.anchor(uid)
        for thing in ACCOUNTS[uid].things:
            if thing.kind == kind:
                id_ = self.id(kind[:3].upper(), uid, thing.key)
                at = anchor - thing.ago
                found[id_] = {"id": id_, "created_at": at, "updated_at": at, **_timed(thing.fields, anchor)}
        for id_ in self.ledger.things(kind, uid):
            written = self.ledger.fields(kind, id_)
            if id_ in found or written.get("account", self.name(uid)) == self.name(uid):
                found[id_] = {"id": id_, **found.get(id_, {}), **written}
        return sorted(found.values(), key=lambda one: str(one.get("created_at", "")), reverse=True)

    def timed(self, uid: str, fields: dict[str, Any]) -> dict[str, Any]:
        """A plan's fields with their time spans as times."""
        told: dict[str, Any] = _timed(fields, self.tale.anchor(uid))
        return told

    def balances(self, uid: str) -> list[Balance]:
        """What the customer sees on the web site."""
        total = {coin: Decimal(amount) for coin, amount in ACCOUNTS[uid].balances.items()}
        locked: dict[str, Decimal] = {}
        stories = {self.id("DEP", uid, f"story:{number}") for number, _ in self.tale.stories(uid)}
        for deposit in self.deposits(uid):
            if deposit.deposit_id in stories:
                if deposit.state in (DepositState.CREDITED_LOCKED, DepositState.AVAILABLE):
                    total[deposit.coin] = total.get(deposit.coin, Decimal(0)) + Decimal(deposit.amount)
                if deposit.state is DepositState.CREDITED_LOCKED:
                    locked[deposit.coin] = locked.get(deposit.coin, Decimal(0)) + Decimal(deposit.amount)
        for coin, amount in self.ledger.moved(self.name(uid)).items():
            total[coin] = total.get(coin, Decimal(0)) + amount
        return [Balance(coin, amount, locked.get(coin, Decimal(0))) for coin, amount in total.items()]

    def owner(self, txid: str, network: str) -> tuple[str, BookedDeposit] | None:
        """The customer and deposit of a transaction."""
        for uid in PEOPLE:
            for deposit in self.deposits(uid):
                if deposit.network == network and deposit.txid.lower() == txid.lower():
                    return uid, deposit
        return None

    def stranger(self, txid: str, network: str) -> Stranger | None:
        """A transaction on the chain that is nobody's here."""
        return next((s for s in STRANGERS if s.network == network and self.stranger_txid(s).lower() == txid.lower()), None)

    def stranger_txid(self, stranger: Stranger) -> str:
        """Its transaction id."""
        return txid_of(stranger.network, f"stranger:{stranger.key}")

    def next_block(self, uid: str, blocks: int = 1) -> None:
        """Lets blocks pass for the deposit on its way."""
        deposit = self.moving(uid)
        if deposit:
            self.tale.move(deposit.deposit_id, blocks * booked.block_s(deposit.network))

    def finish(self, uid: str) -> None:
        """Lets all blocks pass that the deposit on its way still needs."""
        deposit = self.moving(uid)
        if deposit:
            self.next_block(uid, max((deposit.confirm_required_unlock or 0) - (deposit.confirmations or 0), 0))

    def id(self, kind: str, uid: str, key: str) -> str:
        """The id of something of that customer."""
        return id_of(kind, self.name(uid), key)

    def _moving(self, uid: str, plan: DepositPlan, number: int, began: datetime) -> BookedDeposit:
        deposit_id = self.id("DEP", uid, f"story:{number}")
        passed = max((self.clock() - began).total_seconds(), 0) * self.speed + self.tale.moved_s(deposit_id)
        return booked.moving(deposit_id, uid, plan, number, began, passed, self.speed, self.clock())

    def _laid_over(self, kind: str, uid: str, base: dict[str, T], shape: type[T]) -> list[T]:
        found = dict(base)
        for id_ in self.ledger.things(kind, uid):
            written = self.ledger.fields(kind, id_)
            if id_ in base:
                found[id_] = msgspec.convert({**msgspec.to_builtins(base[id_]), **written}, shape)
            elif written.get("account") == self.name(uid):
                found[id_] = msgspec.convert(written, shape)
        return sorted(found.values(), key=_created, reverse=True)


def _timed(value: Any, anchor: datetime) -> Any:
    """Time spans as the times they stand for."""
    if isinstance(value, timedelta):
        return anchor + value
    if isinstance(value, dict):
        return {name: _timed(one, anchor) for name, one in value.items()}
    return [_timed(one, anchor) for one in value] if isinstance(value, list) else value


def _created(thing: Any) -> datetime:
    return getattr(thing, "created_at", None) or getattr(thing, "started_at", None) or datetime.min.replace(tzinfo=UTC)

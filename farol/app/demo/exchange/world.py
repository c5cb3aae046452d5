"""The demo exchange's books: everything anyone has, worked out from the plans, the tale and the time."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from math import floor

import msgspec

from farol.app.demo.cast import CUSTOMERS
from farol.core import chains
from farol.core.exchange.model import Change, Deposit, Hold, Withdrawal
from farol.core.exchange.states import DepositState, WithdrawalState

from .plans import ACCOUNTS, HOT, STRANGERS, Account, DepositPlan, HoldPlan, Stranger, WithdrawalPlan
from .tale import Tale

SEED = "demo"
"""Fixed, so that ids in guides, tests and pictures are those of every demo."""

HALF_REVIEW_S, NINETY_REVIEW_S = 3 * 3600, 9 * 3600
_SENT = (WithdrawalState.ONCHAIN, WithdrawalState.COMPLETED)


class Balance(msgspec.Struct, frozen=True):
    """``locked`` is credited and not withdrawable yet."""

    coin: str
    total: Decimal
    locked: Decimal


class World:
    """Reads of the books. ``speed`` as in the configuration; ``clock`` gives aware UTC time."""

    def __init__(self, tale: Tale, speed: float, clock: Callable[[], datetime]) -> None:
        self.tale, self.speed, self.clock = tale, speed, clock

    def account(self, uid: str) -> Account | None:
        """The account of that uid, or None."""
        return ACCOUNTS.get(uid)

    def deposits(self, uid: str) -> list[Deposit]:
        """All deposits, newest first."""
        account, found = ACCOUNTS[uid], []
        for plan in account.deposits:
            if plan.confirmations is None:
                found.append(self._fixed(uid, plan))
            else:
                found += [self._moving(uid, plan, number, began) for number, began in self.tale.stories(uid)]
        return sorted(found, key=_created, reverse=True)

    def moving(self, uid: str) -> Deposit | None:
        """The deposit of the latest story, whether it has arrived or not."""
        plan = next((plan for plan in ACCOUNTS[uid].deposits if plan.confirmations is not None), None)
        return self._moving(uid, plan, *self.tale.stories(uid)[-1]) if plan else None

    def withdrawals(self, uid: str) -> list[Withdrawal]:
        """All withdrawals, newest first."""
        found = [self._withdrawal(uid, plan) for plan in ACCOUNTS[uid].withdrawals]
        return sorted(found, key=_created, reverse=True)

    def holds(self, uid: str) -> list[Hold]:
        """Limits that have not ended."""
        holds = [self._hold(uid, plan) for plan in ACCOUNTS[uid].holds]
        return [hold for hold in holds if hold.until is None or hold.until > self.clock()]

    def changes(self, uid: str) -> list[Change]:
        """Security events, newest first."""
        anchor = self.tale.anchor(uid)
        return [Change(kind, anchor - ago) for kind, ago in ACCOUNTS[uid].changes]

    def balances(self, uid: str) -> list[Balance]:
        """What the customer sees on the web site."""
        total = {coin: Decimal(amount) for coin, amount in ACCOUNTS[uid].balances.items()}
        locked: dict[str, Decimal] = {}
        for deposit in self.deposits(uid):
            if deposit.deposit_id not in self._stories(uid):
                continue
            if deposit.state in (DepositState.CREDITED_LOCKED, DepositState.AVAILABLE):
                total[deposit.coin] = total.get(deposit.coin, Decimal(0)) + Decimal(deposit.amount)
            if deposit.state is DepositState.CREDITED_LOCKED:
                locked[deposit.coin] = locked.get(deposit.coin, Decimal(0)) + Decimal(deposit.amount)
        return [Balance(coin, amount, locked.get(coin, Decimal(0))) for coin, amount in total.items()]

    def owner(self, txid: str, network: str) -> tuple[str, Deposit] | None:
        """The customer and deposit of a transaction."""
        for customer in CUSTOMERS:
            for deposit in self.deposits(customer.uid):
                if deposit.network == network and deposit.txid.lower() == txid.lower():
                    return customer.uid, deposit
        return None

    def stranger(self, txid: str, network: str) -> Stranger | None:
        """A transaction on the chain that is nobody's here."""
        return next(
            (s for s in STRANGERS if s.network == network and self.stranger_txid(s).lower() == txid.lower()),
            None,
        )

    def stranger_txid(self, stranger: Stranger) -> str:
        """Its transaction id."""
        return txid_of(stranger.network, f"stranger:{stranger.key}")

    def next_block(self, uid: str, blocks: int = 1) -> None:
        """Lets blocks pass for the deposit on its way."""
        deposit = self.moving(uid)
        if deposit:
            self.tale.move(deposit.deposit_id, blocks * _block_s(deposit.network))

    def finish(self, uid: str) -> None:
        """Lets all blocks pass that the deposit on its way still needs."""
        deposit = self.moving(uid)
        if deposit:
            left = (deposit.confirm_required_unlock or 0) - (deposit.confirmations or 0)
            self.next_block(uid, max(left, 0))

    def _stories(self, uid: str) -> set[str]:
        return {self._id("DEP", uid, f"story:{number}") for number, _ in self.tale.stories(uid)}

    def _moving(self, uid: str, plan: DepositPlan, number: int, began: datetime) -> Deposit:
        deposit_id, block_s, now = (
            self._id("DEP", uid, f"story:{number}"),
            _block_s(plan.network),
            self.clock(),
        )
        passed = max((now - began).total_seconds(), 0) * self.speed + self.tale.moved_s(deposit_id)
        seen = (plan.confirmations or 0) + floor(passed / block_s)
        credit, unlock = _required(plan.network)

        def due(need: int) -> datetime | None:
            if seen >= need or not self.speed:
                return None
            return now + timedelta(
                seconds=((need - (plan.confirmations or 0)) * block_s - passed) / self.speed
            )

        state = DepositState.CONFIRMING
        if seen >= credit:
            state = DepositState.AVAILABLE if seen >= unlock else DepositState.CREDITED_LOCKED
        return Deposit(
            deposit_id, plan.coin, plan.network, plan.amount, state, txid_of(plan.network, f"{uid}:{number}"),
            confirmations=min(seen, unlock), confirm_required_credit=credit, confirm_required_unlock=unlock,
            est_credit_at=due(credit), est_unlock_at=due(unlock), created_at=began - plan.ago, updated_at=now,
        )  # fmt: skip

    def _fixed(self, uid: str, plan: DepositPlan) -> Deposit:
        at = self.tale.anchor(uid) - plan.ago
        credit, unlock = _required(plan.network)
        return Deposit(
            self._id("DEP", uid, plan.key), plan.coin, plan.network, plan.amount, plan.state,
            txid_of(plan.network, f"{uid}:{plan.key}"), plan.reason, confirmations=unlock,
            confirm_required_credit=credit, confirm_required_unlock=unlock,
            min_deposit=minimum(plan.coin), created_at=at, updated_at=at,
        )  # fmt: skip

    def _withdrawal(self, uid: str, plan: WithdrawalPlan) -> Withdrawal:
        at, review = self.tale.anchor(uid) - plan.ago, plan.state is WithdrawalState.REVIEW
        return Withdrawal(
            self._id("WD", uid, plan.key), plan.coin, plan.network, plan.amount, plan.state, plan.cancellable,
            plan.substate, plan.reason, plan.refunded, plan.fee,
            txid_of(plan.network, f"{uid}:out:{plan.key}") if plan.state in _SENT else "",
            at + plan.takes if plan.takes else None, HALF_REVIEW_S if review else None,
            NINETY_REVIEW_S if review else None, at, at,
        )  # fmt: skip

    def _hold(self, uid: str, plan: HoldPlan) -> Hold:
        start = self.tale.anchor(uid) - plan.ago
        return Hold(
            self._id("HOLD", uid, plan.key), plan.type, list(plan.scope), overridable=False, started_at=start,
            until=start + plan.lasts if plan.lasts else None, trigger=plan.trigger, disclosable=plan.disclosable,
        )  # fmt: skip

    def _id(self, kind: str, uid: str, key: str) -> str:
        return f"{kind}-{_digest(f'{uid}:{kind}:{key}')[:10].upper()}"


def minimum(coin: str) -> str:
    """The smallest deposit that is credited."""
    return {"BTC": "0.0001", "ETH": "0.001", "USDT": "1", "DOGE": "5", "XRP": "1"}.get(coin, "0.01")


def addresses(uid: str) -> dict[str, str]:
    """Every string that stands for the customer here, with the address family it belongs to."""
    account = ACCOUNTS[uid]
    return {account.evm: "EVM", account.tron: "TRON", account.btc: "BTC"}


def hot_wallets() -> set[str]:
    """The exchange's own addresses."""
    return set(HOT.values())


def _created(thing: Deposit | Withdrawal) -> datetime:
    return thing.created_at or datetime.min.replace(tzinfo=UTC)


def _block_s(network: str) -> float:
    entry = chains.networks()[network]
    return entry.block_time_s or 1.0


def _required(network: str) -> tuple[int, int]:
    entry = chains.networks()[network]
    return entry.demo_confirm_credit, entry.demo_confirm_unlock


def _digest(text: str) -> str:
    return hashlib.sha256(f"{SEED}:{text}".encode()).hexdigest()


def txid_of(network: str, text: str) -> str:
    digits = _digest(f"tx:{network}:{text}")
    form = chains.networks()[network].tx_regex
    if form.startswith("^0x"):
        return f"0x{digits}"
    return digits.upper() if network in ("XRP", "ATOM") else digits

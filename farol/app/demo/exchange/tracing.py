"""Whose a transaction or an address is, told from one user's side and never naming anybody else."""

from farol.core import chains
from farol.core.exchange.model import AddressClass, CoreTrace, Recovery
from farol.core.exchange.states import DepositState, FoundAs, OwnerClass, TxStatus

from .booked import BookedDeposit
from .cases.products import FLAGGED
from .plans import HOT
from .scenarios import ACCOUNTS
from .world import World

_ALIKE = 4
"""Characters at each end that a poisoned address copies."""


class NotAnId(Exception):
    """The text cannot be a transaction id or address of that network."""


def trace(world: World, txid: str, network: str, uid: str | None) -> CoreTrace:
    """Raises ``NotAnId`` when the network writes its ids differently."""
    if network not in chains.candidates(txid):
        raise NotAnId
    owned = world.owner(txid, network)
    if owned:
        return _owned(owned[1], mine=owned[0] == uid)
    stranger = world.stranger(txid, network)
    if stranger is None:
        return CoreTrace(FoundAs.NOT_FOUND, TxStatus.UNSEEN, network)
    return CoreTrace(
        FoundAs(stranger.found), TxStatus(stranger.tx_status), network, stranger.coin, stranger.amount,
        reason=stranger.reason, confirmations=1_204 if stranger.tx_status == TxStatus.CONFIRMED else 0,
        eligible_recovery=[stranger.recovery] if stranger.recovery else [],
    )  # fmt: skip


def _owned(deposit: BookedDeposit, *, mine: bool) -> CoreTrace:
    if deposit.state is DepositState.UNATTRIBUTED:
        return CoreTrace(
            FoundAs.UNATTRIBUTED, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount, reason=deposit.reason,
            deposit_id=deposit.deposit_id if mine else "", state=deposit.state,
            confirmations=deposit.confirmations, eligible_recovery=recovery(deposit),
        )  # fmt: skip
    if not mine:
        return CoreTrace(
            FoundAs.OTHER_USER, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount,
            confirmations=deposit.confirmations,
        )  # fmt: skip
    found = FoundAs.UNSUPPORTED if deposit.reason == "wrong_network" else FoundAs.OURS
    return CoreTrace(
        found, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount, deposit.deposit_id,
        deposit.state, deposit.reason, deposit.hold, deposit.confirmations, deposit.confirm_required_credit,
        deposit.confirm_required_unlock, deposit.est_credit_at, deposit.est_unlock_at, deposit.min_deposit,
        recovery(deposit),
    )  # fmt: skip


def recovery(deposit: BookedDeposit) -> list[Recovery]:
    """The rule of the published recovery table that fits; none for a deposit that needs nothing."""
    if deposit.reason == "missing_memo":
        return [Recovery("memo", eligible=True, fee="2", fee_coin=deposit.coin, eta_days=3)]
    if deposit.reason == "expired_address":
        return [Recovery("expired_address", eligible=True, fee="0.002", fee_coin=deposit.coin, eta_days=7)]
    if deposit.reason == "wrong_network":
        return [Recovery("wrong_network", eligible=True, fee="25", fee_coin=deposit.coin, eta_days=14)]
    if deposit.reason == "below_minimum":
        return [Recovery("below_minimum", eligible=False, why_not="below_minimum")]
    return []


def classify(address: str, network: str, uid: str | None) -> AddressClass:
    """Whose the address is on that network. The shape of an address the network does not have is ``invalid``."""
    verdicts = dict(chains.classify(address))
    if verdicts.get(network, "wrong") == "wrong":
        return AddressClass(OwnerClass.INVALID)
    if _among(address, set(HOT.values())):
        return AddressClass(OwnerClass.PLATFORM_HOT, "clean")
    for owner, account in ACCOUNTS.items():
        if _among(address, addresses(owner)):
            return AddressClass(OwnerClass.MINE_CURRENT if owner == uid else OwnerClass.INTERNAL_OTHER, "clean")
        if _among(address, set(account.old)):
            return AddressClass(OwnerClass.MINE_EXPIRED if owner == uid else OwnerClass.INTERNAL_OTHER, "clean")
    used = set(ACCOUNTS[uid].whitelist) | addresses(uid) if uid in ACCOUNTS else set()
    risk = "flagged" if _among(address, set(FLAGGED)) else "unknown"
    return AddressClass(OwnerClass.EXTERNAL, risk, any(_poisons(address, known) for known in used))


def addresses(uid: str) -> set[str]:
    """Every current deposit address of the customer."""
    account = ACCOUNTS[uid]
    return {account.evm, account.tron, account.btc}


def _among(address: str, known: set[str]) -> bool:
    """EVM addresses are equal in any case; everywhere else case is part of the address."""
    if address[:2] == "0x":
        return address.lower() in {one.lower() for one in known}
    return address in known


def _poisons(address: str, known: str) -> bool:
    return address != known and (address[:_ALIKE], address[-_ALIKE:]) == (known[:_ALIKE], known[-_ALIKE:])

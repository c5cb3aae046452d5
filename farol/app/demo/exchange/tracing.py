"""Whose a transaction or an address is, told from one user's side and never naming anybody else."""

from farol.core import chains
from farol.core.exchange.model import AddressClass, CoreTrace, Deposit, Recovery
from farol.core.exchange.states import DepositState, FoundAs, OwnerClass, TxStatus

from .plans import ACCOUNTS
from .world import World, addresses, hot_wallets

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
    recovery = []
    if stranger.found == FoundAs.UNSUPPORTED:
        recovery = [Recovery("unsupported_token", eligible=False, why_not="value_too_small")]
    return CoreTrace(
        FoundAs(stranger.found), TxStatus(stranger.tx_status), network, stranger.coin, stranger.amount,
        confirmations=1_204 if stranger.tx_status == TxStatus.CONFIRMED else 0, eligible_recovery=recovery,
    )  # fmt: skip


def _owned(deposit: Deposit, *, mine: bool) -> CoreTrace:
    if deposit.state is DepositState.UNATTRIBUTED:
        return CoreTrace(
            FoundAs.UNATTRIBUTED, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount,
            confirmations=deposit.confirmations,
            eligible_recovery=[Recovery("memo", eligible=True, fee="2", fee_coin=deposit.coin, eta_days=3)],
        )  # fmt: skip
    if not mine:
        return CoreTrace(
            FoundAs.OTHER_USER, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount,
            confirmations=deposit.confirmations,
        )  # fmt: skip
    return CoreTrace(
        FoundAs.OURS, TxStatus.CONFIRMED, deposit.network, deposit.coin, deposit.amount, deposit.deposit_id,
        deposit.state, deposit.reason, None, deposit.confirmations, deposit.confirm_required_credit,
        deposit.confirm_required_unlock, deposit.est_credit_at, deposit.est_unlock_at, deposit.min_deposit,
    )  # fmt: skip


def classify(address: str, network: str, uid: str | None) -> AddressClass:
    """Whose the address is on that network. The shape of an address the network does not have is ``invalid``."""
    verdicts = dict(chains.classify(address))
    if verdicts.get(network, "wrong") == "wrong":
        return AddressClass(OwnerClass.INVALID)
    if _among(address, hot_wallets()):
        return AddressClass(OwnerClass.PLATFORM_HOT, "clean")
    for owner in ACCOUNTS:
        if _among(address, set(addresses(owner))):
            return AddressClass(
                OwnerClass.MINE_CURRENT if owner == uid else OwnerClass.INTERNAL_OTHER, "clean"
            )
    used = set(ACCOUNTS[uid].whitelist) | set(addresses(uid)) if uid in ACCOUNTS else set()
    return AddressClass(OwnerClass.EXTERNAL, "unknown", any(_poisons(address, known) for known in used))


def _among(address: str, known: set[str]) -> bool:
    """EVM addresses are equal in any case; everywhere else case is part of the address."""
    if address[:2] == "0x":
        return address.lower() in {one.lower() for one in known}
    return address in known


def _poisons(address: str, known: str) -> bool:
    return address != known and (address[:_ALIKE], address[-_ALIKE:]) == (known[:_ALIKE], known[-_ALIKE:])

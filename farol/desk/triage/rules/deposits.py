"""Deposits that are not where their owner expects them."""

from collections.abc import Iterator

from farol.core import chains
from farol.core.exchange.mask import money
from farol.core.exchange.model import Deposit
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import DepositState as D
from farol.core.exchange.states import FoundAs, TxStatus
from farol.core.exchange.words import both, deposit_line
from farol.desk.triage.model import Fact, Said, Seen

from .rule import POINTED, fact, reader, speaks_for, weigh

COUNTING = (D.DETECTED, D.CONFIRMING, D.CREDITED_LOCKED, D.ORPHANED)
MEMO = frozenset({"missing_memo", "wrong_memo", "memo_mismatch", "foreign_memo", "memo_or_chain_mismatch"})
WRONG_KIND = frozenset({"wrong_network", "unlisted_coin", "unsupported", "unsupported_network", "contract_address", "hot_wallet_address"})
WRONG_PLACE = frozenset({"expired_address", "old_address", "other_user"})
PAUSED = "network_suspended"


def _of(seen: Seen, said: Said, one: Deposit, base: float) -> Fact:
    network = chains.network(one.network)
    line = deposit_line(one, network.block_time_s if network else None, reader(seen))
    words = both("充值 {what}：{line}", "Deposit of {what}: {line}", what=money(one.amount, one.coin), line=line)
    return fact(f"deposit.{one.state}", words, weigh(base, seen, said, one, "deposit", one.deposit_id), one.deposit_id)


def _traced(seen: Seen, *found: FoundAs) -> Iterator[Fact]:
    """Transaction ids of the text that the exchange knows by that name."""
    for one in seen.traced:
        if one.found in found:
            yield fact(f"trace.{one.found}", one.words, POINTED)


@speaks_for("dep.unconfirmed", "fiat")
def unconfirmed(seen: Seen, said: Said) -> Iterator[Fact]:
    """Blocks are being counted."""
    for one in seen.deposits:
        if one.state in COUNTING:
            yield _of(seen, said, one, 1.0)
        elif one.state is D.AVAILABLE:
            yield _of(seen, said, one, 0.3)


@speaks_for("dep.missing_memo")
def missing_memo(seen: Seen, said: Said) -> Iterator[Fact]:
    """It came to the address that everybody shares, and nobody's memo is on it."""
    for one in seen.deposits:
        if one.state is D.UNATTRIBUTED and one.reason in MEMO:
            yield _of(seen, said, one, 1.2)
    own = {one.txid.casefold() for one in seen.deposits if one.txid} & said.ids
    if not own and any(chains.memo_required(one.network) for one in seen.traced):
        yield from _traced(seen, FoundAs.UNATTRIBUTED)


@speaks_for("dep.wrong_network_token")
def wrong_network(seen: Seen, said: Said) -> Iterator[Fact]:
    """Another network, or a coin that is not listed."""
    for one in seen.deposits:
        if one.reason in WRONG_KIND:
            yield _of(seen, said, one, 1.2)
    yield from _traced(seen, FoundAs.UNSUPPORTED)


@speaks_for("dep.below_minimum")
def below_minimum(seen: Seen, said: Said) -> Iterator[Fact]:
    """Too little to be credited."""
    for one in seen.deposits:
        if one.reason == "below_minimum":
            yield _of(seen, said, one, 1.2)


@speaks_for("dep.compliance_hold", "sec")
def compliance_hold(seen: Seen, said: Said) -> Iterator[Fact]:
    """Kept back by a check."""
    for one in seen.deposits:
        if one.state is D.HELD and one.reason != PAUSED:
            yield _of(seen, said, one, 1.2)


@speaks_for("dep.wrong_address")
def wrong_address(seen: Seen, said: Said) -> Iterator[Fact]:
    """An address that is no longer theirs, or somebody else's."""
    for one in seen.deposits:
        if one.state is D.UNATTRIBUTED and one.reason in WRONG_PLACE:
            yield _of(seen, said, one, 1.2)
    yield from _traced(seen, FoundAs.OTHER_USER)
    for traced in seen.traced:
        if traced.found == FoundAs.NOT_OURS and traced.tx_status != TxStatus.FAILED:
            yield fact("trace.not_ours", traced.words, 0.9)


@speaks_for("dep.suspended")
def suspended(seen: Seen, said: Said) -> Iterator[Fact]:
    """The network is switched off: for what came, and for what is named."""
    for one in seen.deposits:
        if one.reason == PAUSED:
            yield _of(seen, said, one, 1.2)
    for row in seen.networks:
        if not row.deposit_enabled and row.withdraw_enabled is not None and (row.coin in said.coins or row.network in said.networks):
            words = Text(f"{row.coin} 在 {row.network} 上暂停充值", f"Deposits of {row.coin} on {row.network} are paused")
            yield fact("network.deposits_paused", words, 0.8 if row.coin in said.coins else 0.4, f"{row.coin}:{row.network}")
